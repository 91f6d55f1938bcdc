using NodaTime;

namespace Klynge.Documents.Reading.People;

internal enum AttendanceKind
{
    /// <summary>Away from the whole meeting.</summary>
    Away,

    /// <summary>Was there, whatever a list says.</summary>
    Present,

    /// <summary>Took the seat of <see cref="AttendanceFact.Other"/>.</summary>
    Substitute,

    /// <summary>Left before the end: at a time, or after or from an item.</summary>
    Left,

    /// <summary>Away from single items; from the one that says so, where it names none.</summary>
    AwayFromItems,
}

/// <summary>What one sentence says about one person.</summary>
/// <param name="Other">The member whose seat a substitute took.</param>
/// <param name="Time">When somebody left.</param>
/// <param name="Items">The items named.</param>
/// <param name="IsAfter">Left after the item named, so the item itself is none of those missed.</param>
internal sealed record AttendanceFact(
    AttendanceKind Kind,
    string Name,
    string? Other = null,
    LocalTime? Time = null,
    IReadOnlyList<int>? Items = null,
    bool IsAfter = false);
