using System.Data;
using System.Text.Json;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Minutes;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Search;

/// <summary>The one statement of the search: who may see what is decided inside it, so that a page is never short and no count betrays.</summary>
internal static class SearchSql
{
    internal static async Task<(int Total, IReadOnlyList<AgendaItemId> Items)> RunAsync(
        KlyngeContext db, SearchQuery query, IReadOnlyList<SearchScope> scopes, SearchFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var rows = db.Database.IsNpgsql()
            ? await PostgresSearch.RunAsync(db, query, scopes, filter, skip, take, cancellationToken)
            : await RunInSqliteAsync(db, query, scopes, filter, skip, take, cancellationToken);
        return (rows.Count > 0 ? rows[0].Total : 0, [.. rows.Select(row => new AgendaItemId(row.Id))]);
    }

    private static async Task<List<SearchRow>> RunInSqliteAsync(
        KlyngeContext db, SearchQuery query, IReadOnlyList<SearchScope> scopes, SearchFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var (kind, from, to) = (filter.Kind, FirstDay(filter), LastDay(filter));
        var match = query.ToString();
        var inTitle = $"{{Title}} : ({match})";
        var open = JsonSerializer.Serialize(scopes.Select(scope => Text(scope.ForumId.Value)));
        var closed = JsonSerializer.Serialize(scopes.Where(scope => scope.WithClosed).Select(scope => Text(scope.ForumId.Value)));
        var person = Text(scopes.Count == 0 ? default : scopes[0].Person.Value);
        var accepted = (int)AgendaItemStatus.Accepted;
        return await db.Database.SqlQuery<SearchRow>($"""
            SELECT item."Id" AS "Id", COUNT(*) OVER () AS "Total"
            FROM (
                SELECT "rowid" AS "Row", "ItemId", ROUND(bm25("SearchIndex", 0.0, 10.0, 1.0), 1) AS "Score"
                FROM "SearchIndex" WHERE "SearchIndex" MATCH {match}
            ) AS hit
            JOIN "AgendaItems" AS item ON item."Id" = hit."ItemId"
            JOIN "Meetings" AS meeting ON meeting."Id" = item."MeetingId"
            WHERE item."Status" = {accepted}
              AND item."ForumId" IN (SELECT value FROM json_each({open}))
              AND (json_extract(item."Content", '$.isClosed') IS NOT 1 OR (item."ForumId" IN (SELECT value FROM json_each({closed}))
                  AND NOT EXISTS (SELECT 1 FROM "ItemExclusions" AS kept WHERE kept."ItemId" = item."Id" AND kept."PersonId" = {person})))
              AND meeting."Date" BETWEEN {from} AND {to}
              AND CASE {(int)kind}
                  WHEN 1 THEN item."Decision" IS NOT NULL
                  WHEN 2 THEN EXISTS (SELECT 1 FROM "Minutes" AS minutes WHERE minutes."MeetingId" = meeting."Id" AND minutes."Status" = {(int)MinutesStatus.Approved})
                  WHEN 3 THEN EXISTS (SELECT 1 FROM "WrittenProcedures" AS written WHERE written."AgendaItemId" = item."Id" AND written."ForumId" = item."ForumId" AND written."Status" <> {(int)ProcedureStatus.Draft}
                      AND (json_extract(written."Case", '$.isClosed') IS NOT 1 OR item."ForumId" IN (SELECT value FROM json_each({closed}))))
                  WHEN 4 THEN EXISTS (SELECT 1 FROM "Deadlines" AS agreed WHERE agreed."ItemId" = item."Id" AND agreed."ForumId" = item."ForumId" AND agreed."Status" <> {(int)DeadlineStatus.Removed})
                  ELSE 1 END
            ORDER BY
                hit."Row" IN (SELECT "rowid" FROM "SearchIndex" WHERE "SearchIndex" MATCH {inTitle}) DESC,
                hit."Score",
                meeting."Date" DESC,
                item."Number"
            LIMIT {take} OFFSET {skip}
            """).ToListAsync(cancellationToken);
    }

    /// <summary>An open end of a period is a day that no meeting is before, or after.</summary>
    internal static DateOnly FirstDay(SearchFilter filter) => filter.From is { } from ? from.ToDateOnly() : DateOnly.MinValue;

    internal static DateOnly LastDay(SearchFilter filter) => filter.To is { } to ? to.ToDateOnly() : DateOnly.MaxValue;

    /// <summary>A Guid as SQLite stores it for EF.</summary>
    private static string Text(Guid id) => id.ToString("D").ToUpperInvariant();
}

/// <param name="Total">How many there are in all.</param>
internal sealed record SearchRow(Guid Id, int Total);
