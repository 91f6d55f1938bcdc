using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Data;
using Klynge.Application.Minutes.Uploads;
using Klynge.Application.Outbox;
using Klynge.Application.WrittenProcedures.Documents;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Drafting;

/// <summary>
/// An item, the items of the forum's other meetings that it continues or that continue it, the case in which it is decided in writing, and the
/// item that tells the next meeting of it are one matter.
/// </summary>
internal static class CaseOfItem
{
    /// <summary>
    /// Closes the whole matter of an item that has been closed, with what has been decided and what earlier meetings had: cards, documents,
    /// minutes and hearings follow. An item that is opened up again opens nothing: what the voters were told in confidence stays so.
    /// </summary>
    internal static Task CloseMatterAsync(this WriteScope scope, AgendaItem item) =>
        item.Content.IsClosed ? CloseAsync(scope, item.ForumId, items: [item.Id], cases: []) : Task.CompletedTask;

    /// <summary>The same for a case that is closed by itself: the items that it belongs to.</summary>
    internal static Task CloseMatterAsync(this WriteScope scope, WrittenProcedure procedure) =>
        procedure.Case.IsClosed ? CloseAsync(scope, procedure.ForumId, items: [], cases: [procedure.Id]) : Task.CompletedTask;

    private static async Task CloseAsync(WriteScope scope, ForumId forum, List<AgendaItemId> items, List<WrittenProcedureId> cases)
    {
        var (seenItems, seenCases) = (new HashSet<AgendaItemId>(), new HashSet<WrittenProcedureId>());
        while (items.Count + cases.Count > 0)
        {
            var (nextItems, nextCases) = (items.Where(seenItems.Add).ToList(), cases.Where(seenCases.Add).ToList());
            (items, cases) = ([], []);
            foreach (var item in await ItemsAsync(scope.Db, forum, nextItems))
            {
                await CloseAsync(scope, item);
                items.AddRange(item.ContinuesId is { } earlier ? [item.Id, earlier] : [item.Id]);
            }

            foreach (var procedure in await CasesAsync(scope.Db, forum, nextItems, nextCases))
            {
                await CloseAsync(scope, procedure);
                cases.Add(procedure.Id);
                items.AddRange(new[] { procedure.AgendaItemId, procedure.FollowUpItemId }.OfType<AgendaItemId>());
            }
        }

        foreach (var (there, sent) in await SentOnAsync(scope.Db, forum, [.. seenItems]))
            await CloseAsync(scope, there, items: [sent], cases: []);
    }

    /// <summary>What other forums have on their agendas of it: sent on, or told of. On their lists it has no words any more.</summary>
    private static async Task<List<(ForumId Forum, AgendaItemId Item)>> SentOnAsync(KlyngeContext db, ForumId forum, List<AgendaItemId> ids)
    {
        var from = ids.ConvertAll(id => (AgendaItemId?)id);
        var sent = ids.Count == 0 ? [] : await db.ComingItems
            .Where(coming => from.Contains(coming.FromItemId) && coming.Origin != ComingOrigin.Own && coming.ForumId != forum && coming.ItemId != null)
            .Select(coming => new { coming.ForumId, coming.ItemId }).ToListAsync();
        return sent.ConvertAll(one => (one.ForumId, one.ItemId!.Value));
    }

    /// <summary>Those, and what continues them.</summary>
    private static async Task<List<AgendaItem>> ItemsAsync(KlyngeContext db, ForumId forum, List<AgendaItemId> ids)
    {
        var earlier = ids.ConvertAll(id => (AgendaItemId?)id);
        return ids.Count == 0 ? [] : await db.AgendaItems.Where(item => item.ForumId == forum && (ids.Contains(item.Id) || earlier.Contains(item.ContinuesId))).ToListAsync();
    }

    private static async Task<List<WrittenProcedure>> CasesAsync(KlyngeContext db, ForumId forum, List<AgendaItemId> items, List<WrittenProcedureId> cases)
    {
        var theirs = items.ConvertAll(id => (AgendaItemId?)id);
        return items.Count + cases.Count == 0 ? [] : await db.WrittenProcedures.Include(procedure => procedure.Roll)
            .Where(procedure => procedure.ForumId == forum
                && (cases.Contains(procedure.Id) || theirs.Contains(procedure.AgendaItemId) || theirs.Contains(procedure.FollowUpItemId)))
            .ToListAsync();
    }

    private static async Task CloseAsync(WriteScope scope, AgendaItem item)
    {
        if (item.Content.IsClosed)
            return;

        item.CloseOff(scope.Now);
        await scope.LeaveOpenPlaceAsync(item.MeetingId);
        await scope.LeaveOpenPlaceAsync(item);
        await scope.RefreshAsync(AgendaCards.Key(item.MeetingId));
    }

    private static async Task CloseAsync(WriteScope scope, WrittenProcedure procedure)
    {
        if (procedure.Case.IsClosed)
            return;

        procedure.CloseOff();
        await scope.LeaveOpenPlaceAsync(procedure);
        await scope.RefreshAsync(ProcedureCardSource.Key(procedure.Id));
    }
}
