using System.Globalization;
using System.Text.Json.Nodes;

namespace Klynge.Microsoft365.Simulated.Meetings;

/// <summary>Writes attendance reports as Graph does.</summary>
internal static class ReportJson
{
    /// <summary>Without its records, as in a list.</summary>
    internal static JsonObject Write(SimulatedReport report) => new()
    {
        ["id"] = report.Id,
        ["totalParticipantCount"] = report.Records.Count,
        ["meetingStartDateTime"] = Utc(report.Start),
        ["meetingEndDateTime"] = Utc(report.End),
        ["attendanceRecords"] = new JsonArray(),
    };

    internal static JsonArray Records(SimulatedReport report, int skip, int take) =>
        new([.. report.Records.Skip(skip).Take(take).Select(Record)]);

    private static JsonObject Record(SimulatedRecord record)
    {
        var identity = new JsonObject { ["id"] = record.Id, ["displayName"] = record.Name, ["tenantId"] = null };
        if (record.IdentityType is { } type)
            identity.Insert(0, "@odata.type", type);

        return new JsonObject
        {
            ["id"] = record.Id ?? Guid.NewGuid().ToString(),
            ["emailAddress"] = record.Email,
            ["role"] = "Attendee",
            ["identity"] = identity,
            ["totalAttendanceInSeconds"] = (int)record.Intervals.Sum(one => Seconds(one)),
            ["attendanceIntervals"] = new JsonArray([.. record.Intervals.Select(one => new JsonObject
            {
                ["joinDateTime"] = Utc(one.Join),
                ["leaveDateTime"] = one.Leave is { } leave ? Utc(leave) : null,
                ["durationInSeconds"] = (int)Seconds(one),
            })]),
        };
    }

    private static double Seconds((DateTimeOffset Join, DateTimeOffset? Leave) interval) => ((interval.Leave ?? interval.Join) - interval.Join).TotalSeconds;

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
}

/// <summary>An online meeting in Teams; the occurrences of a series share one.</summary>
/// <param name="OrganizerId">In whose name it is kept.</param>
/// <param name="JoinUrl">As Teams wrote it.</param>
/// <param name="ThreadId">The meeting's chat.</param>
/// <param name="Subject">Its title.</param>
/// <param name="AttendeeIds">Object ids of the invited accounts.</param>
public sealed record SimulatedMeeting(string OrganizerId, string JoinUrl, string ThreadId, string Subject, IReadOnlyList<string> AttendeeIds)
{
    public string Id { get; init; } = $"MSp{Guid.NewGuid():N}";

    /// <summary>The number for joining by hand; null for a meeting that has none.</summary>
    public string? JoinMeetingId { get; init; }
}

/// <summary>One device in an attendance report.</summary>
/// <param name="Id">Object id; null for a phone or somebody who is not signed in.</param>
/// <param name="Name">The name or the telephone number.</param>
/// <param name="Email">Empty where there is none.</param>
/// <param name="Intervals">When it was in the meeting; none for the lobby only.</param>
/// <param name="IdentityType">Graph's type of identity, such as <c>#microsoft.graph.communicationsUserIdentity</c>; null where it says none.</param>
public sealed record SimulatedRecord(
    string? Id, string Name, string? Email, IReadOnlyList<(DateTimeOffset Join, DateTimeOffset? Leave)> Intervals, string? IdentityType = null);

/// <summary>The attendance report of one run of a meeting.</summary>
public sealed record SimulatedReport
{
    public string Id { get; init; } = Guid.NewGuid().ToString();

    public required DateTimeOffset Start { get; init; }

    public required DateTimeOffset End { get; init; }

    public required IReadOnlyList<SimulatedRecord> Records { get; init; }
}
