using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Meetings;

/// <summary>
/// What a use case about a meeting or an item begins with: may the caller do it in this forum, and is the record the forum's.
/// </summary>
internal static class MeetingScope
{
    internal static async Task<Result<MeetingOfForum>> MeetingAsync(
        this WriteScope scope, ForumId forumId, MeetingId meetingId, Permission permission)
    {
        var entered = await scope.EnterAsync(forumId, permission);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        return await scope.Db.Meetings.SingleOrDefaultAsync(meeting => meeting.Id == meetingId && meeting.ForumId == forumId) is { } meeting
            ? new MeetingOfForum(visit.Forum, meeting, visit.Access)
            : new MeetingNotFound();
    }

    internal static async Task<Result<ItemOfForum>> ItemAsync(
        this WriteScope scope, ForumId forumId, AgendaItemId itemId, Permission permission, MeetingId? onlyOf = null)
    {
        var entered = await scope.EnterAsync(forumId, permission);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        var found = await scope.Db.AgendaItems.Where(item => item.Id == itemId && item.ForumId == forumId)
            .Join(scope.Db.Meetings, item => item.MeetingId, meeting => meeting.Id, (item, meeting) => new
            {
                Item = item,
                Meeting = meeting,
                IsFinal = scope.Db.Minutes.Any(minutes => minutes.MeetingId == meeting.Id && minutes.Status == MinutesStatus.Approved),
                HasComing = scope.Db.ComingItems.Any(coming => coming.ForumId == forumId && coming.ItemId != null),
                IsContinued = scope.Db.AgendaItems.Any(later => later.ContinuesId == item.Id),
                IsComing = scope.Db.ComingItems.Any(coming => coming.ItemId == item.Id),
            })
            .SingleOrDefaultAsync();
        return found is null || (onlyOf is { } named && found.Meeting.Id != named)
            ? new ItemNotFound()
            : new ItemOfForum(visit.Forum, found.Meeting, found.Item, visit.Access) { IsFinal = found.IsFinal, HasComing = found.HasComing, IsComing = found.IsComing, IsContinued = found.IsContinued };
    }
}

internal sealed record MeetingOfForum(Forum Forum, Meeting Meeting, ForumAccess Access);

internal sealed record ItemOfForum(Forum Forum, Meeting Meeting, AgendaItem Item, ForumAccess Access)
{
    /// <summary>The minutes of its meeting are approved.</summary>
    internal bool IsFinal { get; init; }

    /// <summary>It may be one of the forum's coming items: some stand on an agenda, and it is one of those, or is linked to other items.</summary>
    internal bool HasComing { get => field && (IsComing || IsContinued || Item.ContinuesId is not null); init; }

    /// <summary>This one is what such a case has become.</summary>
    internal bool IsComing { get; init; }

    /// <summary>It went on to another meeting, or was to.</summary>
    internal bool IsContinued { get; init; }
}
