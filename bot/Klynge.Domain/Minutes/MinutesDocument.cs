using System.Text.Json.Serialization;
using NodaTime;

namespace Klynge.Domain.Minutes;

/// <summary>
/// Minutes (or an agenda) as a document: what a Word file says about one meeting, no more. Absent is <see langword="null"/> or an empty list,
/// and names stay as they were written: whether "Lagoni" is the member Langoni is a question to the secretariat, not to this type.
/// </summary>
/// <remarks>
/// Texts are a subset of Markdown: paragraphs separated by an empty line, list entries on lines of their own ("- " or their label, indented
/// by two blanks per level), tables with bars, a soft line break as a single line feed. Klynge.Documents' RichText reads them.
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

    /// <summary>What the reader is not sure of. A document with doubts is to be reviewed: nothing of it counts as decided until somebody has looked.</summary>
    public IReadOnlyList<MinutesDoubt> Doubts { get; init; } = [];
}

/// <summary>A place where a document may have been read wrong, and the question that settles it.</summary>
/// <param name="Path">The fact, in the words of the JSON: "items[2].decision", counted from 0; "participants" where somebody may be missing.</param>
/// <param name="Line">The line of the source, from 1; in a Word document the paragraph.</param>
/// <param name="Question">A Danish question to the secretariat.</param>
public sealed record MinutesDoubt(string Path, int Line, string Question);

public sealed record MinutesItem
{
    /// <summary>The number that the document prints. An item that stands between the numbered ones ("Eventuelt") often has none.</summary>
    public int? Number { get; init; }

    public required string Title { get; init; }

    public string? Presenter { get; init; }

    public MinutesSlot? Slot { get; init; }

    /// <summary>The length that the document prints. It may disagree with <see cref="Slot"/>: that is a warning, never a correction.</summary>
    public int? Minutes { get; init; }

    /// <summary>Of the item's own case in the records system ("sagsnr. 2026-004512"); null where the document prints none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? CaseNumber { get; init; }

    /// <summary>Which case of the body it is a stop of ("2026-14"); null for one that has no number, and in a document that others wrote.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public string? Case { get; init; }

    /// <summary>The agenda says that the item is the first to go where time is short ("kan udgå").</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool MayBeDropped { get; init; }

    /// <summary>A closed item ("lukket punkt") never belongs in public minutes; leaving its text out is the caller's decision.</summary>
    public bool IsClosed { get; init; }

    public IReadOnlyList<MinutesSection> Sections { get; init; } = [];

    /// <summary>What the forum is asked to do, one entry each, without the leading "Det indstilles, at …" and without its number.</summary>
    public IReadOnlyList<string> Recommendations { get; init; } = [];

    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>The attachments that are expected to be read beforehand ("forventes læst"), as places in <see cref="Attachments"/> counted from 1.</summary>
    public IReadOnlyList<int> RequiredReading { get; init; } = [];

    public string? Decision { get; init; }
}

/// <summary>
/// A person on the list, with the name as written, misspelt or not. In a document that others wrote an apology means away from the whole
/// meeting, in whatever words (afbud, forfald, fraværende, deltog ikke): papers seldom tell them apart. The substitute is who took the seat.
/// </summary>
public sealed record MinutesParticipant(
    string Name,
    string? Organisation = null,
    string? Title = null,
    MinutesRole Role = MinutesRole.Member,
    bool Apology = false,
    string? Substitute = null)
{
    /// <summary>The letter of the party's list ("V"), where the document prints it behind the name.</summary>
    public string? Party { get; init; }

    /// <summary>Whose seat this person took; the other end of <see cref="Substitute"/>.</summary>
    public string? SubstituteFor { get; init; }

    /// <summary>When the person left before the end ("gik kl. 15").</summary>
    public LocalTime? Left { get; init; }

    /// <summary>The numbers of the items that the person took no part in, although present at the meeting ("deltog ikke i behandlingen af punkt 6 og 8").</summary>
    public IReadOnlyList<int> AbsentFromItems { get; init => field = value.Count == 0 ? [] : value; } = [];

    /// <summary>
    /// The numbers of the items that the person came for, of a guest who was there for no others ("til punkt 3"); null for whoever was there
    /// for the meeting.
    /// </summary>
    public IReadOnlyList<int>? OnlyItems { get; init => field = value is { Count: 0 } ? null : value; }
}

public enum MinutesRole
{
    Member,
    CoChair,
    Chair,
    DeputyChair,
    Observer,
    Administrative,
    Secretariat,
    Guest,
}

/// <summary>A heading as printed ("Sagsfremstilling"), or none, and its text in Markdown.</summary>
public sealed record MinutesSection(string? Heading, string Text);

/// <summary>The printed time of an item. An agenda may give only the start.</summary>
public sealed record MinutesSlot(LocalTime Start, LocalTime? End);
