using Klynge.Domain.Invitations;
using NodaTime;

namespace Klynge.Domain.Attendance;

/// <summary>
/// Adds attendance reports up to one line per person. A person with two devices is there once: the time is the union of all intervals, in
/// all reports. The same report twice counts once. What lies outside the meeting (somebody tested the sound at noon) does not count.
/// </summary>
public static class AttendanceCount
{
    /// <param name="reports">Any reports of the online meeting, also those of other occurrences of its series.</param>
    /// <param name="meeting">From when to when the meeting was.</param>
    public static IReadOnlyList<CountedPresence> Of(IEnumerable<AttendanceReport> reports, Interval meeting)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var records = InWindow(reports, meeting).SelectMany(report => report.Records).ToList();
        var objectIds = records
            .Where(record => Normalised(record.Email) is not null && Normalised(record.ObjectId) is not null)
            .GroupBy(record => Normalised(record.Email)!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Normalised(group.First().ObjectId)!, StringComparer.Ordinal);
        return
        [
            .. records.GroupBy(record => KeyOf(record, objectIds), StringComparer.Ordinal)
                .Select(group => Count([.. group], group.Key, meeting))
                .OrderByDescending(person => person.Minutes).ThenBy(person => person.Address, StringComparer.Ordinal),
        ];
    }

    /// <summary>The reports of this meeting: those whose run overlaps it, each once.</summary>
    public static IEnumerable<AttendanceReport> InWindow(IEnumerable<AttendanceReport> reports, Interval meeting) => reports
        .DistinctBy(report => report.Id, StringComparer.Ordinal)
        .Where(report => report.Start < meeting.End && report.End > meeting.Start);

    private static CountedPresence Count(List<AttendanceRecord> records, string key, Interval meeting)
    {
        var time = Union(records.SelectMany(record => record.Intervals), meeting);
        var email = records.Select(record => Normalised(record.Email)).FirstOrDefault(address => address is not null);
        var objectId = records.Select(record => Normalised(record.ObjectId)).FirstOrDefault(id => id is not null);
        return new CountedPresence(
            AttendeeAddress.Of(email, objectId) ?? key, records[0].Name, records[0].Kind, objectId, email, (int)time.TotalMinutes);
    }

    /// <summary>
    /// Nobody is who they write they are: without an account, the name is all there is, and two who write the same one are asked about
    /// together.
    /// </summary>
    private static string KeyOf(AttendanceRecord record, Dictionary<string, string> objectIds) =>
        (Normalised(record.ObjectId), Normalised(record.Email), record.Kind) switch
        {
            (_, _, AttendanceKind.Phone) => "phone:" + Normalised(record.Name),
            (_, _, AttendanceKind.Anonymous) => "name:" + Normalised(record.Name),
            ({ } id, _, _) => id,
            (null, { } email, _) => objectIds.GetValueOrDefault(email, email),
            _ => "name:" + Normalised(record.Name),
        };

    private static Duration Union(IEnumerable<Interval> intervals, Interval meeting)
    {
        var (total, covered) = (Duration.Zero, meeting.Start);
        foreach (var interval in intervals.OrderBy(interval => interval.Start))
        {
            var start = Instant.Max(interval.Start, covered);
            var end = Instant.Min(interval.End, meeting.End);
            if (end > start)
            {
                total += end - start;
                covered = end;
            }
        }

        return total;
    }

    private static string? Normalised(string? text) => AttendeeAddress.Normalised(text);
}

/// <param name="Address">E-mail, else object id; for who has neither, what the report shows with how they came in.</param>
/// <param name="Minutes">Whole minutes in the meeting, every device counted once; 0 for the lobby alone.</param>
public sealed record CountedPresence(string Address, string Name, AttendanceKind Kind, string? ObjectId, string? Email, int Minutes);
