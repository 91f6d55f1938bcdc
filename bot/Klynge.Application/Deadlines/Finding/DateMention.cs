using NodaTime;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>A day, or a time of the year, that a sentence names.</summary>
/// <param name="Start">Where it begins in the sentence, its »d.« or »den« included.</param>
/// <param name="Date">Null when no one day is meant.</param>
/// <param name="Shape">What kind of words name it.</param>
/// <param name="Time">The time of day that stands with it.</param>
internal readonly record struct DateMention(int Start, int End, LocalDate? Date, MentionShape Shape, LocalTime? Time = null);

internal enum MentionShape
{
    /// <summary>»d. 30. april«, »30/4-2025«.</summary>
    Day,

    /// <summary>»udgangen af april«, »ultimo 2025«, »årets udgang«: an end by itself.</summary>
    EndOf,

    /// <summary>»primo marts«, »medio december«: about a day, which somebody hands something in by.</summary>
    PartOf,

    /// <summary>»sommerferien«, »uge 17«, »marts 2026«, »fredag«: a deadline only behind »inden« or »senest«.</summary>
    Loose,

    /// <summary>»inden tre uger«, »inden for 14 dage«: says by itself that something is due.</summary>
    Within,
}
