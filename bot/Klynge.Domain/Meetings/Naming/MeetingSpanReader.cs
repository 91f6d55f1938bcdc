using Klynge.Domain.Calendar.Dates;
using NodaTime;
using NodaTime.Calendars;

namespace Klynge.Domain.Meetings.Naming;

/// <summary>
/// Reads a stretch of days: "fra 1. januar til 1. marts", "mellem 15. december og 15. januar", "1.-20. januar", "uge 52-53", "i 2027". A single
/// "uge 2" is read as a date is.
/// </summary>
internal static class MeetingSpanReader
{
    private const int DaysOfAWeek = 7;
    private const int MaxYearsAway = 20;

    /// <summary>Null, and the cursor where it was, when none stands there.</summary>
    internal static MeetingPart.Span? Read(string text, DateCursor cursor, LocalDate today)
    {
        var start = cursor.Position;
        if ((Weeks(cursor, today) ?? Rest(cursor, today) ?? Days(text, cursor, today)) is { } span && cursor.AtBoundary)
            return span;

        cursor.Position = start;
        return null;
    }

    /// <summary>"i 2027", "i hele 2027", "i år", "næste år"; a number alone may be anything ("Budget 2027").</summary>
    internal static MeetingPart.Span? Year(DateCursor cursor, LocalDate today)
    {
        var start = cursor.Position;
        var isIn = cursor.TryAny("i", "in", "hele") | cursor.TryAny("hele") | cursor.TryAny("aar");
        isIn |= cursor.Peek(-1).Text is "hele" or "moeder" or "moederne";
        var year = cursor.Peek(-1).Text == "aar" && cursor.Peek(-2).Text is "i" or "in" && !cursor.Current.IsNumber ? today.Year
            : cursor.TryPhrase("det", "nye", "aar") || cursor.TryPhrase("naeste", "aar") || cursor.TryPhrase("det", "kommende", "aar") || cursor.TryPhrase("next", "year") ? today.Year + 1
            : isIn && cursor.TryYear(out var written) && Math.Abs(written - today.Year) <= MaxYearsAway ? written
            : (int?)null;
        if (year is { } number)
            return new MeetingPart.Span(new LocalDate(number, 1, 1), new LocalDate(number, 12, 31));

        cursor.Position = start;
        return null;
    }

    private static MeetingPart.Span? Weeks(DateCursor cursor, LocalDate today)
    {
        var start = cursor.Position;
        _ = cursor.TryAny("fra", "i", "mellem", "hele");
        if (cursor.TryAny("uge", "ugerne", "uger") && cursor.TryNumber(2, out var first) && TryJoin(cursor, isBetween: true)
            && (cursor.TryAny("uge") || true) && cursor.TryNumber(2, out var last)
            && MondayOf(first, today) is { } from && MondayOf(last, from) is { } to)
        {
            return new MeetingPart.Span(from, to.PlusDays(DaysOfAWeek - 1));
        }

        cursor.Position = start;
        return null;
    }

    /// <summary>The Monday of the first such week that is not over on that day.</summary>
    private static LocalDate? MondayOf(int week, LocalDate day)
    {
        var rule = WeekYearRules.Iso;
        var year = rule.GetWeekYear(day);
        return Enumerable.Range(year, 2)
            .Where(one => week >= 1 && week <= rule.GetWeeksInWeekYear(one))
            .Select(one => (LocalDate?)rule.GetLocalDate(one, week, IsoDayOfWeek.Monday))
            .FirstOrDefault(monday => monday!.Value.PlusDays(DaysOfAWeek - 1) >= day);
    }

    // "resten af året", "resten af 2026", "resten af januar".
    private static MeetingPart.Span? Rest(DateCursor cursor, LocalDate today)
    {
        var start = cursor.Position;
        _ = cursor.TryAny("i", "hele");
        if (cursor.TryPhrase("resten", "af"))
        {
            if (cursor.TryAny("aaret"))
                return new MeetingPart.Span(today, new LocalDate(today.Year, 12, 31));
            if (cursor.TryYear(out var year))
                return new MeetingPart.Span(LocalDate.Max(today, new LocalDate(year, 1, 1)), new LocalDate(year, 12, 31));
            if (cursor.TryAny("maaneden"))
                return new MeetingPart.Span(today, today.With(DateAdjusters.EndOfMonth));
            if (cursor.TryLookup(DateWords.Months, out var month))
            {
                var first = new LocalDate(today.Year + (month < today.Month ? 1 : 0), month, 1);
                return new MeetingPart.Span(LocalDate.Max(today, first), first.With(DateAdjusters.EndOfMonth));
            }
        }

        cursor.Position = start;
        return null;
    }

    private static MeetingPart.Span? Days(string text, DateCursor cursor, LocalDate today)
    {
        var isBetween = cursor.TryAny("mellem");
        var isOpened = isBetween || cursor.TryPhrase("i", "perioden");
        isOpened |= cursor.TryAny("fra");
        if (From(text, cursor, today) is { } open)
            return open;
        var day = BareDay(cursor);
        var first = day is null ? DateAt(text, cursor, today) : null;
        if ((day is null && first is null) || !(isOpened || cursor.Current.Is('-')) || !TryJoin(cursor, isBetween))
            return null;
        if (DateAt(text, cursor, today) is not { } to)
            return null;

        var from = first ?? (day <= to.Calendar.GetDaysInMonth(to.Year, to.Month) ? new LocalDate(to.Year, to.Month, day!.Value) : to);

        // Written on 28 November, "fra 1. november til 1. januar" has begun already.
        return new MeetingPart.Span(from <= to ? from : from.PlusYears(-1), to);
    }

    // "fra og med 1. januar", "fra 1. januar og frem": without an end.
    private static MeetingPart.Span? From(string text, DateCursor cursor, LocalDate today)
    {
        var start = cursor.Position;
        if (cursor.Peek(-1).Text == "fra")
        {
            var isWith = cursor.TryPhrase("og", "med");
            if (DateAt(text, cursor, today) is { } from && (cursor.TryPhrase("og", "frem") || cursor.TryPhrase("og", "fremefter") || (isWith && cursor.Current.Text is not ("til" or "og" or "indtil") && !cursor.Current.Is('-'))))
                return new MeetingPart.Span(from, from.PlusYears(MaxYearsAway));
        }

        cursor.Position = start;
        return null;
    }

    // "fra 1. til 20. januar": the first day has no month of its own.
    private static int? BareDay(DateCursor cursor)
    {
        var start = cursor.Position;
        _ = cursor.TryAny("den", "d") && cursor.TryGluedSign('.');
        if (cursor.TryNumber(2, out var day) && day is >= 1 and <= 31)
        {
            _ = cursor.TryGluedSign('.');
            if (cursor.Current.Is('-') ? !(cursor.Peek(1).IsNumber && cursor.Peek(1).Length == 4) : cursor.Current.Text is "til" or "og")
                return day;
        }

        cursor.Position = start;
        return null;
    }

    private static LocalDate? DateAt(string text, DateCursor cursor, LocalDate today)
    {
        if (cursor.Current.Kind == DateTokenKind.None || cursor.Current.Is('-'))
            return null;
        var reading = DanishDateParser.Parse(text[cursor.Current.Start..], today);
        if (reading is not DateReading.Found { Time: null } found)
            return null;

        var end = cursor.Current.Start + found.Span.End;
        while (cursor.Current.Kind != DateTokenKind.None && cursor.Current.Start < end)
            cursor.Position++;
        return found.Date;
    }

    private static bool TryJoin(DateCursor cursor, bool isBetween) =>
        cursor.TryPhrase("til", "og", "med") || cursor.TryAny("til", "indtil") || cursor.TrySign('-') || (isBetween && (cursor.TryAny("og") || cursor.TrySign('+')));
}
