using NodaTime;

namespace Klynge.Domain.Calendar.Dates;

/// <summary>Reads a date, with or without a time, as Danes (and some English aliases) write it.</summary>
/// <remarks>
/// Without a year the nearest such date is meant, today included. A date that names its year and is past is a question back, and so is
/// whatever may mean two days. Nothing is guessed: a misspelt month or weekday is read only in the place of one, one slip away, and where
/// no other is as near (<see cref="DateSlips"/>).
/// </remarks>
public static class DanishDateParser
{
    // "3. mandag i maj" and "2. påskedag" begin as a date does, and "den 14." as "den 14. januar": the longer form stands first.
    private static readonly Func<DateCursor, DateScope, DateReading?>[] Readers =
    [
        NthReader.Read, HolidayReader.Read, DayMonthReader.Read, RelativeReader.Read, WeekdayReader.Read, WeekReader.Read, MonthReader.Read,
    ];

    /// <summary>Reads the date that <paramref name="text"/> begins with, leading blanks skipped; what follows is left alone.</summary>
    /// <param name="meeting">The meeting in whose minutes the text stands, for "14 dage efter mødet"; null elsewhere.</param>
    public static DateReading Parse(string text, LocalDate today, DateLean lean = DateLean.Ahead, LocalDate? meeting = null)
    {
        var cursor = new DateCursor(DateTokenizer.Tokens(text));
        var scope = new DateScope(today, lean, meeting);

        // The date first: "03-02-27 14:00" begins as the time "3-2" does.
        TimeSlot? early = null;
        if (ReadDate(cursor, scope) is not { } date)
        {
            (early, var refusal) = TimeReader.Read(cursor);
            if (refusal is not null)
                return new DateReading.Impossible(refusal, cursor.Taken);
            if (early is null || ReadDate(cursor, scope) is not { } behind)
                return new DateReading.NotADate();
            date = behind;
        }

        var (late, lateRefusal) = early is null ? TimeReader.Read(cursor) : default;
        return lateRefusal is not null
            ? new DateReading.Impossible(lateRefusal, cursor.Taken)
            : Complete(date, early ?? late, cursor.Taken);
    }

    /// <summary>As <see cref="Parse"/>, but the whole text must be the date; for an input field.</summary>
    public static DateReading ParseWhole(string text, LocalDate today, DateLean lean = DateLean.Ahead)
    {
        var reading = Parse(text, today, lean);
        return text.AsSpan(SpanOf(reading).End).Trim(" \t\r\n.,!?").IsEmpty ? reading : new DateReading.NotADate();
    }

    /// <summary>What the reading covers; nothing for <see cref="DateReading.NotADate"/>.</summary>
    public static TextSpan SpanOf(DateReading reading) => reading switch
    {
        DateReading.Found found => found.Span,
        DateReading.Ambiguous ambiguous => ambiguous.Span,
        DateReading.Past past => past.Span,
        DateReading.Impossible impossible => impossible.Span,
        _ => default,
    };

    internal static DateReading? ReadDate(DateCursor cursor, DateScope scope)
    {
        var start = cursor.Position;
        foreach (var read in Readers)
        {
            if (read(cursor, scope) is { } reading && cursor.AtBoundary)
                return reading;
            cursor.Position = start;
        }

        return null;
    }

    private static DateReading Complete(DateReading reading, TimeSlot? time, TextSpan span) => reading switch
    {
        DateReading.Found found => found with { Time = time, Span = span },
        DateReading.Ambiguous ambiguous => ambiguous with { Time = time, Span = span },
        DateReading.Past past => past with { Time = time, Span = span },
        DateReading.Impossible impossible => impossible with { Span = span },
        _ => reading,
    };
}
