using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Search;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

namespace Klynge.Application.Workspace;

/// <summary>»Søg«: the same as the command finds, for somebody who is alone.</summary>
public sealed class ReadSearch(SearchItems search, Gate gate)
{
    /// <param name="words">As they were typed; null before anything was.</param>
    /// <param name="forum">The key of one forum; null for all of the reader's.</param>
    /// <param name="skip">How many hits stand on the pages before.</param>
    public async Task<Result<SearchPage>> HandleAsync(ChatTurn turn, string? words, string? forum, int skip, CancellationToken cancellationToken)
    {
        var asked = DanishText.Shorten(DanishText.Clean(words), CommandLimits.MaxSearch);
        var entered = await gate.EnterAllAsync(turn, forum, SearchItems.Needs, CommandCatalogue.Search.InClosedForums, cancellationToken);
        if (!entered.TryGet(out var visits, out var error))
            return error;

        var forums = (await gate.OwnAsync(turn, cancellationToken)).Where(own => own.Access.May(SearchItems.Needs))
            .Select(own => new ForumLink(own.Forum.Key, own.Forum.Name, own.Board, MayOpen: true)).ToList();
        if (asked.Length == 0)
            return new SearchPage(asked, Results: null, Said: null, forums, forum);

        var found = await search.HandleAsync(new SearchRequest(visits, asked, skip), cancellationToken);
        return found.TryGet(out var results, out var nothing)
            ? new SearchPage(asked, results, Said: null, forums, forum)
            : new SearchPage(asked, Results: null, nothing.Text, forums, forum);
    }
}

/// <param name="Results">Null where nothing was searched for.</param>
/// <param name="Said">Why nothing could be searched for; null otherwise.</param>
public sealed record SearchPage(string Words, SearchResults? Results, string? Said, IReadOnlyList<ForumLink> Forums, string? Forum);
