using NodaTime;
using NodaTime.Calendars;

namespace Klynge.Domain.Calendar.Dates;

/// <summary>
/// A day of a month, quarter, week or year by its place: "ultimo april", "udgangen af april 2027", "årets udgang", "end of april"; and
/// "primo maj", "starten af maj" (the 1st) and "medio maj", "midten af maj" (the 15th), as bookkeepers have it.
/// </summary>
internal static class MonthReader
{
    private const int Middle = 15;
    private const int MonthsOfQuarter = 3;

    public static DateReading? Read(DateCursor cursor, DateScope scope)
    {
        _ = cursor.TryAny("ved", "inden", "by", "med");
        cursor.TryAny("the");
        if (cursor.TryAny("primo") || cursor.TryPhrase("begyndelsen", "af") || cursor.TryPhrase("starten", "af"))
            return OfMonth(cursor, scope, month => month.OnDayOfMonth(1), DateForm.PartOfMonth);
        if (cursor.TryAny("medio") || cursor.TryPhrase("midten", "af"))
            return OfMonth(cursor, scope, month => month.OnDayOfMonth(Middle), DateForm.PartOfMonth);
        if (cursor.TryAny("ultimo") || cursor.TryPhrase("udgangen", "af") || cursor.TryPhrase("slutningen", "af") || cursor.TryPhrase("end", "of"))
            return EndOf(cursor, scope);
        return EndsItself(cursor, scope);
    }

    /// <summary>Takes the name of a month and the full stop of an abbreviation; with a slip of the keyboard where only a month can stand.</summary>
    public static bool TryMonth(DateCursor cursor, out int month)
    {
        if (!cursor.TryLookup(DateWords.Months, out month) && !TryMisspelt(cursor, out month))
            return false;
        if (cursor.Peek(-1).Length <= 4)
            cursor.TryGluedSign('.');
        return true;
    }

    // "3. febuar", "i jaunar", "medio apirl": not "sidste mart", which may be anything.
    private static bool TryMisspelt(DateCursor cursor, out int month)
    {
        var before = cursor.Peek(-1);
        var isInPlace = before.IsNumber || before.Is('.') || DateWords.Ordinals.ContainsKey(before.Text)
            || before.Text is "i" or "in" or "of" or "af" or "primo" or "medio" or "ultimo";
        month = isInPlace && cursor.Current.IsWord ? DateSlips.Month(cursor.Current.Text) ?? 0 : 0;
        if (month == 0)
            return false;
        cursor.Position++;
        return true;
    }

    private static DateReading? EndOf(DateCursor cursor, DateScope scope)
    {
        if (cursor.TryAny("maaneden") || cursor.TryPhrase("denne", "maaned") || cursor.TryPhrase("this", "month"))
            return scope.Certain(LastDay(scope.Today.ToYearMonth()), DateForm.EndOf, hasYear: false);
        if (cursor.TryPhrase("naeste", "maaned"))
            return scope.Certain(LastDay(scope.Today.ToYearMonth().PlusMonths(1)), DateForm.EndOf, hasYear: false);
        if (cursor.TryAny("aaret") || cursor.TryPhrase("the", "year") || cursor.TryPhrase("indevaerende", "aar") || cursor.TryPhrase("i", "aar"))
            return scope.Certain(new LocalDate(scope.Today.Year, 12, 31), DateForm.EndOf, hasYear: false);
        if (cursor.TryAny("ugen") || cursor.TryPhrase("denne", "uge"))
            return scope.Certain(FridayOf(scope.Today), DateForm.EndOf, hasYear: false);
        if (cursor.TryYear(out var year))
            return scope.Certain(new LocalDate(year, 12, 31), DateForm.EndOf);
        return WeekReader.ReadEnd(cursor, scope) ?? EndOfQuarter(cursor, scope) ?? OfMonth(cursor, scope, LastDay, DateForm.EndOf);
    }

    // "årets udgang", "månedens udgang", "1. kvartals udgang", "udgangen af 1. kvartal".
    private static DateReading? EndsItself(DateCursor cursor, DateScope scope)
    {
        if (cursor.TryPhrase("aarets", "udgang") || cursor.TryPhrase("aarets", "slutning"))
            return scope.Certain(new LocalDate(scope.Today.Year, 12, 31), DateForm.EndOf, hasYear: false);
        if (cursor.TryPhrase("maanedens", "udgang"))
            return scope.Certain(LastDay(scope.Today.ToYearMonth()), DateForm.EndOf, hasYear: false);
        if (cursor.TryPhrase("ugens", "udgang"))
            return scope.Certain(FridayOf(scope.Today), DateForm.EndOf, hasYear: false);
        return EndOfQuarter(cursor, scope);
    }

    private static DateReading? EndOfQuarter(DateCursor cursor, DateScope scope)
    {
        var start = cursor.Position;
        var isAfter = start > 0 && cursor.Peek(-1).Text is "af" or "ultimo";
        if (cursor.TryNumber(1, out var quarter) || cursor.TryLookup(DateWords.Ordinals, out quarter))
        {
            cursor.TryGluedSign('.');
            if (quarter is >= 1 and <= 4 && (isAfter ? cursor.TryAny("kvartal") : cursor.TryPhrase("kvartals", "udgang")))
            {
                int? year = cursor.TryYear(out var written) ? written : null;
                return scope.Yearly(of => LastDay(new YearMonth(of, quarter * MonthsOfQuarter)), year, DateForm.EndOf);
            }
        }

        cursor.Position = start;
        return null;
    }

    private static DateReading? OfMonth(DateCursor cursor, DateScope scope, Func<YearMonth, LocalDate> dayOf, DateForm form)
    {
        if (!TryMonth(cursor, out var month))
            return null;
        cursor.TryAny("maaned");
        int? year = cursor.TryYear(out var written) ? written : null;
        return scope.Yearly(of => dayOf(new YearMonth(of, month)), year, form);
    }

    private static LocalDate LastDay(YearMonth month) => month.OnDayOfMonth(CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month));

    private static LocalDate FridayOf(LocalDate day) =>
        WeekYearRules.Iso.GetLocalDate(WeekYearRules.Iso.GetWeekYear(day), WeekYearRules.Iso.GetWeekOfWeekYear(day), IsoDayOfWeek.Friday);
}
