using Klynge.Application.Data;
using Klynge.Application.Ports;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Invitations.Receiving;

/// <summary>
/// Takes the events that a delta query or a full resync of a mailbox found, and puts those that are news of the board's meetings into the
/// inbox. A mailbox holds private appointments, too: what belongs to no meeting and no series of ours is dropped here and leaves no
/// trace. Save the delta link after this has returned; events that are given again have no second effect.
/// </summary>
public sealed class ReceiveCalendarEvents(IDbContextFactory<KlyngeContext> contexts, ReceiveCalendarNotifications notifications)
{
    /// <returns>How many were news.</returns>
    /// <exception cref="StorageUnavailableException">Nothing is on disk: give the page again.</exception>
    public async Task<int> HandleAsync(IReadOnlyList<CalendarEvent> found, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(found);
        var mailboxes = found.Select(one => one.Key.Mailbox).Distinct(StringComparer.Ordinal).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var links = await db.CalendarLinks.AsNoTracking()
            .Where(link => mailboxes.Contains(link.Mailbox) && link.EventId != null)
            .Select(link => new { link.Mailbox, link.EventId, link.SeriesMasterId, link.ChangeKey })
            .ToListAsync(cancellationToken);
        var known = links.ToDictionary(link => new CalendarEventKey(link.Mailbox, link.EventId!), link => link.ChangeKey);
        var series = links.Where(link => link.SeriesMasterId is not null).Select(link => (link.Mailbox, link.SeriesMasterId!)).ToHashSet();

        var news = found
            .Where(one => known.TryGetValue(one.Key, out var seen)
                ? seen != one.ChangeKey
                : one.SeriesMasterId is { } master && series.Contains((one.Key.Mailbox, master)))
            .Select(one => one.Key)
            .ToList();
        if (news.Count > 0)
            await notifications.HandleAsync(news, cancellationToken);

        return news.Count;
    }
}

/// <summary>
/// Puts notifications of changed events on disk and returns; a job works them off. For the webhook, whose
/// sender has been authenticated by its client state, and for whatever finds by other means that an event has changed or is gone
/// (<c>@removed</c> of a delta query, which may also mean no more than that the event has left the window).
/// Notifications may come twice, late and out of order: they name events, and what stands in them is read afterwards.
/// </summary>
public sealed class ReceiveCalendarNotifications(Writer writer)
{
    /// <summary>An id of Graph is far shorter; what is longer is no id.</summary>
    private const int MaxIdLength = 600;

    /// <exception cref="StorageUnavailableException">Nothing is on disk: answer so that the notification is sent again.</exception>
    public Task HandleAsync(IReadOnlyList<CalendarEventKey> changed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var intent = new WriteIntent(nameof(ReceiveCalendarNotifications), Caller.System, IsOnRecord: false);
        return writer.WriteAsync<Done>(intent, scope =>
        {
            foreach (var key in changed.Where(IsId).Distinct())
                scope.Receive(CalendarInboxKind.Event, CalendarInbox.SubjectOf(key));

            return Task.FromResult<Result<Done>>(default(Done));
        }, cancellationToken);
    }

    private static bool IsId(CalendarEventKey key) =>
        Guid.TryParse(key.Mailbox, out _) && key.EventId.Length is > 0 and <= MaxIdLength;
}
