namespace Klynge.Domain.Agendas;

/// <summary>What a person writes about an item; everything but its place on the agenda and what became of it.</summary>
public sealed record AgendaItemContent
{
    /// <summary>One line, 1 to 200 characters.</summary>
    public required string Title { get; init; }

    public AgendaItemKind Kind { get; init; } = AgendaItemKind.Discussion;

    /// <summary>Who presents it, as it will be printed: a name, several, or a role (»formandskabet«).</summary>
    public string? Presenter { get; init; }

    /// <summary>Length in minutes, 1 to 480; null where none is set.</summary>
    public int? Minutes { get; init; }

    public IReadOnlyList<AgendaSection> Sections { get; init; } = [];

    /// <summary>Indstilling: what the forum is asked to do, each line beginning with its verb.</summary>
    public IReadOnlyList<string> Recommendations { get; init; } = [];

    public IReadOnlyList<AgendaAttachment> Attachments { get; init; } = [];

    /// <summary>Lukket punkt: never in the public minutes, and only shown to those who may read closed items.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Whether both say the same: lists are compared line by line.</summary>
    public bool IsSame(AgendaItemContent other) =>
        this with { Sections = other.Sections, Recommendations = other.Recommendations, Attachments = other.Attachments } == other
        && Sections.SequenceEqual(other.Sections)
        && Recommendations.SequenceEqual(other.Recommendations, StringComparer.Ordinal)
        && Attachments.SequenceEqual(other.Attachments);

    /// <summary>A standing item that closes the agenda (»Eventuelt«): what is added later goes in before it.</summary>
    public bool StandsLast { get; init; }
}
