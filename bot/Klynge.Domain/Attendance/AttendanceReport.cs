using NodaTime;

namespace Klynge.Domain.Attendance;

/// <summary>What Teams recorded of one run of a meeting, from the first who came to the last who left.</summary>
/// <param name="Id">Graph's id of the report: the same report read twice counts once.</param>
/// <param name="Start">When the run began.</param>
/// <param name="End">When it ended.</param>
/// <param name="Records">One per person and device, so that a person can stand in it twice.</param>
public sealed record AttendanceReport(string Id, Instant Start, Instant End, IReadOnlyList<AttendanceRecord> Records);
