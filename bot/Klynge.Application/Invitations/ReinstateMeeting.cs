using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Invitations;

/// <summary>
/// Takes a cancellation back that came from the calendar: the event was deleted by mistake, or the meeting is held without it. Those who
/// were told of the cancellation see on the agenda card that the meeting stands.
/// </summary>
public sealed class ReinstateMeeting(Writer writer)
{
    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, MeetingId meetingId, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(caller, nameof(ReinstateMeeting), forumId, async scope =>
        {
            var found = await scope.MeetingAsync(forumId, meetingId, Permission.ManageMeetings);
            if (!found.TryGet(out var at, out var error))
            {
                return error;
            }

            if (at.Meeting.Reinstate(scope.Now).Error is { } refused)
            {
                return refused;
            }

            await scope.RefreshAsync(AgendaCards.Key(meetingId));
            return default(Done);
        }, cancellationToken);
}
