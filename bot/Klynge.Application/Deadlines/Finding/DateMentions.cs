using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Domain.Calendar;
using Klynge.Domain.Calendar.Dates;
using NodaTime;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>Finds the days and times of the year that a sentence names.</summary>
internal static partial class DateMentions
{
    private const string Month = "januar|jan|februar|feb|marts|mar|april|apr|maj|juni|jun|juli|jul|august|aug|september|sept|sep|oktober|okt|november|nov|december|dec";
    private const string Weekday = "mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag";
    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;

    /// <summary>A date without its year that lies so shortly behind was hardly meant for next year: somebody must be asked.</summary>
    private const int JustBehind = 60;

    /// <param name="reference">The day of the text; null when it is not known, and a date without its year is then open.</param>
    /// <returns>In their order, none within another.</returns>
    internal static IReadOnlyList<DateMention> In(string sentence, LocalDate? reference)
    {
        var all = Days().Matches(sentence).Select(match => Of(match, MentionShape.Day, DayOf(match, reference)))
            .Concat(Numbers().Matches(sentence).Select(match => Of(match, MentionShape.Day, DayOf(match, reference))))
            .Concat(Ends().Matches(sentence).Select(match => Of(match, MentionShape.EndOf, EndOf(match, reference))))
            .Concat(LooseOnes().Matches(sentence).Select(match => Of(match, MentionShape.Loose, LooseDay(match.Value, reference))));
        var taken = new List<DateMention>();
        foreach (var mention in all)
        {
            if (taken.TrueForAll(other => mention.End <= other.Start || mention.Start >= other.End))
            {
                taken.Add(mention);
            }
        }

        return [.. taken.OrderBy(mention => mention.Start)];
    }

    private static DateMention Of(Match match, MentionShape shape, LocalDate? date) => new(match.Index, match.Index + match.Length, date, shape);

    private static LocalDate? DayOf(Match match, LocalDate? reference)
    {
        var (day, month) = (Number(match, "d")!.Value, MonthOf(match.Groups["m"].Value));
        var year = Number(match, "y") is { } written ? written < 100 ? 2000 + written : written : (int?)null;
        if (month is < 1 or > 12 || day < 1 || day > CalendarSystem.Iso.GetDaysInMonth(year ?? 2024, month))
        {
            return null;
        }

        return year is { } named ? new LocalDate(named, month, day) : Nearest(month, day, reference);
    }

    private static LocalDate? Nearest(int month, int day, LocalDate? reference)
    {
        if (reference is not { } today)
        {
            return null;
        }

        var year = today.Year + ((month, day).CompareTo((today.Month, today.Day)) < 0 ? 1 : 0);
        if (day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return null;
        }

        var date = new LocalDate(year, month, day);
        return Period.DaysBetween(date.PlusYears(-1), today) is > 0 and <= JustBehind ? null : date;
    }

    private static LocalDate? EndOf(Match match, LocalDate? reference)
    {
        var year = Number(match, "y") ?? reference?.Year;
        if (year is not { } known)
        {
            return null;
        }

        if (Number(match, "q") is { } quarter)
        {
            return LastOf(known, quarter * 3);
        }

        if (match.Groups["m"] is { Success: true, Value: var name })
        {
            var last = LastOf(known, MonthOf(name));
            return match.Groups["y"].Success || last >= reference ? last : LastOf(known + 1, last.Month);
        }

        return match.Groups["month"].Success && reference is { } today ? LastOf(today.Year, today.Month) : new LocalDate(known, 12, 31);
    }

    /// <summary>»fredag«, »i morgen« and »om 14 dage« are days when seen from the day of the text; all other loose words are not.</summary>
    private static LocalDate? LooseDay(string words, LocalDate? reference)
    {
        if (reference is not { } today)
        {
            return null;
        }

        if (words.Contains("nytår", StringComparison.OrdinalIgnoreCase) || words.Contains("årsskifte", StringComparison.OrdinalIgnoreCase))
        {
            return new LocalDate(today.Year, 12, 31);
        }

        return NamesADay().IsMatch(words) && DanishDateParser.ParseWhole(words, today) is DateReading.Found found ? found.Date : null;
    }

    private static LocalDate LastOf(int year, int month) => new(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month));

    private static int MonthOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : DateWords.Months.TryGetValue(DanishText.Fold(text), out var month) ? month
        : 0;

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found && int.TryParse(found.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(
        $@"(?<![\w.,/])((({Weekday})|(man|tirs?|ons|tors?|fre|lør|søn)\.),?\s+)?(d\.\s?|den\s+)?(\d{{1,2}}\.?\s?[-–]\s?)?(?<d>\d{{1,2}})\.?\s?(?<m>{Month})\b\.?(\s+(?<y>(19|20)\d{{2}}))?",
        Options,
        1000)]
    private static partial Regex Days();

    [GeneratedRegex(
        $@"(?<![\w.,/-])(({Weekday}),?\s+)?(d\.\s?|den\s+)?((?<d>\d{{1,2}})/(?<m>\d{{1,2}})(\s?[-/ ]\s?(?<y>20\d{{2}}|\d{{2}}))?|(?<d>\d{{1,2}})[.-](?<m>\d{{1,2}})[.-](?<y>20\d{{2}}|\d{{2}})|(?<y>20\d{{2}})-(?<m>\d{{2}})-(?<d>\d{{2}}))(?![\w/-])",
        Options,
        1000)]
    private static partial Regex Numbers();

    [GeneratedRegex(
        $@"\b((udgangen\s+af|ultimo)\s+((?<m>{Month})\b\.?(\s+(?<y>20\d{{2}}))?|(?<q>[1-4])\.\s+kvartal(\s+(?<y>20\d{{2}}))?|(?<month>måneden|denne\s+måned)|året|(?<y>20\d{{2}})\b)|(?<month>månedens\s+udgang)|årets\s+udgang|udgangen\s+af\s+indeværende\s+år)",
        Options,
        1000)]
    private static partial Regex Ends();

    [GeneratedRegex(
        $@"\b((sommer|jule|påske|efterårs|vinter)?ferien|sommeren|sommer|julen|jul|påsken|påske|efteråret|foråret|vinteren|nytår|årsskiftet|(i\s+)?uge\s+\d{{1,2}}(\s+20\d{{2}})?|[1-4]\.\s+kvartal(\s+20\d{{2}})?|(1\.|2\.|første|andet)\s+halvår(\s+20\d{{2}})?|((primo|medio|midten\s+af|begyndelsen\s+af|starten\s+af|slutningen\s+af|i)\s+)?({Month})\b(\s+20\d{{2}})?|(på\s+|næste\s+)?({Weekday})|i\s+(over)?morgen|om\s+(\d{{1,3}}|en|et|to|tre|fire|fem|seks|otte|ti|fjorten)\s+(hverdage|dage?|uger?|måned(er)?)|(det\s+)?(næste|kommende|førstkommende)\s+(ordinære\s+)?(møde|forummøde|chefforum|direktørforum|driftsforum)(et)?)\b",
        Options,
        1000)]
    private static partial Regex LooseOnes();

    [GeneratedRegex($@"^(på\s+|næste\s+)?({Weekday})$|morgen$|^om\s", Options, 1000)]
    private static partial Regex NamesADay();
}
