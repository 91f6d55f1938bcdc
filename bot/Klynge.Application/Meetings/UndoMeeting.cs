using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Meetings;

/// <summary>Takes back a meeting that was planned by mistake, in silence: only while nobody can know of it.</summary>
public sealed class UndoMeeting(Writer writer)
{
    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, MeetingId meetingId, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(caller, nameof(UndoMeeting), forumId, async scope =>
        {
            var found = await scope.MeetingAsync(forumId, meetingId, Permission.ManageMeetings);
            if (!found.TryGet(out var at, out var error))
                return error;

            return await scope.Db.IsToldAsync(at.Meeting.Id, at.Meeting.AgendaSentAt is not null)
                ? new MeetingIsKnown()
                : at.Meeting.Cancel(reason: null);
        }, cancellationToken);
}
