using Klynge.Domain.Common;

namespace Klynge.Domain.Agendas;

/// <summary>The limits of what an item can hold: wide enough for any real case, narrow enough for a card and a database.</summary>
public static class AgendaItemRules
{
    public const int LongestTitle = 200;
    public const int LongestText = 50_000;
    public const int LongestPresenter = 200;
    public const int LongestDecision = 20_000;
    public const int MostRecommendations = 30;
    public const int LongestMinutes = 480;

    public static Error? Check(AgendaItemContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Title))
            return new TitleMissing();

        if (content.Title.Length > LongestTitle)
            return new TitleTooLong(content.Title.Length);

        if (content.Minutes is < 1 or > LongestMinutes)
            return new MinutesOutOfRange();

        if (content.Recommendations.Count > MostRecommendations)
            return new TooManyRecommendations();

        return content.Sections.Sum(section => section.Text.Length) + content.Recommendations.Sum(line => line.Length) > LongestText
            ? new TextTooLong()
            : null;
    }
}
