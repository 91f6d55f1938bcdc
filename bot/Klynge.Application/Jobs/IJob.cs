using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Jobs;

/// <summary>
/// Something that happens without a person. It finds its own work in the database, so that a run that was missed is made up for by the
/// next, and so that a run that was killed half-way leaves nothing done twice.
/// </summary>
public interface IJob
{
    JobDefinition Definition { get; }

    /// <summary>Does everything that is due. An exception is a failed run: it is recorded and tried again, later each time.</summary>
    Task RunAsync(JobContext context, CancellationToken cancellationToken);
}

/// <summary>What a job may know of the run it is in.</summary>
/// <param name="DueAt">When the run was due; long ago when the machine was off or earlier tries failed. Missed runs are made up for by this one.</param>
/// <param name="StartedAt">The instant that the run goes by.</param>
public sealed record JobContext(Instant DueAt, Instant StartedAt);

/// <summary>What a run came to.</summary>
public enum JobOutcome
{
    Succeeded = 1,

    /// <summary>It threw; it is tried again, later each time.</summary>
    Failed = 2,

    /// <summary>The process was asked to stop meanwhile; whoever looks next takes it up.</summary>
    Interrupted = 3,
}

/// <summary>
/// A job that is one use case and nothing more. It is looked up when the job runs, so that a command that lists the jobs needs nothing of
/// what they work with, such as the channel.
/// </summary>
internal sealed class UseCaseJob<T>(JobDefinition definition, IServiceProvider services, Func<T, CancellationToken, Task> run) : IJob
    where T : class
{
    public JobDefinition Definition { get; } = definition;

    public Task RunAsync(JobContext context, CancellationToken cancellationToken) => run(services.GetRequiredService<T>(), cancellationToken);
}
