using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Jobs;
using Klynge.Microsoft365.Graph;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Microsoft365.Subscriptions;

/// <summary>
/// Asks every watched calendar what has changed, in case a notification was lost: each quarter of an hour, and at once when Graph says that it
/// missed some or a subscription was made anew.
/// </summary>
internal sealed partial class SyncCalendars(WatchStore watches, CalendarDelta delta, IClock clock, ILogger<SyncCalendars> logger) : IJob
{
    private static readonly Duration Interval = Duration.FromMinutes(15);

    public JobDefinition Definition { get; } =
        new("sync-calendars", JobGroup.Microsoft365, JobSchedule.Every(Duration.FromSeconds(15)), Duration.FromHours(1));

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        GraphFailure? outage = null;
        foreach (var watch in (await watches.ListAsync(cancellationToken)).Where(watch => watch.SyncAt <= now))
            outage = await TryAsync(watch, cancellationToken) ?? outage;

        if (outage is not null)
            throw outage.ToOutage();
    }

    private async Task<GraphFailure?> TryAsync(CalendarWatch watch, CancellationToken cancellationToken)
    {
        try
        {
            await SyncAsync(watch, cancellationToken);
            return null;
        }
        catch (Exception exception) when (GraphFailure.From(exception, cancellationToken) is { } failure)
        {
            LogFailed(watch.Mailbox, failure.Status, failure.Code);
            if (failure is not { IsDenied: true } and not { IsNotFound: true })
                return failure;

            await watches.ChangeAsync(watch.Mailbox, (one, now) => one.SyncAt = now + Interval, cancellationToken);
            return null;
        }
    }

    /// <summary>What came up meanwhile (the calendar was asked for again) stands.</summary>
    private async Task SyncAsync(CalendarWatch watch, CancellationToken cancellationToken)
    {
        var (link, windowStart) = await delta.ReadAsync(watch, cancellationToken);
        await watches.ChangeAsync(watch.Mailbox, (one, now) =>
        {
            if (one.SyncAt == watch.SyncAt)
                (one.DeltaLink, one.WindowStart, one.SyncAt) = (link, windowStart, now + Interval);
        }, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to read the calendar of {Mailbox}: {Status} {Code}")]
    private partial void LogFailed(string mailbox, int? status, string code);
}
