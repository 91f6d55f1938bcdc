using System.Globalization;
using System.Text.Json.Nodes;
using Klynge.Microsoft365.Simulated.People;

namespace Klynge.Microsoft365.Simulated.Calendars;

/// <summary>Writes an event as Graph does.</summary>
internal static class EventJson
{
    /// <param name="item">The event.</param>
    /// <param name="organizer">In whose calendar it stands.</param>
    /// <param name="zone">The time zone of its times, by its Windows name.</param>
    /// <param name="select">The properties asked for; null for all. <c>id</c> always comes.</param>
    internal static JsonObject Write(SimulatedEvent item, FakePerson organizer, string zone, string? select)
    {
        var all = All(item, organizer, zone);
        if (select is null)
            return all;

        var wanted = select.Split(',', StringSplitOptions.TrimEntries).Append("id").Append("@odata.etag").ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var name in all.Select(pair => pair.Key).Where(name => !wanted.Contains(name)).ToList())
            all.Remove(name);

        return all;
    }

    /// <summary>What a delta query says of an occurrence that is like its series: no more than when it is.</summary>
    internal static JsonObject WriteOccurrence(SimulatedEvent item, string zone) => new()
    {
        ["id"] = item.Id,
        ["type"] = item.Type,
        ["seriesMasterId"] = item.SeriesMasterId,
        ["start"] = Time(item.Start, item.IsAllDay, zone),
        ["end"] = Time(item.End, item.IsAllDay, zone),
    };

    internal static string ChangeKey(SimulatedEvent item) => Convert.ToBase64String(BitConverter.GetBytes((long)item.Revision));

    private static JsonObject All(SimulatedEvent item, FakePerson organizer, string zone) => new()
    {
        ["@odata.etag"] = $"W/\"{ChangeKey(item)}\"",
        ["id"] = item.Id,
        ["iCalUId"] = item.ICalUId,
        ["changeKey"] = ChangeKey(item),
        ["createdDateTime"] = Utc(item.LastModified),
        ["lastModifiedDateTime"] = Utc(item.LastModified),
        ["originalStartTimeZone"] = "Romance Standard Time",
        ["subject"] = item.Subject,
        ["bodyPreview"] = string.Empty,
        ["isAllDay"] = item.IsAllDay,
        ["isCancelled"] = item.IsCancelled,
        ["isOrganizer"] = true,
        ["type"] = item.Type,
        ["seriesMasterId"] = item.SeriesMasterId,
        ["start"] = Time(item.Start, item.IsAllDay, zone),
        ["end"] = Time(item.End, item.IsAllDay, zone),
        ["location"] = new JsonObject { ["displayName"] = item.Location, ["locationType"] = "default" },
        ["isOnlineMeeting"] = item.JoinUrl is not null,
        ["onlineMeetingProvider"] = item.JoinUrl is null ? "unknown" : "teamsForBusiness",
        ["onlineMeeting"] = item.JoinUrl is null ? null : new JsonObject { ["joinUrl"] = item.JoinUrl },
        ["organizer"] = new JsonObject { ["emailAddress"] = Address(organizer.Name, organizer.Email) },
        ["attendees"] = new JsonArray([.. item.Attendees.Select(Attendee)]),
    };

    private static JsonObject Attendee(SimulatedAttendee attendee) => new()
    {
        ["type"] = attendee.Type,
        ["status"] = new JsonObject { ["response"] = attendee.Response, ["time"] = attendee.RespondedAt is { } at ? Utc(at) : "0001-01-01T00:00:00Z" },
        ["emailAddress"] = Address(attendee.Name, attendee.Email),
    };

    private static JsonObject Address(string name, string email) => new() { ["name"] = name, ["address"] = email };

    /// <summary>An all-day event is at midnight in whatever zone is asked for.</summary>
    private static JsonObject Time(DateTimeOffset at, bool isAllDay, string zone)
    {
        var local = isAllDay ? at.UtcDateTime : TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime;
        return new() { ["dateTime"] = local.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture), ["timeZone"] = zone };
    }

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
}
