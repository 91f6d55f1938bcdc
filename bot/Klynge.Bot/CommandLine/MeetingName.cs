using Klynge.Application.Data;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace Klynge.Bot.CommandLine;

/// <summary>A meeting as a command line names it: <c>chefforum:2025-02-04</c>, or its id.</summary>
internal static class MeetingName
{
    internal static async Task<Result<Meeting>> FindAsync(KlyngeContext db, string written, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(written, out var id))
        {
            return await db.Meetings.SingleOrDefaultAsync(meeting => meeting.Id == new MeetingId(id), cancellationToken) is { } named
                ? named
                : new NoSuchMeeting(written);
        }

        var parts = written.Split(':', 2);
        if (parts.Length != 2 || !LocalDatePattern.Iso.Parse(parts[1].Trim()).TryGetValue(default, out var date))
        {
            return new MeetingNotNamed(written);
        }

        var forums = await db.Forums.ToListAsync(cancellationToken);
        var name = DanishText.Fold(parts[0]);
        var ids = forums.Where(forum => DanishText.Fold(forum.Key) == name || DanishText.Fold(forum.Name) == name).Select(forum => forum.Id).ToList();
        var meetings = await db.Meetings
            .Where(meeting => ids.Contains(meeting.ForumId) && meeting.Date == date && meeting.Status != MeetingStatus.Cancelled)
            .ToListAsync(cancellationToken);
        return meetings.Count switch
        {
            0 => new NoSuchMeeting(written),
            1 => meetings[0],
            _ => new SeveralMeetings(written, string.Join(", ", meetings.Select(meeting => $"{meeting.Id.Value} ({DanishFormat.TimeRange(meeting.Start)})"))),
        };
    }
}
