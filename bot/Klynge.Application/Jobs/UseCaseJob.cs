using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Application.Jobs;

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
