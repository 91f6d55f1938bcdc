using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Chat.Dates;

/// <summary>A day seen from today: "i dag", "i overmorgen", "om 14 dage", "om en uge", "om 3 hverdage", "in 2 weeks".</summary>
internal static class RelativeReader
{
    public static DateReading? Read(DateCursor cursor, DateScope scope)
    {
        if (ReadDay(cursor) is { } days)
            return scope.Certain(scope.Today.PlusDays(days));
        if (!cursor.TryAny("om", "in"))
            return null;
        if (!cursor.TryNumber(4, out var number) && !cursor.TryLookup(DateWords.Numbers, out number))
            return null;
        return Ahead(cursor, scope.Today, number);
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

    private static DateReading? Ahead(DateCursor cursor, LocalDate today, int number)
    {
        Func<LocalDate>? date = cursor switch
        {
            _ when cursor.TryAny("hverdag", "hverdage", "arbejdsdag", "arbejdsdage", "workday", "workdays") => () => Workdays.Add(today, number),
            _ when cursor.TryPhrase("working", "days") => () => Workdays.Add(today, number),
            _ when cursor.TryAny("dag", "dage", "day", "days") => () => today.PlusDays(number),
            _ when cursor.TryAny("uge", "uger", "week", "weeks") => () => today.PlusWeeks(number),
            _ when cursor.TryAny("maaned", "maaneder", "month", "months") => () => today.PlusMonths(number),
            _ => null,
        };
        if (date is null)
            return null;
        if (number > DateLimits.MaxAhead)
            return DateScope.Impossible(Texts.TooFarAhead(number));
        return IsEightDays(cursor, number) ? EightDays(today) : DateScope.Found(date());
    }

    // "Om otte dage" is an old way to say "in a week"; which of the two is meant, only the writer knows.
    private static bool IsEightDays(DateCursor cursor, int number) => number == 8 && cursor.Peek(-1).Text == "dage";

    private static DateReading EightDays(LocalDate today)
    {
        var (week, days) = (today.PlusDays(7), today.PlusDays(8));
        return DateScope.Ambiguous(Texts.EightDays(week, days), week, days);
    }
}
