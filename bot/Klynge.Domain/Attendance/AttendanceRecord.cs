using NodaTime;

namespace Klynge.Domain.Attendance;

/// <summary>One device of one person in the attendance report of a meeting.</summary>
/// <param name="ObjectId">Entra object id, lower case; null for a phone and for somebody who is not signed in.</param>
/// <param name="Email">Null or empty where the report has none.</param>
/// <param name="Name">As the report shows it: a name, or (a part of) a telephone number.</param>
/// <param name="Kind">How the person came in.</param>
/// <param name="Intervals">When the device was in the meeting. None for somebody who never came further than the lobby.</param>
public sealed record AttendanceRecord(
    string? ObjectId, string? Email, string Name, AttendanceKind Kind, IReadOnlyList<Interval> Intervals);

/// <summary>How somebody came into a meeting in Teams.</summary>
public enum AttendanceKind
{
    /// <summary>Signed in, in this tenant or as a guest of it or from another one.</summary>
    Account = 1,

    /// <summary>Not signed in: a name that anybody can write.</summary>
    Anonymous = 2,

    /// <summary>By telephone.</summary>
    Phone = 3,
}

/// <summary>What Teams recorded of one run of a meeting, from the first who came to the last who left.</summary>
/// <param name="Id">Graph's id of the report: the same report read twice counts once.</param>
/// <param name="Start">When the run began.</param>
/// <param name="End">When it ended.</param>
/// <param name="Records">One per person and device, so that a person can stand in it twice.</param>
public sealed record AttendanceReport(string Id, Instant Start, Instant End, IReadOnlyList<AttendanceRecord> Records);
