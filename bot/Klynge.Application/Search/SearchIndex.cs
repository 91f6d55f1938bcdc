using System.Text;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Search;

/// <summary>
/// The full-text index over the items of all agendas (FTS5, or PostgreSQL's own with its Danish dictionary). The writer keeps it in step within the transaction of each change, so a
/// search never finds what was rolled back and never misses what was committed. Texts are folded on their way in, as words are on theirs.
/// </summary>
public static class SearchIndex
{
    private const int ItemsPerRound = 500;

    /// <summary>Fills the index where it is empty although there are items, as after a database was copied without it.</summary>
    /// <returns>How many items were read in; 0 when there was nothing to do.</returns>
    public static async Task<int> RebuildIfEmptyAsync(Writer writer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var intent = new WriteIntent("RebuildSearchIndex", Caller.System, IsOnRecord: false);
        var result = await writer.WriteAsync<Rebuilt>(intent, async scope => new Rebuilt(await RebuildAsync(scope)), cancellationToken);
        return result.Value.Items;
    }

    /// <summary>Brings the index in step with what a use case has changed, before the change tracker forgets.</summary>
    internal static void Update(WriteScope scope)
    {
        foreach (var entry in scope.Db.ChangeTracker.Entries<AgendaItem>())
        {
            switch (entry.State)
            {
                case EntityState.Added or EntityState.Modified when IsFound(entry.Entity):
                    Put(scope, entry.Entity);
                    break;
                case EntityState.Modified or EntityState.Deleted:
                    Remove(scope, entry.Entity.Id);
                    break;
            }
        }
    }

    /// <summary>Only what stands on an agenda: proposals, declined and removed items are nobody's to find.</summary>
    private static bool IsFound(AgendaItem item) => item.IsOnAgenda;

    private static async Task<int> RebuildAsync(WriteScope scope)
    {
        // At every start, so not by a query that would have to be translated first.
        if (scope.Sql.First("""SELECT 1 FROM "SearchIndex" LIMIT 1""", static _ => string.Empty) is not null)
            return 0;

        var db = scope.Db;

        var ids = await db.AgendaItems.Where(item => item.Status == AgendaItemStatus.Accepted).Select(item => item.Id).ToListAsync();
        foreach (var round in ids.Chunk(ItemsPerRound))
        {
            foreach (var item in await db.AgendaItems.AsNoTracking().Where(item => round.Contains(item.Id)).ToListAsync())
                Put(scope, item);
        }

        return ids.Count;
    }

    private static void Put(WriteScope scope, AgendaItem item)
    {
        var (title, body) = (item.Content.Title, BodyOf(item));
        if (scope.Db.Database.IsNpgsql())
        {
            PostgresSearch.Put(scope.Sql, item.Id, title, body);
            return;
        }

        scope.Sql.Execute(
            """INSERT OR REPLACE INTO "SearchIndex" ("rowid", "ItemId", "Title", "Body") VALUES (@p0, @p1, @p2, @p3)""",
            RowOf(item.Id),
            item.Id.Value,
            DanishText.Fold(title),
            DanishText.Fold(body));
    }

    private static void Remove(WriteScope scope, AgendaItemId item)
    {
        if (scope.Db.Database.IsNpgsql())
        {
            PostgresSearch.Remove(scope.Sql, item);
            return;
        }

        scope.Sql.Execute("""DELETE FROM "SearchIndex" WHERE "rowid" = @p0""", RowOf(item));
    }

    /// <summary>
    /// The index finds a row by number only. This one follows from the item's id, whose last 62 bits are random, so that no table has to
    /// remember it.
    /// </summary>
    private static long RowOf(AgendaItemId item)
    {
        Span<byte> bytes = stackalloc byte[16];
        item.Value.TryWriteBytes(bytes);
        return (BitConverter.ToInt64(bytes) ^ BitConverter.ToInt64(bytes[8..])) & long.MaxValue;
    }

    /// <summary>Everything of an item that is read, but its title.</summary>
    internal static string BodyOf(AgendaItem item)
    {
        var body = new StringBuilder();
        foreach (var text in TextsOf(item))
        {
            if (!string.IsNullOrWhiteSpace(text))
                body.Append(body.Length > 0 ? "\n" : "").Append(text);
        }

        return body.ToString();
    }

    private static IEnumerable<string?> TextsOf(AgendaItem item) =>
    [
        item.Decision,
        item.Content.Presenter,
        .. item.Content.Recommendations,
        .. item.Content.Sections.SelectMany(section => new[] { section.Heading, section.Text }),
        .. item.Content.Attachments.Where(attachment => !attachment.IsClosed).Select(attachment => attachment.Name),
    ];

    private sealed record Rebuilt(int Items);
}
