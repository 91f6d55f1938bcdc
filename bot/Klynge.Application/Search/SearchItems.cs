using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Search;

/// <param name="Forums">Where the person may read minutes.</param>
/// <param name="Words">As the person wrote them.</param>
/// <param name="Skip">How many hits have been shown already.</param>
/// <param name="IsAlone">Nobody reads along, so what is closed is found where the person may read it.</param>
public sealed record SearchRequest(IReadOnlyList<Visit> Forums, string Words, int Skip = 0, bool IsAlone = true)
{
    public SearchFilter Filter { get; init; } = SearchFilter.None;
}

/// <summary>A forum that is searched, and whether its closed items too.</summary>
/// <param name="Person">Who searches: they do not find what they are kept out of.</param>
internal sealed record SearchScope(ForumId ForumId, bool WithClosed, PersonId Person = default);

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

    /// <summary>More have the words than were read for their outcome: there may be others.</summary>
    public bool IsCut { get; init; }
}

/// <summary>
/// Finds items and decisions over all meetings of the forums that a person may read. What is in the title comes first, then the better
/// match, then the newer meeting.
/// </summary>
public sealed class SearchItems(IDbContextFactory<KlyngeContext> contexts)
{
    /// <summary>What it takes to find something in a forum; the command and its button ask for this.</summary>
    public const Permission Needs = Permission.ReadMinutes;

    public const int PageSize = 10;

    /// <summary>Decisions that are read for an outcome: what a recommendation came to stands in their words alone.</summary>
    public const int MaxRead = 2_000;

    private const int FurthestSkip = 10_000;

    public async Task<Result<SearchResults>> HandleAsync(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (SearchQuery.Parse(request.Words, request.Filter.Person) is not { } query)
            return new NothingToSearchFor();

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var scopes = request.Forums.Select(visit => new SearchScope(visit.Forum.Id, request.IsAlone && visit.Access.May(Permission.ReadClosedItems), visit.Access.PersonId)).ToList();
        var skip = Math.Clamp(request.Skip, 0, FurthestSkip);
        if (request.Filter.Outcome is { } outcome)
            return await OfOutcomeAsync(db, query, scopes, request, skip, outcome, cancellationToken);

        var found = await SearchSql.RunAsync(db, query, scopes, request.Filter, skip, PageSize, cancellationToken);
        return new SearchResults(request.Words, skip, found.Total, await DescribeAsync(db, query, found.Items, cancellationToken));
    }

    private static async Task<SearchResults> OfOutcomeAsync(
        KlyngeContext db, SearchQuery query, IReadOnlyList<SearchScope> scopes, SearchRequest request, int skip, RecommendationOutcome outcome, CancellationToken cancellationToken)
    {
        var decided = request.Filter.Kind == SearchKind.Item ? request.Filter with { Kind = SearchKind.Decision } : request.Filter;
        var (total, all) = await SearchSql.RunAsync(db, query, scopes, decided, skip: 0, MaxRead, cancellationToken);
        var items = await db.AgendaItems.AsNoTracking().Where(item => all.Contains(item.Id)).ToDictionaryAsync(item => item.Id, cancellationToken);
        var fitting = all.Where(id => items.TryGetValue(id, out var item) && item.Decision is { } decision
            && RecommendationOutcomes.Told(decision, item.Content.Recommendations.Count).Contains(outcome)).ToList();
        return new SearchResults(request.Words, skip, fitting.Count, await DescribeAsync(db, query, [.. fitting.Skip(skip).Take(PageSize)], cancellationToken)) { IsCut = total > all.Count };
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
