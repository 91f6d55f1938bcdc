using Klynge.Application.Ports;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Invitations;

/// <summary>Reads an event's time and place as the board writes them.</summary>
internal static class CalendarTimes
{
    private const int LongestPlace = 200;

    /// <summary>In Danish time. An event that ends on another day has no end here; one that lasts all day has no time at all.</summary>
    internal static MeetingTime? TimeOf(CalendarEvent read) => read.IsAllDay ? null : TimeOf(read.Start, read.End);

    internal static MeetingTime TimeOf(Instant start, Instant end)
    {
        var (from, to) = (DanishTime.ToDanish(start), DanishTime.ToDanish(end));
        var ends = to.Date == from.Date && to.TimeOfDay > from.TimeOfDay;
        return new MeetingTime(from.Date, Minute(from.TimeOfDay), ends ? Minute(to.TimeOfDay) : null);
    }

    /// <summary>Null where the event says nothing. What Outlook writes for a meeting that is in Teams alone is »Teams«.</summary>
    internal static string? PlaceOf(CalendarEvent read)
    {
        var place = DanishText.Shorten(DanishText.Clean(read.Location), LongestPlace);
        if (place.Length == 0)
        {
            return read.OnlineMeeting is null ? null : Texts.Online;
        }

        return place.StartsWith("Microsoft Teams", StringComparison.OrdinalIgnoreCase) ? Texts.Online : place;
    }

    private static LocalTime Minute(LocalTime time) => new(time.Hour, time.Minute);
}
