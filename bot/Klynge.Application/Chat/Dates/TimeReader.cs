using NodaTime;

namespace Klynge.Application.Chat.Dates;

/// <summary>
/// A time or a range of time: "kl. 14", "kl. 14.30", "14:30", "14-16", "kl. 14.00-16.00", "fra 14 til 16". A number alone is a time
/// only behind "kl.".
/// </summary>
internal static class TimeReader
{
    /// <summary>The slot, a sentence why there is no such time, or neither; then the cursor has not moved.</summary>
    public static (TimeSlot? Slot, string? Refusal) Read(DateCursor cursor)
    {
        var start = cursor.Position;
        cursor.TryGluedSign(',');
        var isSaid = TryClock(cursor) || cursor.TryAny("fra", "from");
        TryClock(cursor);
        if (TryTime(cursor, out var from, out var hasMinutes))
        {
            var end = ReadEnd(cursor);
            if ((isSaid || hasMinutes || end is not null) && cursor.AtBoundary && (isSaid || IsTime(from)))
                return Slot(from, end);
        }

        cursor.Position = start;
        return default;
    }

    private static (TimeSlot? Slot, string? Refusal) Slot((int Hour, int Minute) from, (int Hour, int Minute)? to)
    {
        if (!IsTime(from))
            return (null, Texts.NoSuchTime(from.Hour, from.Minute));
        if (to is { } end && !IsTime(end))
            return (null, Texts.NoSuchTime(end.Hour, end.Minute));

        var slot = new TimeSlot(Local(from), to is { } until ? Local(until) : null);
        return slot.End <= slot.Start ? (null, Texts.EndsBeforeStart(slot.Start, slot.End.Value)) : (slot, null);
    }

    private static (int Hour, int Minute)? ReadEnd(DateCursor cursor)
    {
        var start = cursor.Position;
        if (cursor.TrySign('-') || cursor.TryAny("til", "to"))
        {
            TryClock(cursor);
            if (TryTime(cursor, out var end, out _) && cursor.AtBoundary)
                return end;
        }

        cursor.Position = start;
        return null;
    }

    private static bool TryClock(DateCursor cursor)
    {
        if (!cursor.TryAny("kl", "klokken", "at"))
            return false;
        cursor.TryGluedSign('.');
        return true;
    }

    private static bool TryTime(DateCursor cursor, out (int Hour, int Minute) time, out bool hasMinutes)
    {
        (time, hasMinutes) = (default, false);
        var goesOn = cursor.BeginsClockTime() && cursor.Peek(2).Length == 2;
        if (!cursor.TryNumber(2, out var hour))
            return false;

        var minute = 0;
        if (goesOn)
        {
            (minute, hasMinutes) = (cursor.Peek(1).Number, true);
            cursor.Position += 2;
        }

        if (hour is >= 1 and <= 12 && cursor.TryAny("am", "pm"))
            (hour, hasMinutes) = ((hour % 12) + (cursor.Peek(-1).Text == "pm" ? 12 : 0), true);
        time = (hour, minute);
        return true;
    }

    private static bool IsTime((int Hour, int Minute) time) => time is { Hour: < 24, Minute: < 60 };

    private static LocalTime Local((int Hour, int Minute) time) => new(time.Hour, time.Minute);
}
