using NodaTime;

namespace Klynge.Application.Chat.Dates;

/// <summary>The last day of a month: "ultimo april", "udgangen af april 2027", "udgangen af måneden", "end of april".</summary>
internal static class MonthReader
{
    public static DateReading? Read(DateCursor cursor, DateScope scope)
    {
        cursor.TryAny("ved", "inden", "by");
        cursor.TryAny("the");
        if (!cursor.TryPhrase("ultimo") && !cursor.TryPhrase("udgangen", "af") && !cursor.TryPhrase("end", "of"))
            return null;
        if (cursor.TryAny("maaneden") || cursor.TryPhrase("denne", "maaned") || cursor.TryPhrase("this", "month"))
            return scope.Certain(LastDayOf(scope.Today.Year, scope.Today.Month));
        if (cursor.TryAny("aaret") || cursor.TryPhrase("the", "year"))
            return scope.Certain(new LocalDate(scope.Today.Year, 12, 31));
        if (!TryMonth(cursor, out var month))
            return null;

        var hasYear = cursor.TryYear(out var year);
        if (hasYear && year is < DateLimits.FirstYear or > DateLimits.LastYear)
            return DateScope.Impossible(Texts.NoSuchYear(year));
        return scope.Certain(LastDayOf(hasYear ? year : NearestYear(month, scope), month));
    }

    /// <summary>Takes the name of a month and the full stop of an abbreviation.</summary>
    public static bool TryMonth(DateCursor cursor, out int month)
    {
        if (!cursor.TryLookup(DateWords.Months, out month))
            return false;
        if (cursor.Peek(-1).Length <= 4)
            cursor.TryGluedSign('.');
        return true;
    }

    private static int NearestYear(int month, DateScope scope)
    {
        if (scope.LeansBack)
            return scope.Today.Year - (LastDayOf(scope.Today.Year, month) > scope.Today ? 1 : 0);
        return scope.Today.Year + (month < scope.Today.Month ? 1 : 0);
    }

    private static LocalDate LastDayOf(int year, int month) => new(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month));
}
