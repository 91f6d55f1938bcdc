using Klynge.Application.Jobs;
using NodaTime;

namespace Klynge.Application.Tests.Jobs;

/// <summary>A job that does what the test says and remembers its runs.</summary>
internal sealed class TestJob(JobSchedule schedule, Func<CancellationToken, Task>? work = null, string name = "test-job") : IJob
{
    public JobDefinition Definition { get; } = new(name, JobGroup.Procedures, schedule, Grace: Duration.FromMinutes(10));

    /// <summary>What happens in a run; replaced between runs at will.</summary>
    internal Func<CancellationToken, Task> Work { get; set; } = work ?? (_ => Task.CompletedTask);

    internal List<JobContext> Runs { get; } = [];

    public Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        Runs.Add(context);
        return Work(cancellationToken);
    }
}
