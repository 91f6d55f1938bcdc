using NodaTime;

namespace Klynge.Domain.Calendar.Dates;

/// <summary>
/// A day by its weekday: "fredag", "på fredag", "næste fredag", "fredag d. 30. april", "fredag i uge 17".
/// <para>On a Friday "fredag" may be today or in a week, so we ask; "på fredag" never means today. "Næste fredag" said from Monday to
/// Thursday is this week's Friday to some Danes and next week's to others, so we ask as well.</para>
/// </summary>
internal static class WeekdayReader
{
    public static DateReading? Read(DateCursor cursor, DateScope scope)
    {
        cursor.TryAny("nu");
        var isOn = cursor.TryAny("paa", "on");
        var isNext = cursor.TryAny("naeste", "next");
        var isComing = !isNext && (cursor.TryAny("foerstkommende", "kommende", "this") || isOn);
        if (!cursor.TryLookup(DateWords.Weekdays, out var number))
        {
            if (Misspelt(cursor, isNext || isOn) is { Count: > 0 } near)
                return ReadMisspelt(cursor, scope, near);
            return isNext || isOn ? null : ReadShort(cursor, scope);
        }

        var day = (IsoDayOfWeek)number;
        if (ReadRest(cursor, scope, day) is { } dated)
            return dated;
        if (scope.LeansBack)
            return DateScope.Found(Latest(scope.Today, day), DateForm.Weekday, hasYear: false);
        if (isNext)
            return NextOf(scope.Today, day);
        return day == scope.Today.DayOfWeek && !isComing ? TodayOrNext(scope.Today) : DateScope.Found(scope.Today.Next(day), DateForm.Weekday, hasYear: false);
    }

    // "tirsdga d. 12/1", "på fredga": alone a word that is nearly a weekday may be anything.
    private static IReadOnlyList<int> Misspelt(DateCursor cursor, bool isAnnounced)
    {
        var next = cursor.Peek(1);
        var isDated = next.IsNumber || next.Text is "d" or "den" or "om" or "uge" || (next.Text == "i" && cursor.Peek(2).Text == "uge");
        return cursor.Current.IsWord && (isAnnounced || isDated) ? DateSlips.WeekdaysNear(cursor.Current.Text) : [];
    }

    // "trsdag d. 12/1" is the weekday of its date; without one it is neither.
    private static DateReading? ReadMisspelt(DateCursor cursor, DateScope scope, IReadOnlyList<int> near)
    {
        cursor.Position++;
        var start = cursor.Position;
        foreach (var number in near)
        {
            cursor.Position = start;
            if (ReadRest(cursor, scope, (IsoDayOfWeek)number) is { } dated && (near.Count == 1 || dated is DateReading.Found { Form: DateForm.Day or DateForm.DayOfMonth }))
                return dated;
        }

        cursor.Position = start;
        return near is [var only] && !scope.LeansBack ? DateScope.Found(scope.Today.Next((IsoDayOfWeek)only), DateForm.Weekday, hasYear: false) : null;
    }

    private static DateReading? ReadShort(DateCursor cursor, DateScope scope)
    {
        if (!cursor.TryLookup(DateWords.ShortWeekdays, out var number))
            return null;
        cursor.TryGluedSign('.');
        return ReadDated(cursor, scope, (IsoDayOfWeek)number);
    }

    private static DateReading? ReadRest(DateCursor cursor, DateScope scope, IsoDayOfWeek day)
    {
        var start = cursor.Position;
        if (ReadDated(cursor, scope, day) is { } dated)
            return dated;

        cursor.Position = start;
        if (WeekReader.ReadDay(cursor, scope, day) is { } inWeek)
            return inWeek;

        cursor.Position = start;
        if (!scope.LeansBack && RelativeReader.ReadAhead(cursor, scope, day) is { } ahead)
            return ahead;

        cursor.Position = start;
        return null;
    }

    private static DateReading? ReadDated(DateCursor cursor, DateScope scope, IsoDayOfWeek day)
    {
        cursor.TryGluedSign(',');
        var reading = DayMonthReader.Read(cursor, scope);
        return reading is DateReading.Found { Date: var date, Form: var form } && date.DayOfWeek != day
            ? Mismatch(date, day, scope, form == DateForm.DayOfMonth)
            : reading;
    }

    // "fredag den 14." may also be of a month whose 14th is a Friday.
    private static DateReading Mismatch(LocalDate date, IsoDayOfWeek said, DateScope scope, bool isAnyMonth)
    {
        if (isAnyMonth)
        {
            var months = Enumerable.Range(1, 12).Select(month => date.PlusMonths(scope.LeansBack ? -month : month));
            var fitting = months.Where(other => other.Day == date.Day && other.DayOfWeek == said).Take(1);
            return Contradiction(DateScope.Ambiguous(Texts.WeekdayMismatch(date, said), fitting.Append(date)), said);
        }

        var nearest = new[] { date.Previous(said), date.Next(said) }.Where(other => scope.LeansBack || other >= scope.Today);
        return Contradiction(DateScope.Ambiguous(Texts.WeekdayMismatch(date, said), nearest.Append(date)), said);
    }

    private static DateReading.Ambiguous Contradiction(DateReading reading, IsoDayOfWeek said) => ((DateReading.Ambiguous)reading) with { Contradicting = said };

    private static LocalDate Latest(LocalDate today, IsoDayOfWeek day) => today.DayOfWeek == day ? today : today.Previous(day);

    private static DateReading TodayOrNext(LocalDate today) =>
        DateScope.Ambiguous(Texts.TodayOrNext(today), today, today.PlusWeeks(1)) with { Form = DateForm.Weekday };

    private static DateReading NextOf(LocalDate today, IsoDayOfWeek day)
    {
        var first = today.Next(day);
        var ofNextWeek = today.PlusDays(1).Previous(IsoDayOfWeek.Monday).PlusWeeks(1).PlusDays((int)day - 1);
        return first == ofNextWeek
            ? DateScope.Found(first, DateForm.Weekday, hasYear: false)
            : DateScope.Ambiguous(Texts.WhichWeekday(first, ofNextWeek), first, ofNextWeek) with { Form = DateForm.Weekday };
    }
}
