using Klynge.Domain.Calendar.Dates;
using NodaTime;

namespace Klynge.Domain.Meetings.Naming;

/// <summary>
/// Reads the words that name meetings: a date as <see cref="DanishDateParser"/> has it, "den 14.", "i januar", "januarmødet", "næste møde",
/// "sidste møde", "begge møder", and several of them with "og" between. Which meetings they are is for <see cref="MeetingResolver"/>.
/// </summary>
public static class MeetingMentionReader
{
    private const int MaxParts = 8;

    private static readonly string[] Meeting = ["moede", "moedet", "moedets", "moeder", "moederne", "meeting", "meetings"];

    /// <summary>Reads the mention that <paramref name="text"/> begins with, leading blanks skipped; null when none stands there.</summary>
    public static MeetingMention? Read(string text, LocalDate today)
    {
        var cursor = new DateCursor(DateTokenizer.Tokens(text));
        var says = false;
        var parts = Parts(text, cursor, today, ref says);
        if (parts.Count == 0)
            return null;

        var end = cursor.Position;
        List<MeetingPart> except = TryExcept(cursor) ? Parts(text, cursor, today, ref says) : [];
        if (except.Count == 0)
            cursor.Position = end;
        var span = cursor.Taken;
        return new MeetingMention(parts, text.Substring(span.Start, span.Length), span) { SaysMeeting = says, Except = except };
    }

    /// <summary>What is named in a row, with the cursor behind the last of it.</summary>
    private static List<MeetingPart> Parts(string text, DateCursor cursor, LocalDate today, ref bool says)
    {
        var parts = new List<MeetingPart>();
        var end = cursor.Position;
        var isPair = cursor.TryAny("hverken", "baade"); // "hverken i december eller januar"
        while (parts.Count < MaxParts && (MeetingSpanReader.Read(text, cursor, today) ?? TryPart(text, cursor, today, ref says)) is { } part)
        {
            parts.Add(part);
            end = cursor.Position;
            if (!TrySeparator(cursor) && !(isPair && cursor.TryAny("eller")))
                break;
        }

        cursor.Position = end;
        return InOneMonth(parts);
    }

    // "undtagen 14. januar", "på nær den 21.", ", men ikke i december".
    private static bool TryExcept(DateCursor cursor)
    {
        cursor.TryGluedSign(',');
        return cursor.TryAny("undtagen", "undtaget", "minus", "except") || cursor.TryPhrase("bortset", "fra") || cursor.TryPhrase("paa", "naer")
            || cursor.TryPhrase("med", "undtagelse", "af") || cursor.TryPhrase("men", "ikke") || cursor.TryPhrase("og", "ikke") || cursor.TryPhrase("dog", "ikke");
    }

    private static bool IsExceptAhead(DateCursor cursor)
    {
        var start = cursor.Position;
        var isExcept = TryExcept(cursor);
        cursor.Position = start;
        return isExcept;
    }

    private static MeetingPart? TryPart(string text, DateCursor cursor, LocalDate today, ref bool says)
    {
        var start = cursor.Position;
        _ = cursor.TryAny("til", "for", "fra");
        _ = cursor.TryAny("hele");
        var named = TryMeetingWord(cursor);
        var position = cursor.Position;
        foreach (var read in new Func<MeetingPart?>[]
        {
            () => AfterNext(cursor), () => NamedMeeting(cursor, today), () => MonthMeeting(cursor), () => MeetingSpanReader.Year(cursor, today), () => BareNumbers(cursor, today), () => Dated(text, cursor, today),
            () => Next(cursor), () => Month(cursor, today),
        })
        {
            if (read() is { } part && cursor.AtBoundary)
            {
                says |= named || cursor.Peek(-1).Text.Contains("moede", StringComparison.Ordinal);
                return part;
            }

            cursor.Position = position;
        }

        cursor.Position = start;
        return null;
    }

    private static bool TrySeparator(DateCursor cursor) =>
        cursor.TryAny("og", "samt", "and") || cursor.TryGluedSign(',') || cursor.TrySign('+') || cursor.TrySign('&');

    private static bool TryMeetingWord(DateCursor cursor)
    {
        var start = cursor.Position;
        cursor.TryAny("det", "de", "the");
        if (cursor.TryAny(Meeting))
            return true;
        cursor.Position = start;
        return false;
    }

    // "begge møder", "alle møder i 2027", "sidste møde".
    private static MeetingPart? NamedMeeting(DateCursor cursor, LocalDate today)
    {
        if (cursor.TryAny("begge", "both"))
        {
            _ = cursor.TryAny("de") | cursor.TryAny("to") | cursor.TryAny("kommende", "naeste") | (TryMeetingWord(cursor) || cursor.TryAny("dage", "gange"));
            return new MeetingPart.Both(Period(cursor, today));
        }

        if (cursor.TryAny("alle", "all", "alt"))
        {
            _ = cursor.TryAny("de") | cursor.TryAny("kommende", "fremtidige");
            var isAll = TryMeetingWord(cursor) || cursor.TryAny("gange", "dage") || IsExceptAhead(cursor);
            return isAll ? new MeetingPart.All(Period(cursor, today)) : null;
        }

        cursor.TryAny("det", "the");
        if (!cursor.TryAny("sidste", "seneste", "forrige", "last"))
            return null;
        cursor.TryAny("ordinaere");
        return TryMeetingWord(cursor) || cursor.TryAny("gang") || cursor.Current.Kind == DateTokenKind.None ? new MeetingPart.Latest() : null;
    }

    // "… i december", "… i januar 2027", "… i 2027", "… næste år".
    private static MeetingPeriod Period(DateCursor cursor, LocalDate today)
    {
        var start = cursor.Position;
        if (MeetingSpanReader.Year(cursor, today) is { From.Year: var year } && cursor.AtBoundary)
            return new MeetingPeriod(null, year);
        cursor.Position = start;
        if (Month(cursor, today) is { } month && cursor.AtBoundary)
            return new MeetingPeriod(month.Number, month.Year);
        cursor.Position = start;
        return default;
    }

    // "mødet efter næste".
    private static MeetingPart.AfterNext? AfterNext(DateCursor cursor)
    {
        if (!cursor.TryPhrase("efter", "naeste") && !cursor.TryAny("overnaeste"))
            return null;
        TryMeetingWord(cursor);
        return new MeetingPart.AfterNext();
    }

    // "næste møde", "det kommende møde", "de næste to møder"; "næste fredag" and "næste uge" have been read as dates.
    private static MeetingPart.Next? Next(DateCursor cursor)
    {
        cursor.TryAny("det", "de", "the");
        if (!cursor.TryAny("naeste", "kommende", "foerstkommende", "next"))
            return null;
        if (!cursor.TryNumber(1, out var count) && !cursor.TryLookup(DateWords.Numbers, out count))
            count = 1;
        cursor.TryAny("ordinaere");
        return TryMeetingWord(cursor) || cursor.TryAny("gang") || cursor.Current.Kind == DateTokenKind.None ? new MeetingPart.Next(count) : null;
    }

    // "januarmødet", "januar-mødet", "december- og januarmødet".
    private static MeetingPart.Month? MonthMeeting(DateCursor cursor)
    {
        var word = cursor.Current.Text;
        foreach (var (name, number) in DateWords.Months)
        {
            if (word.Length <= name.Length || !cursor.Current.IsWord || !word.StartsWith(name, StringComparison.Ordinal)
                || !Meeting.Contains(word[name.Length..]))
            {
                continue;
            }
            cursor.Position++;
            return new MeetingPart.Month(number, YearOf(cursor));
        }

        if (cursor.Current.IsWord && Array.Find(Meeting, ending => word.Length > ending.Length && word.EndsWith(ending, StringComparison.Ordinal)) is { } meeting
            && DateSlips.Month(word[..^meeting.Length]) is { } misspelt)
        {
            cursor.Position++;
            return new MeetingPart.Month(misspelt, YearOf(cursor));
        }

        if (!cursor.TryLookup(DateWords.Months, out var month) || !cursor.TryGluedSign('-'))
            return null;
        return cursor.TryAny(Meeting) || cursor.Current.Text == "og" ? new MeetingPart.Month(month, YearOf(cursor)) : null;
    }

    private static MeetingPart.Month? Month(DateCursor cursor, LocalDate today)
    {
        cursor.TryAny("i", "in");
        if (cursor.TryPhrase("naeste", "maaned") || cursor.TryPhrase("denne", "maaned"))
        {
            var month = today.ToYearMonth().PlusMonths(cursor.Peek(-2).Text == "denne" ? 0 : 1);
            return new MeetingPart.Month(month.Month, month.Year);
        }

        if (!MonthReader.TryMonth(cursor, out var number))
            return null;
        var year = YearOf(cursor);
        cursor.TryAny(Meeting);
        return new MeetingPart.Month(number, year);
    }

    private static int? YearOf(DateCursor cursor) => cursor.TryYear(out var year) ? year : null;

    private static MeetingPart? Dated(string text, DateCursor cursor, LocalDate today)
    {
        if (cursor.Current.Kind == DateTokenKind.None)
            return null;
        var written = text[cursor.Current.Start..];
        var ahead = DanishDateParser.Parse(written, today);
        if (ahead is DateReading.NotADate)
            return null;

        var end = cursor.Current.Start + DanishDateParser.SpanOf(ahead).End;
        while (cursor.Current.Kind != DateTokenKind.None && cursor.Current.Start < end)
            cursor.Position++;
        if (ahead is DateReading.Found { Form: DateForm.DayOfMonth } day)
            return new MeetingPart.DayOfMonth(day.Date.Day);
        return new MeetingPart.Day(ahead, [.. DatesOf(ahead).Union(DatesOf(DanishDateParser.Parse(written, today, DateLean.Back)))]);
    }

    // "14-1" and "14.1" are no dates by themselves, but where a meeting is named they are; "7. og 14. december" borrows its month.
    private static MeetingPart? BareNumbers(DateCursor cursor, LocalDate today)
    {
        if (!cursor.TryNumber(2, out var day))
            return null;
        if ((cursor.TryGluedSign('-') || cursor.TryGluedSign('.')) && cursor.Current.Glued && cursor.TryNumber(2, out var month))
        {
            if (cursor.Current.Glued && cursor.Peek(1) is { Glued: true, IsNumber: true })
                return null;
            var (ahead, back) = (new DateScope(today, DateLean.Ahead).DayOf(day, month, null), new DateScope(today, DateLean.Back).DayOf(day, month, null));
            return ahead is DateReading.Found ? new MeetingPart.Day(ahead, [.. DatesOf(ahead).Union(DatesOf(back))]) : null;
        }

        var isFollowed = cursor.Current.Text is "og" or "samt" || cursor.Current.Is(',') || cursor.Current.Is('&');
        return day is >= 1 and <= 31 && isFollowed && cursor.Peek(1) is { IsNumber: true } ? new MeetingPart.DayOfMonth(day) : null;
    }

    private static IEnumerable<LocalDate> DatesOf(DateReading reading) => reading switch
    {
        DateReading.Found found => [found.Date],
        DateReading.Past past => [past.Date],
        DateReading.Ambiguous ambiguous => ambiguous.Candidates,
        _ => [],
    };

    private static List<MeetingPart> InOneMonth(List<MeetingPart> parts)
    {
        for (var at = parts.Count - 2; at >= 0; at--)
        {
            if (parts[at] is MeetingPart.DayOfMonth { Number: var number } && parts[at + 1] is MeetingPart.Day { Dates.Count: > 0 } dated)
            {
                var dates = dated.Dates.Where(date => number <= date.Calendar.GetDaysInMonth(date.Year, date.Month))
                    .Select(date => new LocalDate(date.Year, date.Month, number)).ToList();
                parts[at] = dates.Count > 0 ? new MeetingPart.Day(DateScope.Found(dates[0], DateForm.Day, hasYear: false), dates) : parts[at];
            }
        }

        return parts;
    }
}
