using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Search;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Minutes;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.Workspace;

/// <summary>»Søg«: the same as the command finds, for somebody who is alone; narrowed by what the address says.</summary>
public sealed class ReadSearch(SearchItems search, Gate gate)
{
    /// <param name="words">As they were typed; null before anything was.</param>
    /// <param name="forum">The key of one forum; null for all of the reader's.</param>
    /// <param name="skip">How many hits stand on the pages before.</param>
    /// <param name="narrowed">The filters as the address has them: anybody may have written it.</param>
    public async Task<Result<SearchPage>> HandleAsync(ChatTurn turn, string? words, string? forum, int skip, CancellationToken cancellationToken, SearchFields? narrowed = null)
    {
        var asked = DanishText.Shorten(DanishText.Clean(words), CommandLimits.MaxSearch);
        var entered = await gate.EnterAllAsync(turn, forum, SearchItems.Needs, CommandCatalogue.Search.InClosedForums, cancellationToken);
        if (!entered.TryGet(out var visits, out var error))
            return error;

        var forums = (await gate.OwnAsync(turn, cancellationToken)).Where(own => own.Access.May(SearchItems.Needs))
            .Select(own => new ForumLink(own.Forum.Key, own.Forum.Name, own.Board, MayOpen: true)).ToList();
        var page = new SearchPage(asked, Results: null, Said: null, forums, forum) { Fields = (narrowed ?? new SearchFields()).Cleaned() };
        if (asked.Length == 0 && page.Fields.Person.Length == 0)
            return page.Fields.IsEmpty ? page : page with { Said = SearchPageTexts.WordsNeeded };

        if (!page.Fields.Read().TryGet(out var filter, out var unread))
            return page with { Said = unread.Text };

        var found = await search.HandleAsync(new SearchRequest(visits, asked, skip) { Filter = filter }, cancellationToken);
        return found.TryGet(out var results, out var nothing) ? page with { Results = results } : page with { Said = nothing.Text };
    }
}

/// <param name="Results">Null where nothing was searched for.</param>
/// <param name="Said">Why nothing could be searched for; null otherwise.</param>
public sealed record SearchPage(string Words, SearchResults? Results, string? Said, IReadOnlyList<ForumLink> Forums, string? Forum)
{
    public SearchFields Fields { get; init; } = new();
}

/// <summary>What a search is narrowed by, as the address has it and the form shows it; empty for nothing.</summary>
/// <param name="Kind">»decision«.</param>
/// <param name="From">2026-01-31, or what else somebody wrote.</param>
/// <param name="Outcome">»postponed«.</param>
public sealed record SearchFields(string Kind = "", string From = "", string To = "", string Outcome = "", string Person = "")
{
    /// <summary>The kinds, as the address names them, in the order in which they are offered.</summary>
    public static IReadOnlyList<(string Code, SearchKind Kind)> Kinds { get; } =
        [("beslutning", SearchKind.Decision), ("referat", SearchKind.Minutes), ("sag", SearchKind.Case), ("aftale", SearchKind.Agreement)];

    public static IReadOnlyList<(string Code, RecommendationOutcome Outcome)> Outcomes { get; } =
        [.. Enum.GetValues<RecommendationOutcome>().Select(outcome => (System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString()), outcome))];

    public bool IsEmpty => this == new SearchFields();

    internal SearchFields Cleaned() => new(Short(Kind), Short(From), Short(To), Short(Outcome), Short(Person));

    /// <returns>Or what of it cannot be read: then nothing is searched for.</returns>
    internal Result<SearchFilter> Read()
    {
        var kind = Kinds.FirstOrDefault(one => one.Code == Kind);
        if (Kind.Length > 0 && kind.Code is null)
            return new FilterUnknown(Kind);

        var outcome = Outcomes.FirstOrDefault(one => one.Code == Outcome);
        if (Outcome.Length > 0 && outcome.Code is null)
            return new FilterUnknown(Outcome);

        if (!Day(From).TryGet(out var from, out var unread) || !Day(To).TryGet(out var to, out unread))
            return unread;

        return from.Day > to.Day ? new PeriodBackwards() : new SearchFilter
        {
            Kind = kind.Kind,
            From = from.Day,
            To = to.Day,
            Outcome = outcome.Code is null ? null : outcome.Outcome,
            Person = Person.Length > 0 ? Person : null,
        };
    }

    private static Result<OneDay> Day(string written) => written.Length == 0 ? new OneDay(null)
        : LocalDatePattern.Iso.Parse(written) is { Success: true, Value: var day } ? new OneDay(day)
        : new DayUnreadable(written);

    private static string Short(string? written) => DanishText.Shorten(DanishText.Clean(written), CommandLimits.MaxSearch);

    private sealed record OneDay(LocalDate? Day);
}

/// <summary>What the search page says beside what the card does.</summary>
internal static class SearchPageTexts
{
    internal const string WordsNeeded = "Skriv mindst ét ord eller et navn at lede efter.";
}

public sealed record FilterUnknown(string Written)
    : Error($"{DanishFormat.Quote(Written)} kan jeg ikke søge efter. Vælg en af mulighederne i felterne.");

public sealed record DayUnreadable(string Written)
    : Error($"{DanishFormat.Quote(Written)} er ingen dag, jeg kan læse. Skriv den som 2026-01-31.");

public sealed record PeriodBackwards()
    : Error("Perioden slutter, før den begynder. Byt de to dage om.");
