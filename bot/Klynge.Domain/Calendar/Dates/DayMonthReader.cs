namespace Klynge.Domain.Calendar.Dates;

/// <summary>
/// A day by its number and month, "30. april 2025", "d. 30/4-25", "30.4.2025", "30.04", "2025-04-30", "30042025", "30th of April"; or by
/// its number alone behind an article, "den 14.", "den fjortende".
/// </summary>
internal static class DayMonthReader
{
    private const int MaxSensible = 99;

    /// <summary>Digits in a row are a date only where it is near: "frist sag 112233" names a case.</summary>
    private const int YearsOfDigits = 5;

    public static DateReading? Read(DateCursor cursor, DateScope scope)
    {
        var hasArticle = TryArticle(cursor);
        if (ReadIso(cursor, scope) is { } iso)
            return iso;
        if (ReadDigits(cursor, scope) is { } digits)
            return digits;
        if (cursor.TryLookup(DateWords.Ordinals, out var ordinal))
            return ReadName(cursor, scope, ordinal) ?? (hasArticle ? scope.DayOfMonth(ordinal) : null);
        if (!cursor.TryNumber(2, out var day))
            return null;
        return ReadSlash(cursor, scope, day)
            ?? ReadDashes(cursor, scope, day)
            ?? ReadStops(cursor, scope, day, hasArticle)
            ?? ReadName(cursor, scope, day)
            ?? (hasArticle ? ReadDayOnly(cursor, scope, day) : null);
    }

    private static bool TryArticle(DateCursor cursor)
    {
        if (!cursor.TryAny("d", "den", "the"))
            return false;
        cursor.TryGluedSign('.');
        return true;
    }

    private static DateReading? ReadIso(DateCursor cursor, DateScope scope)
    {
        var start = cursor.Position;
        if (cursor.TryYear(out var year) && cursor.TryGluedSign('-') && cursor.TryNumber(2, out var month)
            && cursor.TryGluedSign('-') && cursor.TryNumber(2, out var day))
        {
            return scope.DayOf(day, month, year);
        }

        cursor.Position = start;
        return null;
    }

    // "030227" is 3 February 2027, and so are "03022027" and "20270203".
    private static DateReading? ReadDigits(DateCursor cursor, DateScope scope)
    {
        if (cursor.Current is not { IsNumber: true, Length: 6 or 8, Number: >= 0 and var digits } token)
            return null;

        var isYearFirst = token.Length == 8 && digits / 10_000 is >= DateLimits.FirstYear and <= DateLimits.LastYear;
        var (day, month, year) = (token.Length, isYearFirst) switch
        {
            (6, _) => (digits / 10_000, digits / 100 % 100, 2000 + (digits % 100)),
            (_, true) => (digits % 100, digits / 100 % 100, digits / 10_000),
            _ => (digits / 1_000_000, digits / 10_000 % 100, digits % 10_000),
        };
        if (Math.Abs(year - scope.Today.Year) > YearsOfDigits || scope.DayOf(day, month, year) is DateReading.Impossible)
            return null;
        cursor.Position++;
        return scope.DayOf(day, month, year);
    }

    private static DateReading? ReadSlash(DateCursor cursor, DateScope scope, int day)
    {
        var start = cursor.Position;
        if (cursor.TryGluedSign('/') && cursor.TryNumber(2, out var month))
        {
            var year = ShortYear(cursor, '-') ?? ShortYear(cursor, '/') ?? (cursor.TryYear(out var whole) ? whole : null);
            return scope.DayOf(day, month, year);
        }

        cursor.Position = start;
        return null;
    }

    private static DateReading? ReadDashes(DateCursor cursor, DateScope scope, int day)
    {
        var start = cursor.Position;
        if (cursor.TryGluedSign('-') && cursor.TryNumber(2, out var month) && ShortYear(cursor, '-') is { } year)
            return scope.DayOf(day, month, year);

        cursor.Position = start;
        return null;
    }

    // "30.4" alone may be a time, a number or a paragraph; it is a date behind "d.", with its year, as "30.04" or as "30.4.".
    private static DateReading? ReadStops(DateCursor cursor, DateScope scope, int day, bool hasArticle)
    {
        var start = cursor.Position;
        var digits = cursor.Peek(-1).Length;
        if (cursor.TryGluedSign('.') && (cursor.Current.Glued || hasArticle) && cursor.TryNumber(2, out var month))
        {
            var isTwice = digits == 2 && cursor.Peek(-1) is { Length: 2, Glued: true };
            var year = ShortYear(cursor, '.') ?? ShortYear(cursor, '-') ?? ShortYear(cursor, '/');
            if (year is not null || hasArticle)
                return AfterStop(cursor, scope.DayOf(day, month, year));
            if ((isTwice || IsFullStop(cursor)) && !BeginsTimeRange(cursor) && scope.DayOf(day, month, null) is not DateReading.Impossible)
                return AfterStop(cursor, scope.DayOf(day, month, null));
        }

        cursor.Position = start;
        return null;
    }

    private static DateReading AfterStop(DateCursor cursor, DateReading reading)
    {
        if (IsFullStop(cursor))
            cursor.Position++;
        return reading;
    }

    private static bool IsFullStop(DateCursor cursor) => cursor.Current is { Glued: true } stop && stop.Is('.') && !cursor.Peek(1).Glued;

    // "14.10-15.00" and "14.10 til 15".
    private static bool BeginsTimeRange(DateCursor cursor) =>
        (cursor.Current.Is('-') || cursor.Current.Text == "til") && cursor.Peek(1).IsNumber;

    private static DateReading? ReadName(DateCursor cursor, DateScope scope, int day)
    {
        var start = cursor.Position;
        if (!cursor.TryGluedSign('.') && cursor.Current is { Glued: true, Text: "st" or "nd" or "rd" or "th" or "te" or "de" })
            cursor.Position++;
        cursor.TryAny("of");
        if (day <= MaxSensible && MonthReader.TryMonth(cursor, out var month))
            return scope.DayOf(day, month, YearBehindName(cursor));

        cursor.Position = start;
        return null;
    }

    // "den 14.", "den 14. ds.", "den 14. i denne måned".
    private static DateReading? ReadDayOnly(DateCursor cursor, DateScope scope, int day)
    {
        if (!cursor.TryGluedSign('.') && cursor.Current is { Glued: true, Text: "th" or "de" or "te" })
            cursor.Position++;
        _ = cursor.TryPhrase("i", "denne", "maaned") || cursor.TryAny("ds", "dennes");
        return scope.DayOfMonth(day);
    }

    private static int? YearBehindName(DateCursor cursor)
    {
        var start = cursor.Position;
        cursor.TryGluedSign(',');
        if (cursor.TryYear(out var year))
            return year;
        cursor.Position = start;
        return null;
    }

    // Two digits are a year of this century; "-14.30" is a time.
    private static int? ShortYear(DateCursor cursor, char separator)
    {
        var start = cursor.Position;
        if (cursor.TryGluedSign(separator) && cursor.Current is { Glued: true, Length: 2 or 4 } && !cursor.BeginsClockTime()
            && cursor.TryNumber(4, out var year))
        {
            return year < 100 ? 2000 + year : year;
        }

        cursor.Position = start;
        return null;
    }
}
