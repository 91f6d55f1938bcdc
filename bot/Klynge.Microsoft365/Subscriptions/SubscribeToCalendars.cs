using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Jobs;
using Klynge.Microsoft365.Graph;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Microsoft365.Subscriptions;

/// <summary>
/// Keeps a subscription to every calendar that calls the board's meetings: makes it, renews it days before it ends, makes it anew when it
/// is gone, and takes it away when the calendar calls no more meetings. What changes while there is none is found by <see cref="SyncCalendars"/>.
/// </summary>
internal sealed partial class SubscribeToCalendars(
    WatchedMailboxes mailboxes, WatchStore watches, GraphSubscriptions subscriptions, IClock clock, ILogger<SubscribeToCalendars> logger) : IJob
{
    /// <summary>Before the next try in a mailbox that we may not read: only an administrator can mend it.</summary>
    private static readonly Duration AfterRefusal = Duration.FromMinutes(10);

    public JobDefinition Definition { get; } =
        new("subscribe-to-calendars", JobGroup.Microsoft365, JobSchedule.Every(Duration.FromSeconds(15)), Duration.FromHours(1));

    public async Task RunAsync(JobContext context, CancellationToken cancellationToken)
    {
        var wanted = (await mailboxes.ListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var known = await watches.ListAsync(cancellationToken);
        var missing = wanted.Except(known.Select(watch => watch.Mailbox), StringComparer.Ordinal).ToList();
        if (missing.Count > 0)
        {
            await watches.AddAsync(missing, cancellationToken);
            known = await watches.ListAsync(cancellationToken);
        }

        var now = clock.GetCurrentInstant();
        GraphFailure? outage = null;
        foreach (var watch in known.Where(watch => !wanted.Contains(watch.Mailbox) || watch.RenewAt <= now))
            outage = await TryAsync(watch, wanted.Contains(watch.Mailbox), cancellationToken) ?? outage;

        if (outage is not null)
            throw outage.ToOutage();
    }

    /// <summary>One calendar's trouble holds up no other.</summary>
    private async Task<GraphFailure?> TryAsync(CalendarWatch watch, bool isWanted, CancellationToken cancellationToken)
    {
        try
        {
            await (isWanted ? subscriptions.SaveAsync(watch, cancellationToken) : subscriptions.EndAsync(watch, cancellationToken));
            return null;
        }
        catch (Exception exception) when (GraphFailure.From(exception, cancellationToken) is { } failure)
        {
            LogFailed(watch.Mailbox, failure.Status, failure.Code);
            if (failure is not { IsDenied: true } and not { IsNotFound: true })
                return failure;

            await watches.ChangeAsync(watch.Mailbox, (one, now) => one.RenewAt = now + AfterRefusal, cancellationToken);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to subscribe to the calendar of {Mailbox}: {Status} {Code}")]
    private partial void LogFailed(string mailbox, int? status, string code);
}
