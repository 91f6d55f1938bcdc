using NodaTime;

namespace Klynge.Domain.Calendar.Dates;

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
        if (TryFourDigits(cursor, out time))
            return hasMinutes = true;
        var goesOn = cursor.BeginsClockTime() && cursor.Peek(2).Length == 2;
        if (!cursor.TryNumber(2, out var hour) && !(IsBehindClock(cursor) && cursor.TryLookup(DateWords.Numbers, out hour)))
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

    // "kl. 1430" and "1400-1600", not the year of "uge 17 2027".
    private static bool TryFourDigits(DateCursor cursor, out (int Hour, int Minute) time)
    {
        time = (cursor.Current.Number / 100, cursor.Current.Number % 100);
        if (cursor.Current is not { IsNumber: true, Length: 4 } || !IsTime(time))
            return false;
        if (!IsBehindClock(cursor) && !IsFourDigitRange(cursor))
            return false;
        cursor.Position++;
        return true;
    }

    private static bool IsBehindClock(DateCursor cursor)
    {
        var back = cursor.Position > 0 && cursor.Peek(-1).Is('.') ? -2 : -1;
        return cursor.Position + back >= 0 && cursor.Peek(back).Text is "kl" or "klokken" or "at";
    }

    private static bool IsFourDigitRange(DateCursor cursor)
    {
        if (cursor.Peek(1).Is('-') && cursor.Peek(2) is { IsNumber: true, Length: 4 })
            return true;
        return cursor.Position > 1 && cursor.Peek(-1).Is('-') && cursor.Peek(-2) is { IsNumber: true, Length: 4 };
    }

    private static bool IsTime((int Hour, int Minute) time) => time is { Hour: < 24, Minute: < 60 };

    private static LocalTime Local((int Hour, int Minute) time) => new(time.Hour, time.Minute);
}
