using Klynge.Domain.Attendance;
using Klynge.Microsoft365.Calendar;
using Microsoft.Graph.Models;
using NodaTime;
using GraphRecord = Microsoft.Graph.Models.AttendanceRecord;

namespace Klynge.Microsoft365.Attendance;

/// <summary>Reads a report of Graph's into the board's own terms.</summary>
internal static class ReportReader
{
    /// <returns>Null for a report of a run that has not ended.</returns>
    internal static AttendanceReport? Read(MeetingAttendanceReport report, IEnumerable<GraphRecord> records) =>
        report.Id is { } id
        && GraphTime.Read(report.MeetingStartDateTime) is { } start
        && GraphTime.Read(report.MeetingEndDateTime) is { } end
            ? new AttendanceReport(id, start, end, [.. records.Select(record => Read(record, end))])
            : null;

    private static Domain.Attendance.AttendanceRecord Read(GraphRecord record, Instant end)
    {
        var name = record.Identity?.DisplayName ?? string.Empty;
        var kind = KindOf(record, name);
        return new(
            kind == AttendanceKind.Account && Guid.TryParse(record.Identity?.Id, out var id) ? id.ToString() : null,
            record.EmailAddress,
            name,
            kind,
            [.. (record.AttendanceIntervals ?? []).Select(interval => Read(interval, end)).OfType<Interval>()]);
    }

    /// <summary>Only a signed-in person has an object id; a telephone shows (a part of) its number, other guests a name of their choice.</summary>
    private static AttendanceKind KindOf(GraphRecord record, string name)
    {
        var type = record.Identity?.OdataType ?? string.Empty;
        if (type.Contains("phone", StringComparison.OrdinalIgnoreCase) || IsNumber(name))
            return AttendanceKind.Phone;

        var isUser = type.Length == 0 || type.EndsWith(".identity", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith(".communicationsUserIdentity", StringComparison.OrdinalIgnoreCase);
        return isUser && Guid.TryParse(record.Identity?.Id, out _) ? AttendanceKind.Account : AttendanceKind.Anonymous;
    }

    /// <summary>As Teams shows it, with the last digits hidden: <c>+45 33 ** ** **</c>.</summary>
    private static bool IsNumber(string name) =>
        name.Any(char.IsAsciiDigit) && name.All(letter => char.IsAsciiDigit(letter) || letter is '+' or ' ' or '*' or '(' or ')' or '-' or 'x' or 'X');

    /// <summary>Whoever was there at the end may have no time of leaving; a stay of no length is the lobby.</summary>
    private static Interval? Read(AttendanceInterval interval, Instant end)
    {
        var join = GraphTime.Read(interval.JoinDateTime);
        var leave = GraphTime.Read(interval.LeaveDateTime) ?? end;
        return join < leave ? new Interval(join, leave) : null;
    }
}
