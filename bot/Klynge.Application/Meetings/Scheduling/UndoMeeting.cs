using Klynge.Application.Data;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Meetings.Scheduling;

/// <summary>Takes back a meeting that was planned by mistake, in silence: only while nobody can know of it.</summary>
public sealed class UndoMeeting(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageMeetings;

    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, MeetingId meetingId, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(caller, nameof(UndoMeeting), forumId, async scope =>
        {
            var found = await scope.MeetingAsync(forumId, meetingId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            return await scope.Db.IsToldAsync(at.Meeting.Id, at.Meeting.AgendaSentAt is not null)
                ? new MeetingIsKnown()
                : at.Meeting.Cancel(reason: null);
        }, cancellationToken);
}
