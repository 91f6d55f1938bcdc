using NodaTime;

namespace Klynge.Domain.Agendas;

/// <summary>When each item begins: from the start of the meeting and the lengths before it, or the slot that it carries itself.</summary>
public static class AgendaTimes
{
    private const int MinutesOfDay = 24 * 60;

    /// <param name="start">The start of the meeting.</param>
    /// <param name="items">The items in their order.</param>
    /// <returns>
    /// One start for each item; null behind an item of unknown length (until a slot says the time again) and after midnight.
    /// </returns>
    public static IReadOnlyList<LocalTime?> Starts(LocalTime start, IReadOnlyList<AgendaItem> items)
    {
        var starts = new LocalTime?[items.Count];
        int? next = MinuteOf(start);
        for (var index = 0; index < items.Count; index++)
        {
            var item = items[index];
            next = item.SlotStart is { } slot ? MinuteOf(slot) : next;
            starts[index] = next is { } minute and < MinutesOfDay ? LocalTime.Midnight.PlusMinutes(minute) : null;
            next = item.SlotEnd is { } end ? MinuteOf(end) : next + item.Content.Minutes;
        }

        return starts;
    }

    private static int MinuteOf(LocalTime time) => (time.Hour * 60) + time.Minute;
}
