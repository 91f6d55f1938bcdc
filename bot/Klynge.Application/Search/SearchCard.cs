using System.Text.Json.Nodes;
using Klynge.Application.Agendas;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Meetings;
using Klynge.Application.Rights;
using Klynge.Teams.Cards;

namespace Klynge.Application.Search;

/// <summary>A page of what was found.</summary>
public static class SearchCard
{
    internal static readonly ButtonRight MoreVerb = new("search.more", Who.With(SearchItems.Needs) | Actors.OtherForum, "finds in their own forums only") { Needs = SearchItems.Needs };

    /// <summary>Opens a hit: the item, with the way back to what was found.</summary>
    internal static readonly ButtonRight OpenVerb = new("search.open", AgendaQueries.Needs);

    internal const string Words = "words";
    internal const string Skip = "skip";

    private const int MaxDecisionLength = 300;

    public static AdaptiveCard Build(SearchResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var heading = Texts.Heading(results.Words);
        var count = results.Hits.Count == 0 ? Texts.Nothing(results.Words) : Texts.Count(results);
        return new AdaptiveCard
        {
            Speak = results.Hits.Count == 0 ? count : $"{heading}. {count}.",
            FallbackText = results.Hits.Count == 0 ? count : $"{heading}. {count}.",
            Body =
            [
                new TextBlock(CardText.Escape(heading)) { Weight = TextWeight.Bolder, Size = TextSize.Medium, Style = TextBlockStyle.Heading },
                new TextBlock(CardText.Escape(count)) { IsSubtle = true, Spacing = Spacing.Small },
                .. results.Hits.Select(hit => Row(hit, results)),
            ],
            Actions = results.HasMore
                ? [PageButton(Texts.More, results.Words, results.Skip + results.Hits.Count)]
                : null,
        };
    }

    /// <summary>A page of the search: the next one, or the one that a hit was opened from.</summary>
    internal static ExecuteAction PageButton(string title, string words, int skip) =>
        new(title, MoreVerb) { Data = new JsonObject { [Words] = words, [Skip] = skip }, AssociatedInputs = AssociatedInputs.None };

    private static Container Row(SearchHit hit, SearchResults results) => new([.. Lines(hit), new ActionSet(Open(hit, results)) { Spacing = Spacing.Small }])
    {
        Separator = true,
        Spacing = Spacing.Medium,
    };

    private static ExecuteAction Open(SearchHit hit, SearchResults results)
    {
        var data = CardParts.Data(hit.ForumId, hit.MeetingId, hit.ItemId);
        (data[Words], data[Skip]) = (results.Words, results.Skip);
        return CardParts.Button(Texts.Open, OpenVerb, data);
    }

    private static IEnumerable<CardElement> Lines(SearchHit hit)
    {
        yield return new TextBlock(CardText.Escape(hit.Title)) { Weight = TextWeight.Bolder };
        yield return new TextBlock(CardText.Escape(Texts.Where(hit))) { IsSubtle = true, Spacing = Spacing.None };
        if (hit.IsClosed)
            yield return new TextBlock(Texts.Closed) { Color = TextColor.Warning, Spacing = Spacing.None };
        if (hit.Snippet is { } snippet)
            yield return new TextBlock(snippet) { Spacing = Spacing.Small };
        if (hit.Decision is { Length: > 0 } decision)
            yield return new TextBlock($"**{Texts.Decision}** {CardText.Escape(LongText.Beginning(decision, MaxDecisionLength))}") { Spacing = Spacing.Small };
    }
}
