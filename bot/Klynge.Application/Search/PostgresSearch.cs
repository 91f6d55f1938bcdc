using System.Text;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Minutes;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Search;

/// <summary>
/// The index and the search in PostgreSQL. Each word is found as it stands, as in SQLite, and by its Danish stem as well: »referater«
/// finds »referatet«. A phrase is found to the letter.
/// </summary>
internal static class PostgresSearch
{
    /// <summary>PostgreSQL refuses a text with more than a megabyte of different words; nobody's item comes near this.</summary>
    private const int MaxTextLength = 300_000;

    private const string PutRow = """
        INSERT INTO "SearchIndex" ("ItemId", "Title", "Text") VALUES (
            @p0,
            to_tsvector('simple', @p1) || strip(to_tsvector('danish', @p1)),
            setweight(to_tsvector('simple', @p1), 'A') || setweight(to_tsvector('simple', @p2), 'B')
                || strip(to_tsvector('danish', @p1) || to_tsvector('danish', @p2)))
        ON CONFLICT ("ItemId") DO UPDATE SET "Title" = excluded."Title", "Text" = excluded."Text"
        """;

    private const string RemoveRow = """DELETE FROM "SearchIndex" WHERE "ItemId" = @p0""";

    internal static void Put(PreparedSql sql, AgendaItemId item, string title, string body) =>
        sql.Execute(PutRow, item.Value, WordsOf(title), WordsOf(body));

    internal static void Remove(PreparedSql sql, AgendaItemId item) => sql.Execute(RemoveRow, item.Value);

    /// <summary>The same order as in SQLite: what is in the title, then the better match, then the newer meeting.</summary>
    internal static async Task<List<SearchRow>> RunAsync(
        KlyngeContext db, SearchQuery query, IReadOnlyList<SearchScope> scopes, SearchFilter filter, int skip, int take, CancellationToken cancellationToken)
    {
        List<object> values =
        [
            (int)AgendaItemStatus.Accepted,
            scopes.Select(scope => scope.ForumId.Value).ToArray(),
            scopes.Where(scope => scope.WithClosed).Select(scope => scope.ForumId.Value).ToArray(),
            take,
            skip,
            scopes.Count == 0 ? Guid.Empty : scopes[0].Person.Value,
            (int)filter.Kind,
            SearchSql.FirstDay(filter),
            SearchSql.LastDay(filter),
            (int)MinutesStatus.Approved,
            (int)ProcedureStatus.Draft,
            (int)DeadlineStatus.Removed,
        ];
        var words = Words(query, values);
        var sql = $$"""
            SELECT item."Id" AS "Id", CAST(COUNT(*) OVER () AS integer) AS "Total"
            FROM (SELECT {{words}} AS words) AS query
            JOIN "SearchIndex" AS hit ON hit."Text" @@ query.words
            JOIN "AgendaItems" AS item ON item."Id" = hit."ItemId"
            JOIN "Meetings" AS meeting ON meeting."Id" = item."MeetingId"
            WHERE item."Status" = {0}
              AND item."ForumId" = ANY ({1})
              AND (item."Content"::json ->> 'isClosed' IS DISTINCT FROM 'true' OR (item."ForumId" = ANY ({2})
                  AND NOT EXISTS (SELECT 1 FROM "ItemExclusions" AS kept WHERE kept."ItemId" = item."Id" AND kept."PersonId" = {5})))
              AND meeting."Date" BETWEEN {7} AND {8}
              AND CASE {6}
                  WHEN 1 THEN item."Decision" IS NOT NULL
                  WHEN 2 THEN EXISTS (SELECT 1 FROM "Minutes" AS minutes WHERE minutes."MeetingId" = meeting."Id" AND minutes."Status" = {9})
                  WHEN 3 THEN EXISTS (SELECT 1 FROM "WrittenProcedures" AS written WHERE written."AgendaItemId" = item."Id" AND written."ForumId" = item."ForumId" AND written."Status" <> {10}
                      AND (written."Case"::json ->> 'isClosed' IS DISTINCT FROM 'true' OR item."ForumId" = ANY ({2})))
                  WHEN 4 THEN EXISTS (SELECT 1 FROM "Deadlines" AS agreed WHERE agreed."ItemId" = item."Id" AND agreed."ForumId" = item."ForumId" AND agreed."Status" <> {11})
                  ELSE TRUE END
            ORDER BY
                hit."Title" @@ query.words DESC,
                ROUND(ts_rank(hit."Text", query.words)::numeric, 2) DESC,
                meeting."Date" DESC,
                item."Number"
            LIMIT {3} OFFSET {4}
            """;
        return await db.Database.SqlQueryRaw<SearchRow>(sql, [.. values]).ToListAsync(cancellationToken);
    }

    /// <summary>The query as an expression. What a person wrote is in the parameters alone, and there it is letters and digits.</summary>
    private static string Words(SearchQuery query, List<object> values)
    {
        var words = new StringBuilder();
        for (var index = 0; index < query.Terms.Count; index++)
            words.Append(index > 0 ? " && " : "").Append(Term(query.Terms[index], query.LastIsPrefix && index == query.Terms.Count - 1, values));

        return words.ToString();
    }

    private static string Term(IReadOnlyList<string> term, bool isPrefix, List<object> values)
    {
        values.Add(string.Join(' ', term));
        var place = $$"""{{{values.Count - 1}}}""";
        return (term.Count, isPrefix) switch
        {
            ( > 1, _) => $"phraseto_tsquery('simple', {place})",
            (_, true) => $"(to_tsquery('simple', {place} || ':*') || plainto_tsquery('danish', {place}))",
            _ => $"(plainto_tsquery('simple', {place}) || plainto_tsquery('danish', {place}))",
        };
    }

    /// <summary>Cut into words as a query is, so that the server's own idea of a word (an address, a number with a dot) does not matter.</summary>
    private static string WordsOf(string text) =>
        string.Join(' ', FoldedWord.Split(text.Length > MaxTextLength ? text[..MaxTextLength] : text).Select(word => word.Folded));
}
