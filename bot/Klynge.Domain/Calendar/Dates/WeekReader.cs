using NodaTime;
using NodaTime.Calendars;

namespace Klynge.Domain.Calendar.Dates;

/// <summary>An ISO week, "uge 17", "uge 17 2027", "næste uge", which is never one day; and a day of it, "tirsdag i uge 17".</summary>
internal static class WeekReader
{
    private static IWeekYearRule Iso => WeekYearRules.Iso;

    /// <summary>A week alone, answered by the question which of its workdays is meant.</summary>
    public static DateReading? Read(DateCursor cursor, DateScope scope)
    {
        cursor.TryAny("i", "in");
        if (!TryWeek(cursor, scope, out var week, out var refusal))
            return refusal;
        if (TryDayBehind(cursor) is { } day)
            return OfWeek(week, scope, day);

        var year = YearOf(week, scope, lastDayThatCounts: IsoDayOfWeek.Friday);
        if (!Exists(week.Number, year))
            return DateScope.Impossible(Texts.NoWeek53(year));
        var monday = Iso.GetLocalDate(year, week.Number, IsoDayOfWeek.Monday);
        var days = Enumerable.Range(0, 5).Select(monday.PlusDays).Where(day => !DanishHolidays.IsClosed(day)).ToArray();
        var open = scope.LeansBack ? days : [.. days.Where(day => day >= scope.Today)];
        return open.Length > 0
            ? DateScope.Ambiguous(Texts.WhichDayOfWeek(week.Number, monday), open) with { Form = DateForm.Week }
            : scope.Certain(monday, DateForm.Week, week.Year is not null);
    }

    /// <summary>The week behind a weekday: "tirsdag <b>i uge 17</b>".</summary>
    public static DateReading? ReadDay(DateCursor cursor, DateScope scope, IsoDayOfWeek day)
    {
        cursor.TryAny("i", "in");
        if (!TryWeek(cursor, scope, out var week, out var refusal))
            return refusal;

        return OfWeek(week, scope, day);
    }

    /// <summary>The week behind "udgangen af": its Friday.</summary>
    public static DateReading? ReadEnd(DateCursor cursor, DateScope scope)
    {
        var start = cursor.Position;
        if (TryWeek(cursor, scope, out var week, out var refusal))
            return OfWeek(week, scope, IsoDayOfWeek.Friday, DateForm.EndOf);

        cursor.Position = refusal is null ? start : cursor.Position;
        return refusal;
    }

    private static DateReading OfWeek((int Number, int? Year) week, DateScope scope, IsoDayOfWeek day, DateForm form = DateForm.Weekday)
    {
        var year = YearOf(week, scope, day);
        return Exists(week.Number, year)
            ? scope.Certain(Iso.GetLocalDate(year, week.Number, day), form, week.Year is not null)
            : DateScope.Impossible(Texts.NoWeek53(year));
    }

    // "uge 8, torsdag", "uge 8 på torsdag".
    private static IsoDayOfWeek? TryDayBehind(DateCursor cursor)
    {
        var start = cursor.Position;
        cursor.TryGluedSign(',');
        cursor.TryAny("paa");
        if (cursor.TryLookup(DateWords.Weekdays, out var day) && cursor.AtBoundary)
            return (IsoDayOfWeek)day;

        cursor.Position = start;
        return null;
    }

    private static bool TryWeek(DateCursor cursor, DateScope scope, out (int Number, int? Year) week, out DateReading? refusal)
    {
        (week, refusal) = (default, null);
        if (cursor.TryPhrase("naeste", "uge") || cursor.TryPhrase("next", "week"))
        {
            var day = scope.Today.PlusWeeks(1);
            week = (Iso.GetWeekOfWeekYear(day), Iso.GetWeekYear(day));
            return true;
        }

        if (cursor.TryPhrase("denne", "uge") || cursor.TryPhrase("indevaerende", "uge"))
        {
            week = (Iso.GetWeekOfWeekYear(scope.Today), Iso.GetWeekYear(scope.Today));
            return true;
        }

        if (!cursor.TryAny("uge", "week") || !cursor.TryNumber(2, out var number))
            return false;
        week = (number, TryWeekYear(cursor));
        refusal = Refusal(week);
        return refusal is null;
    }

    private static DateReading? Refusal((int Number, int? Year) week) => week switch
    {
        { Number: < 1 or > 53 } => DateScope.Impossible(Texts.NoSuchWeek(week.Number)),
        { Year: < DateLimits.FirstYear or > DateLimits.LastYear } => DateScope.Impossible(Texts.NoSuchYear(week.Year.Value)),
        _ => null,
    };

    private static int? TryWeekYear(DateCursor cursor)
    {
        var start = cursor.Position;
        _ = cursor.TryGluedSign(',') || cursor.TryGluedSign('/') || cursor.TryGluedSign('-') || cursor.TryAny("i");
        if (cursor.TryYear(out var year))
            return year;
        cursor.Position = start;
        return null;
    }

    // Without a year: this ISO year's week unless it is over (or, leaning back, not yet begun), then the neighbouring year's.
    private static int YearOf((int Number, int? Year) week, DateScope scope, IsoDayOfWeek lastDayThatCounts)
    {
        var year = week.Year ?? Iso.GetWeekYear(scope.Today);
        if (week.Year is not null || !Exists(week.Number, year))
            return year;

        var lastDay = Iso.GetLocalDate(year, week.Number, lastDayThatCounts);
        var firstDay = Iso.GetLocalDate(year, week.Number, IsoDayOfWeek.Monday);
        return year + (scope.LeansBack ? (firstDay > scope.Today ? -1 : 0) : (lastDay < scope.Today ? 1 : 0));
    }

    private static bool Exists(int week, int year) => week <= Iso.GetWeeksInWeekYear(year);
}
