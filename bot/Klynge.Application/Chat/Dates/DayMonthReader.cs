namespace Klynge.Application.Chat.Dates;

/// <summary>A day by its number and month: "30. april 2025", "d. 30/4-25", "30.4.2025", "2025-04-30", "30th of April".</summary>
internal static class DayMonthReader
{
    private const int MostSensible = 99;

    public static DateReading? Read(DateCursor cursor, DateScope scope)
    {
        var hasArticle = TryArticle(cursor);
        if (ReadIso(cursor, scope) is { } iso)
            return iso;
        if (!cursor.TryNumber(2, out var day))
            return null;
        return ReadSlash(cursor, scope, day)
            ?? ReadDashes(cursor, scope, day)
            ?? ReadStops(cursor, scope, day, hasArticle)
            ?? ReadName(cursor, scope, day);
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

    // "30.4" alone may be a time or a number; it is a date behind "d." or with its year.
    private static DateReading? ReadStops(DateCursor cursor, DateScope scope, int day, bool hasArticle)
    {
        var start = cursor.Position;
        if (cursor.TryGluedSign('.') && cursor.Current.Glued && cursor.TryNumber(2, out var month))
        {
            var year = ShortYear(cursor, '.');
            if (year is not null || hasArticle)
                return scope.DayOf(day, month, year);
        }

        cursor.Position = start;
        return null;
    }

    private static DateReading? ReadName(DateCursor cursor, DateScope scope, int day)
    {
        if (!cursor.TryGluedSign('.') && cursor.Current is { Glued: true, Text: "st" or "nd" or "rd" or "th" or "te" or "de" })
            cursor.Position++;
        cursor.TryAny("of");
        if (day > MostSensible || !MonthReader.TryMonth(cursor, out var month))
            return null;
        return scope.DayOf(day, month, YearBehindName(cursor));
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
