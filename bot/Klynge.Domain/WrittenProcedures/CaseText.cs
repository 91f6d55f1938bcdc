namespace Klynge.Domain.WrittenProcedures;

/// <summary>What the voters are shown: frozen when the case opens.</summary>
public sealed record CaseText
{
    public const int LongestTitle = 200;
    public const int LongestSummary = 600;
    public const int LongestPresentation = 16_000;
    public const int LongestRecommendation = 300;
    public const int MostRecommendations = 20;
    public const int MostAttachments = 20;

    public required string Title { get; init; }

    /// <summary>Resumé in a few lines; null where the presentation is short enough to be its own.</summary>
    public string? Summary { get; init; }

    /// <summary>Sagsfremstilling: paragraphs separated by a blank line; a line that starts with »- « is a bullet.</summary>
    public required string Presentation { get; init; }

    /// <summary>Indstilling: what the forum is asked to do, each line beginning with its verb.</summary>
    public IReadOnlyList<string> Recommendations { get; init; } = [];

    public IReadOnlyList<CaseAttachment> Attachments { get; init; } = [];

    /// <summary>Whether the voters would be asked the same: the words, and the attachments by name and link.</summary>
    public bool AsksTheSame(CaseText other) =>
        (Title, Summary, Presentation, IsClosed) == (other.Title, other.Summary, other.Presentation, other.IsClosed)
        && Recommendations.SequenceEqual(other.Recommendations, StringComparer.Ordinal)
        && Attachments.Select(one => (one.Name, one.Url)).SequenceEqual(other.Attachments.Select(one => (one.Name, one.Url)));

    /// <summary>From a closed item: the title is not shown in a chat where others than the forum's members may read along.</summary>
    public bool IsClosed { get; init; }
}
