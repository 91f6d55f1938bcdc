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
