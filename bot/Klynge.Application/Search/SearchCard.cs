using System.Text.Json.Nodes;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Search;

/// <summary>A page of what was found.</summary>
public static class SearchCard
{
    internal const string MoreVerb = "search.more";

    private const int LongestDecision = 300;

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
                .. results.Hits.Select(Row),
            ],
            Actions = results.HasMore
                ? [new ExecuteAction(Texts.More, MoreVerb) { Data = new JsonObject { ["words"] = results.Words, ["skip"] = results.Skip + results.Hits.Count } }]
                : null,
        };
    }

    private static Container Row(SearchHit hit) => new([.. Lines(hit)]) { Separator = true, Spacing = Spacing.Medium };

    private static IEnumerable<CardElement> Lines(SearchHit hit)
    {
        yield return new TextBlock(CardText.Escape(hit.Title)) { Weight = TextWeight.Bolder };
        yield return new TextBlock(CardText.Escape(Texts.Where(hit))) { IsSubtle = true, Spacing = Spacing.None };
        if (hit.IsClosed)
            yield return new TextBlock(Texts.Closed) { Color = TextColor.Warning, Spacing = Spacing.None };
        if (hit.Snippet is { } snippet)
            yield return new TextBlock(snippet) { Spacing = Spacing.Small };
        if (hit.Decision is { Length: > 0 } decision)
            yield return new TextBlock($"**{Texts.Decision}** {CardText.Escape(DanishText.Shorten(DanishText.Clean(decision), LongestDecision))}") { Spacing = Spacing.Small };
    }
}
