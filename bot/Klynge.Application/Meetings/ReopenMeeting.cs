using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Meetings;

/// <summary>
/// Takes back that a meeting was held: somebody had tried the call out, or it is still going on. The list of participants is made anew when
/// the meeting ends, and the deadlines that its start had ended stand again. Too late once there are minutes.
/// </summary>
public sealed class ReopenMeeting(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageMeetings;

    public Task<Result<Done>> HandleAsync(Caller caller, ReopenMeetingRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(caller, nameof(ReopenMeeting), request.ForumId, async scope =>
        {
            var meetingId = request.MeetingId;
            var found = await scope.MeetingAsync(request.ForumId, meetingId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (await scope.Db.Minutes.AnyAsync(minutes => minutes.MeetingId == meetingId
                    && (minutes.DocumentPath != null || minutes.Status == MinutesStatus.Approved)))
            {
                return new MeetingIsHeld();
            }

            var began = at.Meeting.StartedAt;
            if ((request.To == MeetingReturn.ToPlanned ? at.Meeting.Reopen() : at.Meeting.Resume(scope.Now)).Error is { } refused)
                return refused;

            if (at.Meeting.Status != MeetingStatus.InProgress && began is { } since)
                await scope.ReviveDeadlinesAsync(at.Forum, meetingId, since);

            scope.Db.Participants.RemoveRange(await scope.Db.Participants.Where(line => line.MeetingId == meetingId).ToListAsync());
            scope.Db.Presences.RemoveRange(await scope.Db.Presences.Where(line => line.MeetingId == meetingId).ToListAsync());
            await scope.RefreshAsync(AgendaCards.Key(meetingId));
            return default(Done);
        }, cancellationToken);
}

/// <param name="To">What the meeting is again.</param>
public sealed record ReopenMeetingRequest(ForumId ForumId, MeetingId MeetingId, MeetingReturn To);

public enum MeetingReturn
{
    /// <summary>It was a trial, and the meeting is still ahead.</summary>
    ToPlanned = 1,

    /// <summary>It was ended too soon, and goes on.</summary>
    ToInProgress = 2,
}
