using NodaTime;

namespace Klynge.Domain.Calendar.Dates;

/// <summary>A day of a month by its order: "første tirsdag i marts", "2. mandag i april 2027", "sidste hverdag i måneden".</summary>
internal static class NthReader
{
    private const int Last = -1;
    private const int MaxNth = 5;

    public static DateReading? Read(DateCursor cursor, DateScope scope)
    {
        cursor.TryAny("den", "d", "the");
        cursor.TryGluedSign('.');
        if (TryOrder(cursor) is not { } order || TryDay(cursor) is not { } day || !cursor.TryAny("i", "af", "in", "of"))
            return null;
        if (TryMonthHere(cursor, scope) is { } here)
            return DayOf(order, day, here) is { } date ? scope.Certain(date, DateForm.Nth, hasYear: false) : NoSuch(order, day, here);
        if (!MonthReader.TryMonth(cursor, out var month))
            return null;

        // The fifth Friday of a month is not there every year: without a year the one at hand must have it.
        int? year = cursor.TryYear(out var written) ? written : null;
        var nearest = new YearMonth(year ?? NearestYear(month, scope), month);
        return DayOf(order, day, nearest) is null
            ? NoSuch(order, day, nearest)
            : scope.Yearly(of => DayOf(order, day, new YearMonth(of, month)), year, DateForm.Nth);
    }

    private static int? TryOrder(DateCursor cursor)
    {
        if (cursor.TryAny("sidste", "last"))
            return Last;
        if (cursor.TryLookup(DateWords.Ordinals, out var word))
            return word <= MaxNth ? word : null;
        if (!cursor.TryNumber(1, out var number) || number is < 1 or > MaxNth)
            return null;
        cursor.TryGluedSign('.');
        return number;
    }

    /// <summary>A weekday, or None for "hverdag".</summary>
    private static IsoDayOfWeek? TryDay(DateCursor cursor)
    {
        if (cursor.TryAny("hverdag", "arbejdsdag", "workday"))
            return IsoDayOfWeek.None;
        return cursor.TryLookup(DateWords.Weekdays, out var day) ? (IsoDayOfWeek)day : null;
    }

    private static YearMonth? TryMonthHere(DateCursor cursor, DateScope scope)
    {
        if (cursor.TryAny("maaneden") || cursor.TryPhrase("denne", "maaned"))
            return scope.Today.ToYearMonth();
        return cursor.TryPhrase("naeste", "maaned") ? scope.Today.ToYearMonth().PlusMonths(1) : null;
    }

    private static int NearestYear(int month, DateScope scope) =>
        scope.Today.Year + (scope.LeansBack ? (month > scope.Today.Month ? -1 : 0) : (month < scope.Today.Month ? 1 : 0));

    private static LocalDate? DayOf(int order, IsoDayOfWeek day, YearMonth month)
    {
        var days = month.ToDateInterval().Where(date => day == IsoDayOfWeek.None ? Workdays.IsWorkday(date) : date.DayOfWeek == day).ToList();
        var index = order == Last ? days.Count - 1 : order - 1;
        return index < days.Count ? days[index] : null;
    }

    private static DateReading NoSuch(int order, IsoDayOfWeek day, YearMonth month) =>
        DateScope.Impossible(Texts.NoSuchNth(order, day == IsoDayOfWeek.None ? "hverdag" : DanishNames.Weekday(day), month));
}
