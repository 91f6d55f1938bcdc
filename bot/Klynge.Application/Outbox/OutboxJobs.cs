using Klynge.Application.Jobs;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Klynge.Application.Outbox;

/// <summary>
/// Sending as a job: for what waits for another try, for what a process left that was stopped, and for hosts that are not woken by their
/// own commits. Beside it each bot sends at once what it wrote itself; the claims keep the two apart.
/// </summary>
internal static class OutboxJobs
{
    /// <summary>A long backlog is no fault: Teams takes so many messages a minute and no more.</summary>
    private static readonly Duration Grace = Duration.FromMinutes(30);

    internal static IServiceCollection AddOutboxJobs(this IServiceCollection services) => services.AddJob<OutboxSender>(
        new("send-outbox", JobGroup.Outbox, JobSchedule.Every(Duration.FromSeconds(10)), Grace), SendAsync);

    private static async Task SendAsync(OutboxSender sender, CancellationToken cancellationToken)
    {
        while (await sender.DrainAsync(cancellationToken) > 0)
            cancellationToken.ThrowIfCancellationRequested();
    }
}
