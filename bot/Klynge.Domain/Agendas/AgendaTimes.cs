using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Agendas;

/// <summary>When each item begins: from the start of the meeting and the lengths before it, or the slot that it carries itself.</summary>
/// <param name="Starts">One start for each item, in their order.</param>
/// <param name="Overrun">How far the items go beyond the end of the meeting; null where they do not, or the meeting has no end.</param>
public sealed record AgendaTimes(IReadOnlyList<ItemStart> Starts, AgendaOverrun? Overrun)
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>
    /// An item without a length takes no time here, so that the later ones still have theirs; these begin at that time at the earliest,
    /// and say so, until a slot says the time again. Example: 14.00 »Velkomst« (no length), »Budget« 20 min, »Eventuelt« gives 14.00, 14.00
    /// at the earliest, 14.20 at the earliest.
    /// </summary>
    /// <param name="items">The items in their order.</param>
    public static AgendaTimes Of(MeetingTime meeting, IReadOnlyList<AgendaItem> items)
    {
        var starts = new ItemStart[items.Count];
        var (next, last, isEarliest) = (MinuteOf(meeting.Start), 0, false);
        for (var index = 0; index < items.Count; index++)
        {
            var item = items[index];
            (next, isEarliest) = item.SlotStart is { } slot ? (MinuteOf(slot), false) : (next, isEarliest);
            starts[index] = new ItemStart(next < MinutesOfDay ? LocalTime.Midnight.PlusMinutes(next) : null, isEarliest);
            (next, isEarliest) = item switch
            {
                { SlotEnd: { } end } => (MinuteOf(end), false),
                { Content.Minutes: { } minutes } => (next + minutes, isEarliest),
                _ => (next, true),
            };
            last = Math.Max(last, next);
        }

        var over = meeting.End is { } until ? last - MinuteOf(until) : 0;
        return new(starts, over > 0 ? new AgendaOverrun(over, isEarliest) : null);
    }

    /// <summary>When the item at a place begins; nothing is known of one that is not among them (-1).</summary>
    public ItemStart StartOf(int index) => index >= 0 ? Starts[index] : default;

    private static int MinuteOf(LocalTime time) => (time.Hour * 60) + time.Minute;
}

/// <param name="At">Null after midnight.</param>
/// <param name="IsEarliest">An item before it has no length, so it begins at that time or later.</param>
public readonly record struct ItemStart(LocalTime? At, bool IsEarliest);

/// <param name="IsAtLeast">Some item has no length, so it will be more.</param>
public sealed record AgendaOverrun(int Minutes, bool IsAtLeast);
