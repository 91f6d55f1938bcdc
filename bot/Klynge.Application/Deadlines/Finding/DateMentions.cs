using System.Text.RegularExpressions;
using Klynge.Domain.Calendar.Dates;
using NodaTime;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>
/// Finds the days and times of the year that a sentence names. A day is what <see cref="DanishDateParser"/> reads at a word; times of the
/// year that are no day (»sommerferien«, »efteråret«) are found besides.
/// </summary>
internal static partial class DateMentions
{
    private const string Month = "januar|jan|februar|feb|marts|mar|april|apr|maj|juni|jun|juli|jul|august|aug|september|sept|sep|oktober|okt|november|nov|december|dec";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>A date without its year that lies so shortly behind was hardly meant for next year: somebody must be asked.</summary>
    private const int JustBehind = 60;

    /// <param name="reference">The day of the text; null when it is not known, and a date without its year is then open.</param>
    /// <returns>In their order, none within another.</returns>
    internal static IReadOnlyList<DateMention> In(string sentence, LocalDate? reference)
    {
        var taken = new List<DateMention>();
        foreach (var mention in Within(sentence, reference).Concat(Read(sentence, reference)).Concat(Vague(sentence, reference)))
        {
            if (taken.TrueForAll(other => mention.End <= other.Start || mention.Start >= other.End))
                taken.Add(mention);
        }

        return [.. WithSameDay(sentence, [.. taken.OrderBy(mention => mention.Start)])];
    }

    // "… sendes i det nye format fra den 4. januar, og klinikkerne skal være klar senest den dag": the day that was named last.
    private static IEnumerable<DateMention> WithSameDay(string sentence, IReadOnlyList<DateMention> mentions)
    {
        foreach (var mention in mentions)
            yield return mention;

        foreach (Match match in SameDay().Matches(sentence))
        {
            if (mentions.LastOrDefault(mention => mention.End <= match.Index) is { Date: { } day, Shape: MentionShape.Day })
                yield return new DateMention(match.Index, match.Index + match.Length, day, MentionShape.Day);
        }
    }

    // From the left, each mention as far as the reader goes, the next one behind it.
    private static IEnumerable<DateMention> Read(string sentence, LocalDate? reference)
    {
        var end = 0;
        foreach (Match match in Starts().Matches(sentence))
        {
            if (match.Index >= end && ReadAt(sentence, match.Index, reference) is { } mention)
            {
                end = mention.End;
                yield return mention;
            }
        }
    }

    private static DateMention? ReadAt(string sentence, int start, LocalDate? reference)
    {
        var text = sentence[start..];
        var today = reference ?? new LocalDate(2000, 1, 1);
        var reading = DanishDateParser.Parse(text, today, meeting: today);
        var span = DanishDateParser.SpanOf(reading);
        if (reading is DateReading.NotADate || !CanStandInProse(reading, text, span))
            return null;

        return new DateMention(RangeStart(sentence, start), start + span.End, DateOf(reading, reference), ShapeOf(reading), TimeOf(reading));
    }

    // In running text »den 14.« must not be »den 14. behandling«, digits in a row name a case, and »i dag« is no deadline.
    private static bool CanStandInProse(DateReading reading, string text, TextSpan span) => reading.Form switch
    {
        DateForm.DayOfMonth => EndsThought().IsMatch(text[span.End..]),
        DateForm.Day => !DigitsAlone().IsMatch(span.In(text)) && !(reading is DateReading.Impossible && !LooksLikeADate().IsMatch(text)),
        DateForm.Relative => !text.StartsWith("i dag", StringComparison.OrdinalIgnoreCase),
        _ => true,
    };

    // »10.-12. maj« is read at »12. maj«: the mention begins with the 10th.
    private static int RangeStart(string sentence, int start) =>
        RangeBefore().Match(sentence[..start]) is { Success: true } range ? range.Index : start;

    private static MentionShape ShapeOf(DateReading reading) => reading.Form switch
    {
        DateForm.EndOf => MentionShape.EndOf,
        DateForm.PartOfMonth => MentionShape.PartOf,
        DateForm.Weekday or DateForm.Relative or DateForm.Week or DateForm.FromMeeting => MentionShape.Loose,
        _ => MentionShape.Day,
    };

    private static LocalTime? TimeOf(DateReading reading) => reading switch
    {
        DateReading.Found { Time: { End: null } time } => time.Start,
        DateReading.Ambiguous { Time: { End: null } time } => time.Start,
        _ => null,
    };

    private static LocalDate? DateOf(DateReading reading, LocalDate? reference) => reading switch
    {
        DateReading.Past past when reference is not null => past.Date,
        DateReading.Past { Form: not DateForm.Relative } past => past.Date,
        DateReading.Found { HasYear: true, Form: not (DateForm.Relative or DateForm.FromMeeting) } found => found.Date,
        DateReading.Found found when reference is { } today => found.Form == DateForm.Day && IsJustBehind(found.Date, today) ? null : found.Date,
        _ => null,
    };

    private static bool IsJustBehind(LocalDate date, LocalDate today) => Period.DaysBetween(date.PlusYears(-1), today) is > 0 and <= JustBehind;

    private static IEnumerable<DateMention> Within(string sentence, LocalDate? reference)
    {
        foreach (Match match in WithinOnes().Matches(sentence))
        {
            var date = reference is { } today && DanishDateParser.ParseWhole($"om {match.Groups["distance"].Value}", today) is DateReading.Found found
                ? found.Date
                : (LocalDate?)null;
            yield return new DateMention(match.Index, match.Index + match.Length, date, MentionShape.Within);
        }
    }

    private static IEnumerable<DateMention> Vague(string sentence, LocalDate? reference)
    {
        foreach (Match match in VagueOnes().Matches(sentence))
        {
            var isYearEnd = match.Value.Contains("nytår", StringComparison.OrdinalIgnoreCase) || match.Value.Contains("årsskifte", StringComparison.OrdinalIgnoreCase);
            var date = isYearEnd && reference is { } today ? new LocalDate(today.Year, 12, 31) : (LocalDate?)null;
            var shape = match.Groups["end"].Success ? MentionShape.EndOf : MentionShape.Loose;
            yield return new DateMention(match.Index, match.Index + match.Length, date, shape);
        }
    }

    /// <summary>Where a word begins that a date can begin with; prepositions are left to the cues before the mention.</summary>
    [GeneratedRegex(@"(?<![\w.,/-])(?!(ved|inden|med|by|på|til|for|fra|af|efter|før|og)\b)(?!i\s+(?!dag\b|morgen\b|overmorgen\b))[\p{L}\d]", Options, 1000)]
    private static partial Regex Starts();

    [GeneratedRegex(@"^\s*($|[,;)]|kl\b|og\b|eller\b|skal\b)", Options, 1000)]
    private static partial Regex EndsThought();

    [GeneratedRegex(@"(?<=\b(senest|inden)\s+)(samme\s+(dag|dato)|den(ne)?\s+(dag|dato))\b", Options, 1000)]
    private static partial Regex SameDay();

    [GeneratedRegex(@"^\d{6,8}$", Options, 1000)]
    private static partial Regex DigitsAlone();

    /// <summary>»31. april« is meant as a date, »45/50« is not.</summary>
    [GeneratedRegex($@"^(\p{{L}}+\.?,?\s*)*?\d{{1,2}}\.?\s?({Month})\b", Options, 1000)]
    private static partial Regex LooksLikeADate();

    [GeneratedRegex(@"(?<![\w.,/])((d\.\s?|den\s+)?\d{1,2}\.?\s?[-–]\s?)$", Options, 1000)]
    private static partial Regex RangeBefore();

    [GeneratedRegex(@"\binden\s+(for\s+)?(de\s+næste\s+)?(?<distance>(\d{1,3}|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti|fjorten)\s+(hverdage|arbejdsdage|dage|uger?|måned(er)?))\b(?!\s+(efter|før|inden)\b)", Options, 1000)]
    private static partial Regex WithinOnes();

    [GeneratedRegex(
        $@"\b((?<end>(udgangen|afslutningen)\s+af\s+\p{{L}}+)|(sommer|jule|påske|efterårs|vinter)?ferien|(?<=\binden\s+)(\p{{L}}*forhandlingerne|budgetvedtagelsen|generalforsamlingen|valget)|sommeren|sommer|julen|jul|påsken|påske|efteråret|foråret|vinteren|nytår|årsskiftet|[1-4]\.\s+kvartal(\s+20\d{{2}})?|(1\.|2\.|første|andet)\s+halvår(\s+20\d{{2}})?|((midten\s+af|begyndelsen\s+af|starten\s+af|slutningen\s+af|((først|midt|sidst|tidligt|sent)\s+)?i)\s+)?({Month})\b(\s+20\d{{2}})?|(det\s+)?(næste|kommende|førstkommende)\s+(ordinære\s+)?(møde|forummøde|chefforum|direktørforum|driftsforum)(et)?)\b",
        Options,
        1000)]
    private static partial Regex VagueOnes();
}

/// <summary>A day, or a time of the year, that a sentence names.</summary>
/// <param name="Start">Where it begins in the sentence, its »d.« or »den« included.</param>
/// <param name="Date">Null when no one day is meant.</param>
/// <param name="Shape">What kind of words name it.</param>
/// <param name="Time">The time of day that stands with it.</param>
internal readonly record struct DateMention(int Start, int End, LocalDate? Date, MentionShape Shape, LocalTime? Time = null);

internal enum MentionShape
{
    /// <summary>»d. 30. april«, »30/4-2025«.</summary>
    Day,

    /// <summary>»udgangen af april«, »ultimo 2025«, »årets udgang«: an end by itself.</summary>
    EndOf,

    /// <summary>»primo marts«, »medio december«: about a day, which somebody hands something in by.</summary>
    PartOf,

    /// <summary>»sommerferien«, »uge 17«, »marts 2026«, »fredag«: a deadline only behind »inden« or »senest«.</summary>
    Loose,

    /// <summary>»inden tre uger«, »inden for 14 dage«: says by itself that something is due.</summary>
    Within,
}
