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
        {
            identity.Insert(0, "@odata.type", type);
        }

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
