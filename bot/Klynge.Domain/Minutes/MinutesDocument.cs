using NodaTime;

namespace Klynge.Domain.Minutes;

/// <summary>
/// Minutes (or an agenda) as a document: what a Word file says about one meeting, no more. Absent is <see langword="null"/> or an empty list,
/// and names stay as they were written: whether "Lagoni" is the member Langoni is a question to the secretariat, not to this type.
/// </summary>
/// <remarks>
/// Texts hold paragraphs separated by an empty line, list entries on lines of their own ("- ", indented by two blanks per level),
/// and a soft line break as a single line feed. <see cref="MinutesText"/> has the rules.
/// </remarks>
public sealed record MinutesDocument
{
    public MinutesKind Kind { get; init; }

    public string? Forum { get; init; }

    /// <summary>The document's own title, where it says more than the forum and the date ("2. møde i …").</summary>
    public string? Title { get; init; }

    public LocalDate? Date { get; init; }

    public LocalTime? Start { get; init; }

    public LocalTime? End { get; init; }

    public string? Place { get; init; }

    public string? Chair { get; init; }

    public string? MinuteTaker { get; init; }

    public string? CaseNumber { get; init; }

    public string? DocumentNumber { get; init; }

    public IReadOnlyList<MinutesParticipant> Participants { get; init; } = [];

    public IReadOnlyList<MinutesItem> Items { get; init; } = [];

    /// <summary>What stands before the first item and fits no field: kept, because nothing of a document may be lost.</summary>
    public IReadOnlyList<MinutesSection> Sections { get; init; } = [];

    /// <summary>Danish sentences about what does not add up. They follow from the document itself, see <see cref="MinutesWarnings"/>.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

public sealed record MinutesItem
{
    /// <summary>The number that the document prints. An item that stands between the numbered ones ("Eventuelt") often has none.</summary>
    public int? Number { get; init; }

    public required string Title { get; init; }

    public string? Presenter { get; init; }

    public MinutesSlot? Slot { get; init; }

    /// <summary>The length that the document prints. It may disagree with <see cref="Slot"/>: that is a warning, never a correction.</summary>
    public int? Minutes { get; init; }

    /// <summary>A closed item ("lukket punkt") never belongs in public minutes; leaving its text out is the caller's decision.</summary>
    public bool IsClosed { get; init; }

    public IReadOnlyList<MinutesSection> Sections { get; init; } = [];

    /// <summary>What the forum is asked to do, one entry each, without the leading "Det indstilles, at …" and without its number.</summary>
    public IReadOnlyList<string> Recommendations { get; init; } = [];

    public IReadOnlyList<string> Attachments { get; init; } = [];

    public string? Decision { get; init; }
}

/// <summary>
/// A person on the list, with the name as written, misspelt or not. An apology says only that word was sent ahead: who came after all, or stayed
/// away without one, is told by a decision's text. The substitute is who took the seat for this meeting.
/// </summary>
public sealed record MinutesParticipant(
    string Name,
    string? Organisation = null,
    string? Title = null,
    MinutesRole Role = MinutesRole.Member,
    bool Apology = false,
    string? Substitute = null);

public enum MinutesRole
{
    Member,
    CoChair,
    Chair,
    Observer,
    Administrative,
    Secretariat,
    Guest,
}

/// <summary>A heading as printed ("Sagsfremstilling"), or none, and its text in the form of <see cref="MinutesText"/>.</summary>
public sealed record MinutesSection(string? Heading, string Text);

/// <summary>The printed time of an item. An agenda may give only the start.</summary>
public sealed record MinutesSlot(LocalTime Start, LocalTime? End);
