using Klynge.Domain.Calendar;
using Microsoft.Graph.Models;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Klynge.Microsoft365.Calendar;

/// <summary>Reads the times that Outlook writes: a local time and the Windows name of its zone.</summary>
internal static class GraphTime
{
    private static readonly LocalDateTimePattern Pattern = LocalDateTimePattern.ExtendedIso;

    /// <param name="time">As Graph gives it.</param>
    /// <param name="isAllDay">The event is a date, in no zone; Graph writes midnight in whatever zone was asked for. It is a Danish day.</param>
    /// <returns>Null for what is no time.</returns>
    internal static Instant? Read(DateTimeTimeZone? time, bool isAllDay)
    {
        if (time?.DateTime is not { } text || !Pattern.Parse(text.TrimEnd('Z')).TryGetValue(default, out var local))
            return null;

        return isAllDay ? DanishTime.ToInstant(local.Date, LocalTime.Midnight) : local.InZoneLeniently(ZoneOf(time.TimeZone)).ToInstant();
    }

    /// <summary>The year 1 is Graph's way of saying »never«.</summary>
    internal static Instant? Read(DateTimeOffset? time) => time is { Year: > 1 } at ? Instant.FromDateTimeOffset(at) : null;

    /// <summary>A zone of somebody's own making (<c>tzone://Microsoft/Custom</c>) has no rules that we know: it is taken for Danish.</summary>
    private static DateTimeZone ZoneOf(string? name)
    {
        var windows = TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping;
        var id = name is null || name.Equals("UTC", StringComparison.OrdinalIgnoreCase) ? "Etc/UTC" : windows.TryGetValue(name, out var mapped) ? mapped : name;
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) ?? DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];
    }
}
