using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Teams.Cards;

namespace Klynge.Application.Agendas;

/// <summary>An item in short, on cards that ask or tell about one.</summary>
internal static class ItemSummary
{
    private const int LongestText = 1_000;
    private const int LongestList = 2_000;

    internal static IEnumerable<CardElement> Of(AgendaItemContent content)
    {
        yield return new TextBlock(CardText.Escape(content.Title)) { Weight = TextWeight.Bolder, Size = TextSize.Medium };
        yield return CardParts.Subtle(Facts(content));
        foreach (var section in content.Sections.Take(1))
            yield return new TextBlock(CardText.Escape(DanishText.Shorten(section.Text, LongestText)));

        if (content.Recommendations.Count > 0)
        {
            var lines = content.Recommendations.Select((line, index) => $"{index + 1}. {line}");
            yield return new TextBlock(
                $"**{Texts.Recommendation}:**\n\n" + CardText.Escape(DanishText.Shorten(string.Join("\n\n", lines), LongestList)));
        }
    }

    internal static string Facts(AgendaItemContent content)
    {
        var facts = new List<string> { Texts.Kind(content.Kind) };
        if (content.Presenter is { } presenter)
            facts.Add($"v/ {presenter}");

        if (content.Minutes is { } minutes)
            facts.Add($"{minutes} min");

        if (content.IsClosed)
            facts.Add("lukket punkt");

        return string.Join(" · ", facts);
    }
}

/// <summary>Makes what a person typed about an item fit for cards, documents and the database, and holds it against the limits.</summary>
internal static class ItemText
{
    private static readonly TextLimit Presenter = new("Oplægsholderen", AgendaItemRules.LongestPresenter, Optional: true);

    internal static Result<AgendaItemContent> Clean(AgendaItemContent content)
    {
        if (!DanishText.Clean(content.Presenter, Presenter).TryGet(out var presenter, out var tooLong))
            return tooLong;

        var clean = content with
        {
            Title = DanishText.Clean(content.Title),
            Presenter = presenter.Length == 0 ? null : presenter,
            Sections =
            [
                .. content.Sections.Select(section => section with { Text = DanishText.CleanLines(section.Text) })
                    .Where(section => section.Text.Length > 0),
            ],
            Recommendations = [.. content.Recommendations.Select(DanishText.Clean).Where(line => line.Length > 0)],
        };
        return AgendaItemRules.Check(clean) is { } error ? error : clean;
    }
}
