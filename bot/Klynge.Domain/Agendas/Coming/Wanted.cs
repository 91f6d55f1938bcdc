using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Domain.Calendar;
using Klynge.Domain.Calendar.Dates;
using NodaTime;

namespace Klynge.Domain.Agendas.Coming;

/// <summary>For which meeting a case is wanted: in the words that were written, and as days where they say so.</summary>
/// <param name="From">The first day of a <see cref="WantedKind.Period"/>; null where it is open to that side.</param>
/// <param name="To">Its last day, itself included; null likewise.</param>
public sealed partial record Wanted(WantedKind Kind, string? Words, LocalDate? From = null, LocalDate? To = null)
{
    public const int MaxLength = 120;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly string[] Months =
        ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];

    public static Wanted None { get; } = new(WantedKind.None, null);

    /// <summary>
    /// Reads »på næste møde«, »3. marts«, »i marts 2027«, »til foråret«, »efter sommerferien«, »i 2027«, »om et halvt år«. Words that say no
    /// day stay words: nothing is guessed.
    /// </summary>
    /// <param name="reference">The day of the text: a month that is past then is next year's.</param>
    public static Wanted Read(string? words, LocalDate reference)
    {
        var clean = DanishText.Clean(words);
        if (clean.Length == 0)
            return None;

        // "om tre måneder" is no day, though it can be counted out as one.
        var folded = DanishText.Fold(clean);
        if (!InMonths().IsMatch(folded) && DanishDateParser.ParseWhole(Leading().Replace(clean, string.Empty), reference) is DateReading.Found { Time: null } found)
            return new Wanted(WantedKind.Period, clean, found.Date, found.Date);

        return Month(folded, reference) is { } month ? Bounded(clean, folded, month)
            : Season(folded, reference) is { } season ? Bounded(clean, folded, season)
            : Ahead(folded, reference) is { } ahead ? new Wanted(WantedKind.Period, clean, ahead.From, ahead.To)
            : Next().IsMatch(folded) ? new Wanted(WantedKind.Next, clean)
            : Later().IsMatch(folded) ? new Wanted(WantedKind.Later, clean)
            : new Wanted(WantedKind.Words, clean);
    }

    /// <summary>Of some meetings the one that fits, by their days in order: within the period, else the first that is not too early; without one the first of all.</summary>
    /// <returns>The index; null where none fits.</returns>
    public int? Fitting(IReadOnlyList<LocalDate> meetings)
    {
        ArgumentNullException.ThrowIfNull(meetings);
        for (var index = 0; index < meetings.Count; index++)
        {
            if (From is not { } from || meetings[index] >= from)
                return index;
        }

        return null;
    }

    /// <summary>The last wanted day has passed.</summary>
    public bool IsOver(LocalDate today) => To < today;

    // "inden maj" ends before it, "efter maj" begins behind it, "senest i maj" ends with it, "i maj" is the month itself.
    private static Wanted Bounded(string words, string folded, (LocalDate From, LocalDate To) period) =>
        Before().IsMatch(folded) ? new Wanted(WantedKind.Period, words, null, period.From.PlusDays(-1))
        : After().IsMatch(folded) ? new Wanted(WantedKind.Period, words, period.To.PlusDays(1))
        : AtLatest().IsMatch(folded) ? new Wanted(WantedKind.Period, words, null, period.To)
        : new Wanted(WantedKind.Period, words, period.From, period.To);

    private static (LocalDate, LocalDate)? Month(string folded, LocalDate reference)
    {
        if (NamedMonth().Match(folded) is not { Success: true } match)
            return null;

        var month = Array.IndexOf(Months, match.Groups["month"].Value) + 1;
        var first = new LocalDate(YearOf(match) ?? (month < reference.Month ? reference.Year + 1 : reference.Year), month, 1);
        return (first, first.With(DateAdjusters.EndOfMonth));
    }

    private static (LocalDate From, LocalDate To)? Season(string folded, LocalDate reference)
    {
        if (NamedSeason().Match(folded) is not { Success: true } match)
            return null;

        var isEdge = Before().IsMatch(folded) || After().IsMatch(folded);
        return YearOf(match) is { } year ? SeasonOf(match.Groups["season"].Value, year, isEdge)
            : Enumerable.Range(reference.Year - 1, 3).Select(one => SeasonOf(match.Groups["season"].Value, one, isEdge)).First(season => season.To >= reference);
    }

    /// <param name="isEdge">Before or after it: of the summer the holidays are meant then, which are in July.</param>
    private static (LocalDate From, LocalDate To) SeasonOf(string season, int year, bool isEdge) => season switch
    {
        "foraar" => MonthsFrom(year, 3, 3),
        "sommer" => isEdge ? MonthsFrom(year, 7, 1) : MonthsFrom(year, 6, 3),
        "efteraar" => MonthsFrom(year, 9, 3),
        "vinter" => MonthsFrom(year, 12, 3),
        "jul" => (new LocalDate(year, 12, 24), new LocalDate(year, 12, 26)),
        _ => (new LocalDate(year + 1, 1, 1), new LocalDate(year + 1, 1, 1)),
    };

    private static (LocalDate From, LocalDate To) MonthsFrom(int year, int month, int count)
    {
        var first = new LocalDate(year, month, 1);
        return (first, first.PlusMonths(count).PlusDays(-1));
    }

    private static (LocalDate? From, LocalDate? To)? Ahead(string folded, LocalDate reference)
    {
        if (InMonths().Match(folded) is { Success: true } match)
        {
            var months = match.Groups["half"].Success ? 6 : Count(match.Groups["count"].Value) * (match.Groups["year"].Success ? 12 : 1);
            return (reference.PlusMonths(months), null);
        }

        if (ThisYear().IsMatch(folded))
            return (reference, new LocalDate(reference.Year, 12, 31));

        var year = NextYear().IsMatch(folded) ? reference.Year + 1 : InYear().Match(folded) is { Success: true } named ? Number(named.Groups["year"].Value) : (int?)null;
        return year is { } number ? (new LocalDate(number, 1, 1), new LocalDate(number, 12, 31)) : null;
    }

    private static int? YearOf(Match match) => match.Groups["year"] is { Success: true } year ? Number(year.Value) : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static int Count(string word) => word switch
    {
        "en" or "et" => 1,
        "to" => 2,
        "tre" => 3,
        "fire" => 4,
        "seks" => 6,
        _ => Number(word),
    };

    [GeneratedRegex(@"^((på|til|ved|i)\s+)?(mødet|møde)?\s*", Options | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Leading();

    [GeneratedRegex(@"\b(inden|foer)\b", Options, 1000)]
    private static partial Regex Before();

    [GeneratedRegex(@"\bsenest\b", Options, 1000)]
    private static partial Regex AtLatest();

    [GeneratedRegex(@"\befter\b", Options, 1000)]
    private static partial Regex After();

    [GeneratedRegex(@"\b(?<month>januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b(\s+(?<year>20[0-9]{2}))?", Options, 1000)]
    private static partial Regex NamedMonth();

    [GeneratedRegex(@"\b(?<season>foraar|sommer|efteraar(?!sferie)|vinter(?!ferie)|jul|nytaar|aarsskift)(en|et|ferien?)?\b(\s+(?<year>20[0-9]{2}))?", Options, 1000)]
    private static partial Regex NamedSeason();

    [GeneratedRegex(@"\bom\s+(et\s+(?<half>halvt)\s+aar|(?<count>en|et|to|tre|fire|seks|[1-9][0-9]?)\s+(maaned(er)?|(?<year>aar))\b)", Options, 1000)]
    private static partial Regex InMonths();

    [GeneratedRegex(@"\b(senere\s+(paa|i)\s+aaret|i\s+aar|i\s+loebet\s+af\s+aaret)\b", Options, 1000)]
    private static partial Regex ThisYear();

    [GeneratedRegex(@"\b(naeste|kommende|det\s+nye)\s+aar\b", Options, 1000)]
    private static partial Regex NextYear();

    [GeneratedRegex(@"^((i|til)\s+)?(?<year>20[0-9]{2})$|\b(i|af)\s+(?<year>20[0-9]{2})\b", Options, 1000)]
    private static partial Regex InYear();

    [GeneratedRegex(@"\b(naeste|naestkommende|foerstkommende)\s+(ordinaere\s+)?(\p{L}*moede\p{L}*|gang)\b", Options, 1000)]
    private static partial Regex Next();

    [GeneratedRegex(@"\b(senere|kommende)\s+(\p{L}*moeder?|tidspunkt|lejlighed)\b|^senere$", Options, 1000)]
    private static partial Regex Later();
}

public enum WantedKind
{
    /// <summary>Nothing is said.</summary>
    None = 0,

    /// <summary>The forum's next meeting.</summary>
    Next = 1,

    /// <summary>»På et senere møde«: some meeting, no day.</summary>
    Later = 2,

    /// <summary>A day, a month, a season or a year.</summary>
    Period = 3,

    /// <summary>Words that say no day: »når loven er vedtaget«.</summary>
    Words = 4,
}
