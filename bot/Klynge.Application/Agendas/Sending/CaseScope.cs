using Klynge.Application.Agendas.Coming;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Sending;

/// <summary>
/// Where a case stands. In each forum that it comes to it is one coming item, on that forum's agendas or off them, and what is sent names the one
/// it was sent from. So it has one open place: the last of that line that is not settled.
/// </summary>
internal static class CaseScope
{
    /// <summary>What an item is on its forum's list; a new one where it was never on it.</summary>
    internal static async Task<Result<ComingItem>> OwnAsync(this WriteScope scope, ItemOfForum at)
    {
        var found = await scope.ComingOfAsync(at.Item.Id);
        if (found is null)
        {
            if (await scope.StandsLaterAsync(at.Item.Id))
                return new AlreadyPostponed();

            var added = ComingItem.Add(new NewComingItem(at.Forum.Id, new ComingDetails(at.Item.Content, Wanted.None)), scope.Caller.PersonId, scope.Now);
            added.Become(at.Item.Id);
            scope.Db.ComingItems.Add(added);
            return added;
        }

        return found.Coming is { IsInForce: false, Origin: not ComingOrigin.Own } ? new ItemIsCalledBack()
            : found.StandsElsewhere || found.Coming.ItemId != at.Item.Id ? new ItemIsElsewhere()
            : found.Coming;
    }

    /// <summary>What was sent from it and has not come back, as this transaction leaves it.</summary>
    internal static async Task<ComingItem?> SentFromAsync(this WriteScope scope, ComingItem own) =>
        (await scope.AllSentFromAsync(own)).Find(one => one.IsInForce);

    /// <summary>All that was ever sent from it.</summary>
    internal static async Task<List<ComingItem>> AllSentFromAsync(this WriteScope scope, ComingItem own)
    {
        var stored = await scope.Db.ComingItems.Where(one => one.FromComingId == own.Id && one.Origin != ComingOrigin.News).ToListAsync();
        return [.. stored.Concat(scope.Db.ComingItems.Local.Where(one => one.FromComingId == own.Id && one.Origin != ComingOrigin.News)).Distinct()];
    }

    /// <summary>Why an item of a case cannot be put on another agenda of its forum: another forum has it, or has it back; null where it can.</summary>
    internal static async Task<Error?> CheckHereAsync(this WriteScope scope, ComingItem coming) =>
        coming is { IsInForce: false, Origin: not ComingOrigin.Own } ? new ItemIsCalledBack()
        : await scope.SentFromAsync(coming) is { } sent ? new ItemIsSentOn(await scope.ForumNameAsync(sent.ForumId))
        : null;

    /// <summary>The forums that the case came through to here, the nearest first.</summary>
    internal static async Task<List<ComingItem>> WayHereAsync(this WriteScope scope, ComingItem own)
    {
        var way = new List<ComingItem>();
        for (var at = own; at.FromComingId is { } id && await scope.Db.ComingItems.FindAsync(id) is { } before; at = before)
            way.Add(before);

        return way;
    }

    internal static async Task<string> ForumNameAsync(this WriteScope scope, ForumId id) => (await scope.Db.Forums.FindAsync(id))!.Name;

    /// <summary>A forum has not taken what was sent to it, so that the case waits where it came from.</summary>
    internal static async Task ComeBackAsync(this WriteScope scope, ComingItem sent)
    {
        if (sent.FromComingId is { } id && await scope.Db.ComingItems.FindAsync(id) is { } own)
            own.ComeBack(scope.Now);
    }
}

/// <summary>What follows for a travelling case from what else happens to it.</summary>
internal static class CaseFollow
{
    /// <summary>A forum takes what was sent to it off its list: it waits where it came from again, and whoever sent it reads why.</summary>
    internal static async Task DeclineAsync(this WriteScope scope, ComingItem sent, Forum by)
    {
        if (sent.Origin is not (ComingOrigin.Sent or ComingOrigin.SentBack) || sent.FromComingId is not { } id || await scope.Db.ComingItems.FindAsync(id) is not { } own)
            return;

        own.ComeBack(scope.Now);
        var forum = (await scope.Db.Forums.FindAsync(own.ForumId))!;
        var board = await scope.Db.Boards.Where(one => one.Id == forum.BoardId).Select(one => one.Name).SingleAsync();
        await scope.NotifySecretariatAsync(own.ForumId, ComingNotices.Declined(own, forum.Name, board, by.Name, sent.Content.IsClosed ? null : sent.Reason));
    }

    /// <summary>Why what was declined cannot be had back: where it came from, it has gone on; null where it can.</summary>
    internal static async Task<Error?> CheckStillSentAsync(this WriteScope scope, ComingItem sent)
    {
        if (sent.Origin is not (ComingOrigin.Sent or ComingOrigin.SentBack) || sent.FromComingId is not { } id || await scope.Db.ComingItems.FindAsync(id) is not { } own)
            return null;

        var isThere = own.IsInForce && own.ItemId == sent.FromItemId && await scope.SentFromAsync(own) is null;
        return isThere ? null : new ItemIsCalledBack();
    }

    /// <summary>What takes up at a meeting what was not settled in writing is the same case, and stands in its place on the list.</summary>
    internal static async Task FollowCaseAsync(this WriteScope scope, WrittenProcedure procedure, AgendaItem item)
    {
        if (procedure.AgendaItemId is not { } id)
            return;

        if (await scope.Db.AgendaItems.FindAsync(id) is { Case: { } key })
            item.JoinCase(key);

        if (procedure.GoesToMeeting && await scope.ComingOfAsync(id) is { StandsElsewhere: false, Coming: { IsInForce: true } coming } && coming.ItemId == id && await scope.SentFromAsync(coming) is null)
            coming.Become(item.Id);
    }
}
