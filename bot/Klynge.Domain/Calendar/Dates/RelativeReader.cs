using NodaTime;

namespace Klynge.Domain.Calendar.Dates;

/// <summary>
/// A day seen from today, "i dag", "i overmorgen", "om 14 dage", "om en uge", "om 3 hverdage", "in 2 weeks"; or from a meeting, "14 dage
/// efter mødet", "otte dage før mødet den 20. januar".
/// </summary>
internal static class RelativeReader
{
    public static DateReading? Read(DateCursor cursor, DateScope scope)
    {
        if (ReadDay(cursor) is { } days)
            return scope.Certain(scope.Today.PlusDays(days), DateForm.Relative);
        if (!cursor.TryAny("om", "in"))
            return ReadFromMeeting(cursor, scope);
        if (TryDistance(cursor) is not { } distance)
            return null;
        if (distance.Number > DateLimits.MaxAhead)
            return DateScope.Impossible(Texts.TooFarAhead(distance.Number));
        return distance.IsEightDays ? EightDays(scope.Today) : DateScope.Found(distance.From(scope.Today, 1), DateForm.Relative);
    }

    /// <summary>
    /// The rest of "mandag <b>om 14 dage</b>". That is the Monday of the week in two weeks to some, and the coming Monday and two weeks to
    /// others; where both are one day, there is no doubt.
    /// </summary>
    public static DateReading? ReadAhead(DateCursor cursor, DateScope scope, IsoDayOfWeek day)
    {
        if (!cursor.TryAny("om") || TryDistance(cursor) is not { } distance)
            return null;
        if (distance.Number > DateLimits.MaxAhead)
            return DateScope.Impossible(Texts.TooFarAhead(distance.Number));

        var aim = distance.IsEightDays ? scope.Today.PlusWeeks(1) : distance.From(scope.Today, 1);
        if (aim.DayOfWeek == day)
            return DateScope.Found(aim, DateForm.Weekday);
        var inWeek = aim.PlusDays(day - aim.DayOfWeek);
        var counted = scope.Today.Next(day).PlusDays(Period.DaysBetween(scope.Today, aim));
        return counted.DayOfWeek != day || inWeek == counted
            ? DateScope.Found(inWeek, DateForm.Weekday)
            : DateScope.Ambiguous(Texts.WhichWeekday(LocalDate.Min(inWeek, counted), LocalDate.Max(inWeek, counted)), inWeek, counted) with { Form = DateForm.Weekday };
    }

    // The day of the minutes, or a meeting whose date is written behind.
    private static DateReading? ReadFromMeeting(DateCursor cursor, DateScope scope)
    {
        if (TryDistance(cursor) is not { } distance || !cursor.TryAny("efter", "foer", "inden"))
            return null;

        var sign = cursor.Peek(-1).Text == "efter" ? 1 : -1;
        cursor.TryAny("dette", "det");
        if (!cursor.TryAny("moedet", "moede") || distance.Number > DateLimits.MaxAhead)
            return null;
        var start = cursor.Position;
        if (DayMonthReader.Read(cursor, scope) is DateReading.Found { Form: DateForm.Day } dated)
            return DateScope.Found(distance.From(dated.Date, sign), DateForm.FromMeeting, dated.HasYear);

        cursor.Position = start;
        return scope.Meeting is { } meeting && sign > 0 ? DateScope.Found(distance.From(meeting, sign), DateForm.FromMeeting) : null;
    }

    private static int? ReadDay(DateCursor cursor)
    {
        if (cursor.TryPhrase("i", "dag") || cursor.TryAny("idag", "today"))
            return 0;
        if (cursor.TryPhrase("i", "morgen") || cursor.TryAny("imorgen", "tomorrow"))
            return 1;
        if (cursor.TryPhrase("i", "overmorgen") || cursor.TryAny("overmorgen") || cursor.TryPhrase("day", "after", "tomorrow"))
            return 2;
        if (cursor.TryPhrase("i", "gaar") || cursor.TryAny("igaar", "yesterday"))
            return -1;
        return cursor.TryPhrase("i", "forgaars") ? -2 : null;
    }

    private static Distance? TryDistance(DateCursor cursor)
    {
        if (!cursor.TryNumber(4, out var number) && !cursor.TryLookup(DateWords.Numbers, out number))
            return null;
        if (cursor.TryAny("hverdag", "hverdage", "arbejdsdag", "arbejdsdage", "workday", "workdays") || cursor.TryPhrase("working", "days"))
            return new Distance(number, Unit.Workdays);
        if (cursor.TryAny("dag", "dage", "day", "days"))
            return new Distance(number, Unit.Days);
        if (cursor.TryAny("uge", "uger", "week", "weeks"))
            return new Distance(number, Unit.Weeks);
        return cursor.TryAny("maaned", "maaneder", "month", "months") ? new Distance(number, Unit.Months) : null;
    }

    private static DateReading EightDays(LocalDate today)
    {
        var (week, days) = (today.PlusDays(7), today.PlusDays(8));
        return DateScope.Ambiguous(Texts.EightDays(week, days), week, days) with { Form = DateForm.Relative };
    }

    private enum Unit
    {
        Days,
        Workdays,
        Weeks,
        Months,
    }

    private readonly record struct Distance(int Number, Unit Unit)
    {
        // "Om otte dage" is an old way to say "in a week"; which of the two is meant, only the writer knows.
        public bool IsEightDays => Number == 8 && Unit == Unit.Days;

        public LocalDate From(LocalDate day, int sign) => Unit switch
        {
            Unit.Days => day.PlusDays(sign * Number),
            Unit.Workdays => Workdays.Add(day, sign * Number),
            Unit.Weeks => day.PlusWeeks(sign * Number),
            _ => day.PlusMonths(sign * Number),
        };
    }
}
