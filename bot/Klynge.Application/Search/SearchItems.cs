using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Search;

/// <param name="Words">As the person wrote them.</param>
/// <param name="Skip">How many hits have been shown already.</param>
/// <param name="OnlyForum">The forum whose chat it is, when others read along: nothing of another forum and nothing closed is shown there.</param>
public sealed record SearchRequest(string Words, int Skip = 0, ForumId? OnlyForum = null);

public sealed record SearchHit
{
    public required AgendaItemId ItemId { get; init; }

    public required MeetingId MeetingId { get; init; }

    public required ForumId ForumId { get; init; }

    public required string Forum { get; init; }

    public required LocalDate Date { get; init; }

    public required int Number { get; init; }

    public required string Title { get; init; }

    public required bool IsClosed { get; init; }

    /// <summary>Markdown, escaped; null when only the title was hit.</summary>
    public string? Snippet { get; init; }

    public string? Decision { get; init; }
}

public sealed record SearchResults(string Words, int Skip, int Total, IReadOnlyList<SearchHit> Hits)
{
    public bool HasMore => Skip + Hits.Count < Total;
}

/// <summary>
/// Finds items and decisions over all meetings of the forums that a person may read. What is in the title comes first, then the better
/// match, then the newer meeting.
/// </summary>
public sealed class SearchItems(IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    public const int PageSize = 10;

    private const int FurthestSkip = 10_000;

    public async Task<Result<SearchResults>> HandleAsync(PersonId person, SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (SearchQuery.Parse(request.Words) is not { } query)
            return new NothingToSearchFor();

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scopes = await SearchScope.OfAsync(db, person, request.OnlyForum, DanishTime.Today(clock));
        if (scopes.Count == 0)
            return new NothingToRead();

        var skip = Math.Clamp(request.Skip, 0, FurthestSkip);
        var found = await SearchSql.RunAsync(db, query, scopes, skip, PageSize, cancellationToken);
        return new SearchResults(request.Words, skip, found.Total, await DescribeAsync(db, query, found.Items, cancellationToken));
    }

    private static async Task<IReadOnlyList<SearchHit>> DescribeAsync(
        KlyngeContext db, SearchQuery query, IReadOnlyList<AgendaItemId> found, CancellationToken cancellationToken)
    {
        var rows = await db.AgendaItems.AsNoTracking()
            .Where(item => found.Contains(item.Id))
            .Join(db.Meetings, item => item.MeetingId, meeting => meeting.Id, (item, meeting) => new { item, meeting.Date })
            .Join(db.Forums, row => row.item.ForumId, forum => forum.Id, (row, forum) => new { row.item, row.Date, forum.Name })
            .ToDictionaryAsync(row => row.item.Id, cancellationToken);
        return [.. found.Where(rows.ContainsKey).Select(id => rows[id]).Select(row => new SearchHit
        {
            ItemId = row.item.Id,
            MeetingId = row.item.MeetingId,
            ForumId = row.item.ForumId,
            Forum = row.Name,
            Date = row.Date,
            Number = row.item.Number,
            Title = row.item.Content.Title,
            IsClosed = row.item.Content.IsClosed,
            Snippet = Search.Snippet.Of(SearchIndex.BodyOf(row.item), query),
            Decision = row.item.Decision,
        })];
    }
}
