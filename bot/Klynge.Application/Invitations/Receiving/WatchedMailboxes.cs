using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Invitations.Receiving;

/// <summary>Whose calendars call the board's meetings: these are subscribed to, and no others.</summary>
public sealed class WatchedMailboxes(IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>Entra object ids of the organizers of meetings that are linked to an event and not over, lower case, each once.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(CancellationToken cancellationToken)
    {
        var today = DanishTime.Today(clock);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.CalendarLinks.AsNoTracking()
            .Where(link => link.EventId != null && !link.IsGone)
            .Join(db.Meetings.AsNoTracking(), link => link.MeetingId, meeting => meeting.Id, (link, meeting) => new { link.Mailbox, meeting })
            .Where(row => row.meeting.Date >= today
                && row.meeting.Status != MeetingStatus.Held && row.meeting.Status != MeetingStatus.Cancelled)
            .Select(row => row.Mailbox)
            .Distinct()
            .Order()
            .ToListAsync(cancellationToken);
    }
}
