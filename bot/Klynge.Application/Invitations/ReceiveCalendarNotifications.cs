using Klynge.Application.Data;
using Klynge.Application.Ports;
using Klynge.Domain.Common;

namespace Klynge.Application.Invitations;

/// <summary>
/// Puts notifications of changed events on disk and returns; a job works them off. For the webhook, whose
/// sender has been authenticated by its client state, and for whatever finds by other means that an event has changed or is gone
/// (<c>@removed</c> of a delta query, which may also mean no more than that the event has left the window).
/// Notifications may come twice, late and out of order: they name events, and what stands in them is read afterwards.
/// </summary>
public sealed class ReceiveCalendarNotifications(Writer writer)
{
    /// <summary>An id of Graph is far shorter; what is longer is no id.</summary>
    private const int LongestId = 600;

    /// <exception cref="StorageUnavailableException">Nothing is on disk: answer so that the notification is sent again.</exception>
    public Task HandleAsync(IReadOnlyList<CalendarEventKey> changed, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changed);
        var intent = new WriteIntent(nameof(ReceiveCalendarNotifications), Caller.System, IsOnRecord: false);
        return writer.WriteAsync<Done>(intent, scope =>
        {
            foreach (var key in changed.Where(IsId).Distinct())
            {
                scope.Receive(CalendarInboxKind.Event, CalendarInbox.SubjectOf(key));
            }

            return Task.FromResult<Result<Done>>(default(Done));
        }, cancellationToken);
    }

    private static bool IsId(CalendarEventKey key) =>
        Guid.TryParse(key.Mailbox, out _) && key.EventId.Length is > 0 and <= LongestId;
}
