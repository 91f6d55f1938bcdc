using Klynge.Domain.Common;

namespace Klynge.Domain.Agendas;

/// <summary>The limits of what an item can hold: wide enough for any real case, narrow enough for a card and a database.</summary>
public static class AgendaItemRules
{
    public const int MaxTitleLength = 200;
    public const int MaxTextLength = 50_000;
    public const int MaxPresenterLength = 200;
    public const int MaxDecisionLength = 20_000;
    public const int MaxRecommendations = 30;
    public const int MaxMinutes = 480;
    public const int MaxCaseNumberLength = 50;
    public const int MaxClosedReasonLength = 200;
    public const int MaxLateReasonLength = 300;
    public const int MaxHeadingLength = 100;

    public static Error? Check(AgendaItemContent content)
    {
        if (string.IsNullOrWhiteSpace(content.Title))
            return new TitleMissing();

        if (content.Title.Length > MaxTitleLength)
            return new TitleTooLong(content.Title.Length);

        if (content.Minutes is < 1 or > MaxMinutes)
            return new MinutesOutOfRange();

        if (content.Recommendations.Count > MaxRecommendations)
            return new TooManyRecommendations();

        if (content is { IsClosed: false, ClosedBecause: not null })
            return new ReasonForClosingOpenItem();

        if (content.Kind == AgendaItemKind.ByRecommendation)
            return new KindUnclear();

        return content.Sections.Sum(section => section.Text.Length + (section.Heading?.Length ?? 0)) + content.Recommendations.Sum(line => line.Length) > MaxTextLength
            ? new TextTooLong()
            : null;
    }
}
