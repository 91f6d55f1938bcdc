using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Meetings;

/// <summary>
/// Takes back that a meeting was held: somebody had tried the call out, and Teams reported a start and an end. The list of participants
/// is made anew when the meeting ends. Too late once there are minutes.
/// </summary>
public sealed class ReopenMeeting(Writer writer)
{
    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, MeetingId meetingId, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(caller, nameof(ReopenMeeting), forumId, async scope =>
        {
            var found = await scope.MeetingAsync(forumId, meetingId, Permission.ManageMeetings);
            if (!found.TryGet(out var at, out var error))
            {
                return error;
            }

            if (await scope.Db.Minutes.AnyAsync(minutes => minutes.MeetingId == meetingId
                    && (minutes.DocumentPath != null || minutes.Status == MinutesStatus.Approved)))
            {
                return new MeetingIsHeld();
            }

            if (at.Meeting.Reopen().Error is { } refused)
            {
                return refused;
            }

            scope.Db.Participants.RemoveRange(await scope.Db.Participants.Where(line => line.MeetingId == meetingId).ToListAsync());
            scope.Db.Presences.RemoveRange(await scope.Db.Presences.Where(line => line.MeetingId == meetingId).ToListAsync());
            await scope.RefreshAsync(AgendaCards.Key(meetingId));
            return default(Done);
        }, cancellationToken);
}
