using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Sending;

/// <summary>
/// Gives a case its number: when it first is decided, or sent on before that, and with it to what the item continues. A proposal, or an item
/// that is taken off again, uses no number, so that the series has no gaps that nobody can explain; standing items are no cases.
/// </summary>
internal static class CaseNumbers
{
    /// <summary>For an item that has just been decided.</summary>
    internal static async Task NumberDecidedAsync(this WriteScope scope, ItemOfForum at)
    {
        if (at.Item is { Decision: not null, Case: null } && !IsStanding(at))
            await scope.CaseOfAsync(at.Forum.BoardId, at.Meeting, at.Item);
    }

    /// <summary>The number of an item's case; a new one where it has none.</summary>
    internal static async Task<CaseKey> CaseOfAsync(this WriteScope scope, BoardId board, Meeting meeting, AgendaItem item)
    {
        var chain = new List<AgendaItem> { item };
        while (chain[^1] is { Case: null, ContinuesId: { } earlier } && await scope.Db.AgendaItems.FindAsync(earlier) is { } before)
            chain.Add(before);

        var coming = await ComingOfAsync(scope, chain);
        var key = chain[^1].Case ?? coming?.Case ?? await NextAsync(scope, board, meeting.Date.Year);
        chain.ForEach(one => one.JoinCase(key));
        coming?.JoinCase(key);
        return key;
    }

    private static async Task<ComingItem?> ComingOfAsync(WriteScope scope, List<AgendaItem> chain)
    {
        var ids = chain.ConvertAll(one => (AgendaItemId?)one.Id);
        return await scope.Db.ComingItems.FirstOrDefaultAsync(coming => ids.Contains(coming.ItemId));
    }

    private static async Task<CaseKey> NextAsync(WriteScope scope, BoardId board, int year)
    {
        if (await scope.Db.CaseSeries.FindAsync(board, year) is { } series)
            return series.Next();

        series = new CaseSeries { BoardId = board, Year = year };
        scope.Db.CaseSeries.Add(series);
        return series.Next();
    }

    private static bool IsStanding(ItemOfForum at)
    {
        var title = DanishText.Fold(at.Item.Content.Title);
        return at.Item.Content.StandsLast || title == DanishText.Fold(Agreements.AgreementTexts.FollowUp)
            || at.Forum.Rules.StandingItems.Any(standing => DanishText.Fold(standing.Title) == title);
    }
}
