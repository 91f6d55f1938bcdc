using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Coming;

/// <summary>What a use case about one coming item begins with: may the caller do it in this forum, and is it the forum's.</summary>
internal static class ComingScope
{
    internal static async Task<Result<ComingOfForum>> ComingAsync(this WriteScope scope, ForumId forumId, ComingItemId id, Permission permission)
    {
        var entered = await scope.EnterAsync(forumId, permission);
        if (!entered.TryGet(out var visit, out var error))
            return error;

        return await scope.Db.Rows(scope.Db.ComingItems.Where(coming => coming.Id == id && coming.ForumId == forumId)).SingleOrDefaultAsync() is { } row
            ? new ComingOfForum(visit, row)
            : new ComingItemNotFound();
    }

    /// <summary>
    /// The coming item that an item is, was before it went on to another meeting, or becomes where that is taken off again. It is one however often it is postponed and taken off, so
    /// whatever puts an item back asks here whether it stands elsewhere by now.
    /// </summary>
    internal static async Task<ComingOfItem?> ComingOfAsync(this WriteScope scope, AgendaItemId item)
    {
        List<AgendaItemId> chain = [item], last = [item];
        while (last.Count > 0)
        {
            var from = last.ConvertAll(id => (AgendaItemId?)id);
            last = await scope.Db.AgendaItems
                .Where(one => from.Contains(one.ContinuesId) || scope.Db.AgendaItems.Any(later => from.Contains(later.Id) && later.ContinuesId == one.Id))
                .Select(one => one.Id)
                .ToListAsync();
            last.RemoveAll(chain.Contains);
            chain.AddRange(last);
        }

        var ids = chain.ConvertAll(id => (AgendaItemId?)id);
        var row = await scope.Db.Rows(scope.Db.ComingItems.Where(coming => ids.Contains(coming.ItemId))).FirstOrDefaultAsync();
        return row is null ? null : new ComingOfItem(row.Coming, StandsElsewhere: row.Coming.ItemId != item && row.ToView().MeetingId is not null);
    }
}

internal static class PostponedOn
{
    /// <summary>Whether an item stands on a later agenda by now, however often it went on from there.</summary>
    /// <param name="but">What went on from this one does not count; null for nothing.</param>
    internal static async Task<bool> StandsLaterAsync(this WriteScope scope, AgendaItemId item, AgendaItemId? but = null)
    {
        for (List<AgendaItemId?> at = [item]; at.Count > 0;)
        {
            var later = await scope.Db.AgendaItems.Where(one => at.Contains(one.ContinuesId) && one.Id != but).Select(one => new { one.Id, one.Status }).ToListAsync();
            if (later.Exists(one => one.Status == AgendaItemStatus.Accepted))
                return true;

            at = later.ConvertAll(one => (AgendaItemId?)one.Id);
        }

        return false;
    }
}

/// <summary>What leaves an agenda.</summary>
internal static class ComingLeft
{
    /// <summary>Taken off, it waits again; where it came from a meeting on whose agenda it still stands, it is that item again.</summary>
    internal static async Task LeaveAsync(this WriteScope scope, AgendaItem item)
    {
        if (await scope.ComingOfAsync(item.Id) is not { Coming: var coming })
            return;

        var earlier = item.ContinuesId is { } id && coming.ItemId == item.Id ? await scope.Db.AgendaItems.SingleAsync(one => one.Id == id) : null;
        if (earlier is { IsOnAgenda: true } && await scope.Db.Meetings.AnyAsync(meeting => meeting.Id == earlier.MeetingId && meeting.Status != MeetingStatus.Cancelled))
            coming.Become(earlier.Id);

        await scope.ToldFollowUpAsync(coming);
    }
}

internal sealed record ComingOfForum(Visit Visit, ComingRow Row)
{
    internal ComingItem Coming => Row.Coming;
}

/// <param name="StandsElsewhere">It is on an agenda as another item than the one that was asked about.</param>
internal sealed record ComingOfItem(ComingItem Coming, bool StandsElsewhere);
