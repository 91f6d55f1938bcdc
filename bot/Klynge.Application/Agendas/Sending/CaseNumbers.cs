using System.Globalization;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
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
            await scope.CaseOfAsync(at, at.IsComing ? await scope.Db.ComingItems.FirstOrDefaultAsync(coming => coming.ItemId == at.Item.Id) : null);
    }

    /// <summary>The number of an item's case; a new one where it has none.</summary>
    /// <param name="coming">What the item is on the forum's list; null where it was never on it.</param>
    internal static async Task<CaseKey> CaseOfAsync(this WriteScope scope, ItemOfForum at, ComingItem? coming)
    {
        var chain = new List<AgendaItem> { at.Item };
        while (chain[^1] is { Case: null, ContinuesId: { } earlier } && await scope.Db.AgendaItems.FindAsync(earlier) is { } before)
            chain.Add(before);

        var key = chain[^1].Case ?? coming?.Case ?? Next(scope, at.Forum.BoardId, at.Meeting.Date.Year);
        chain.ForEach(one => one.JoinCase(key));
        coming?.JoinCase(key);
        return key;
    }

    /// <summary>One statement, so that two hosts never give the same.</summary>
    private static CaseKey Next(WriteScope scope, BoardId board, int year) => new(year, int.Parse(
        scope.Sql.First(
            """
            INSERT INTO "CaseSeries" ("BoardId", "Year", "Last") VALUES (@p0, @p1, 1)
            ON CONFLICT ("BoardId", "Year") DO UPDATE SET "Last" = "CaseSeries"."Last" + 1 RETURNING "Last"
            """,
            static row => row.GetInt32(0).ToString(CultureInfo.InvariantCulture),
            board.Value,
            year)!,
        CultureInfo.InvariantCulture));

    private static bool IsStanding(ItemOfForum at)
    {
        var title = DanishText.Fold(at.Item.Content.Title);
        return at.Item.Content.StandsLast || title == DanishText.Fold(Agreements.AgreementTexts.FollowUp)
            || at.Forum.Rules.StandingItems.Any(standing => DanishText.Fold(standing.Title) == title);
    }
}
