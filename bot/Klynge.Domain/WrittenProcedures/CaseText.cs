using Klynge.Domain.Forums;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>What the voters are shown: frozen when the case opens.</summary>
public sealed record CaseText
{
    public const int MaxTitleLength = 200;
    public const int MaxSummaryLength = 600;
    public const int MaxPresentationLength = 16_000;
    public const int MaxRecommendationLength = 300;
    public const int MaxRecommendations = 20;
    public const int MaxAttachments = 20;

    public required string Title { get; init; }

    /// <summary>Resumé in a few lines; null where the presentation is short enough to be its own.</summary>
    public string? Summary { get; init; }

    /// <summary>Sagsfremstilling: paragraphs separated by a blank line; a line that starts with »- « is a bullet.</summary>
    public required string Presentation { get; init; }

    /// <summary>Indstilling: what the forum is asked to do, each line beginning with its verb.</summary>
    public IReadOnlyList<string> Recommendations { get; init; } = [];

    public IReadOnlyList<CaseAttachment> Attachments { get; init; } = [];

    /// <summary>From a closed item: the title is not shown in a chat where others than the forum's members may read along.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether the voters would be asked the same: the words, and the attachments by name and link.</summary>
    public bool AsksTheSame(CaseText other) =>
        (Title, Summary, Presentation, IsClosed) == (other.Title, other.Summary, other.Presentation, other.IsClosed)
        && Recommendations.SequenceEqual(other.Recommendations, StringComparer.Ordinal)
        && Attachments.Select(one => (one.Name, one.Url)).SequenceEqual(other.Attachments.Select(one => (one.Name, one.Url)));

    /// <summary>Whether a frozen copy of it lies there.</summary>
    public bool Holds(string path) => Attachments.Any(one => one.Path == path);

    /// <summary>The same text, with the frozen copy that has been moved.</summary>
    /// <param name="url">Where the copy is opened from now on.</param>
    public CaseText WithCopyAt(string from, string to, string url) =>
        this with { Attachments = [.. Attachments.Select(one => one.Path == from ? one with { Path = to, CopyUrl = url } : one)] };
}

/// <summary>Bilag of a case. Once the case is open, the content that the voters were shown is named by its hash.</summary>
/// <param name="Name">As the ballot lists it.</param>
/// <param name="Url">Where it can be opened; null for one that is only named.</param>
/// <param name="Path">Where the frozen copy lies in the document library; null while none was taken.</param>
/// <param name="Sha256">Lower-case hex of the frozen copy; null for what could not be frozen.</param>
/// <param name="CopyUrl">Where the frozen copy can be opened.</param>
public sealed record CaseAttachment(string Name, string? Url = null, string? Path = null, string? Sha256 = null, string? CopyUrl = null)
{
    public bool IsFrozen => Sha256 is not null;

    /// <summary>It can be opened, and what stands there may change: the voters and the protocol are told so.</summary>
    public bool IsLinkOnly => Url is not null && !IsFrozen;

    /// <summary>What the voters open: the frozen copy, so that they see what was frozen.</summary>
    public string? ShownUrl => CopyUrl ?? Url;
}

/// <summary>Who may see a case and its documents, beside those who vote in it.</summary>
public static class CaseRights
{
    /// <summary>A draft is its authors' alone, also once it was thrown away; a closed case is for those who may read closed items.</summary>
    public static Permission NeededFor(bool wasSentOut, bool isClosed) =>
        !wasSentOut ? Permission.OpenWrittenProcedure
        : isClosed ? Permission.ReadClosedItems
        : Permission.ReadAgenda;
}
