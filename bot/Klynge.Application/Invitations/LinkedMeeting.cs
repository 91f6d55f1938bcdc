using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Invitations;

/// <summary>A board meeting and the event that calls it, all tracked by the write that holds them.</summary>
/// <param name="IsNew">The meeting was put on record by this write, so nobody can know of it.</param>
internal sealed record LinkedMeeting(Forum Forum, Meeting Meeting, CalendarLink Link, bool IsNew = false)
{
    /// <summary>What cards head the meeting by, also while it is not in the database yet.</summary>
    internal async Task<MeetingView> ViewAsync(KlyngeContext db) => new()
    {
        Id = Meeting.Id,
        ForumId = Forum.Id,
        Forum = Forum.Name,
        Board = await db.Boards.Where(board => board.Id == Forum.BoardId).Select(board => board.Name).SingleAsync(),
        Time = Meeting.Time,
        Status = Meeting.Status,
        Version = Meeting.Version,
        Place = Meeting.Place,
        JoinUrl = Meeting.JoinUrl,
        AgendaSentAt = Meeting.AgendaSentAt,
        CancellationReason = Meeting.CancellationReason,
    };
}
