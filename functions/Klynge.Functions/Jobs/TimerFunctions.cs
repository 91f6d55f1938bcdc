using Klynge.Application.Jobs;
using Microsoft.Azure.Functions.Worker;

namespace Klynge.Functions.Jobs;

/// <summary>A timer for each <see cref="JobGroup"/>, by its name. A timer only beats: it runs what is due, which is mostly nothing.</summary>
internal sealed class TimerFunctions(JobInvocation jobs)
{
    /// <summary>Sends what waits: retries, and what a host left that was stopped after a commit.</summary>
    [Function(nameof(JobGroup.Outbox))]
    public Task OutboxAsync([TimerTrigger("*/10 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        jobs.RunDueAsync(JobGroup.Outbox, cancellationToken);

    /// <summary>Closes written procedures, reminds voters, brings remarks and items to where they belong.</summary>
    [Function(nameof(JobGroup.Procedures))]
    public Task ProceduresAsync([TimerTrigger("5/10 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        jobs.RunDueAsync(JobGroup.Procedures, cancellationToken);

    /// <summary>Reminds of deadlines.</summary>
    [Function(nameof(JobGroup.Deadlines))]
    public Task DeadlinesAsync([TimerTrigger("*/30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        jobs.RunDueAsync(JobGroup.Deadlines, cancellationToken);

    /// <summary>Stores documents and resumes what was cut off.</summary>
    [Function(nameof(JobGroup.Documents))]
    public Task DocumentsAsync([TimerTrigger("*/30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        jobs.RunDueAsync(JobGroup.Documents, cancellationToken);

    /// <summary>Renews subscriptions and reads what is new in calendars.</summary>
    [Function(nameof(JobGroup.Microsoft365))]
    public Task Microsoft365Async([TimerTrigger("*/30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        jobs.RunDueAsync(JobGroup.Microsoft365, cancellationToken);
}
