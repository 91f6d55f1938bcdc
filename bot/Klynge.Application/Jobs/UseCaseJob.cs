namespace Klynge.Application.Jobs;

/// <summary>A job that is one use case and nothing more.</summary>
internal sealed class UseCaseJob<T>(JobDefinition definition, T useCase, Func<T, CancellationToken, Task> run) : IJob
{
    public JobDefinition Definition { get; } = definition;

    public Task RunAsync(JobContext context, CancellationToken cancellationToken) => run(useCase, cancellationToken);
}
