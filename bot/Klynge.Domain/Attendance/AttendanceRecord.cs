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
