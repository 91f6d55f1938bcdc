using Microsoft.Azure.Functions.Worker;

namespace Klynge.Functions.Jobs;

/// <summary>Runs a group of jobs at once, because another function said that there is work, in place of at the next beat of its timer.</summary>
internal sealed class WorkFunction(JobInvocation jobs)
{
    /// <summary>A message that is no <see cref="WorkMessage"/> fails each time, so that it ends among the poison, where somebody sees it.</summary>
    [Function("Work")]
    public Task RunAsync([QueueTrigger(WorkMessage.Queue)] string message, CancellationToken cancellationToken) =>
        jobs.RunNowAsync(WorkMessage.Read(message), cancellationToken);
}
