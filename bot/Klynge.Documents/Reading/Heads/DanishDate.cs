using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Klynge.Documents.Reading.Heads;

/// <summary>
/// A date as minutes print it. The year is often left out, because the reader knew it; a printed weekday then tells which year it is.
/// </summary>
internal sealed partial record DanishDate(int Day, int Month, int? Year, IsoDayOfWeek? Weekday, int Start, int Length)
{
    private static readonly string[] Months =
        ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

    private static readonly string[] Weekdays = ["man", "tir", "ons", "tor", "fre", "lør", "søn"];

    public static DanishDate? Find(string text)
    {
        if (text.Length > 2000)
            return null;

        var match = Written().Match(text);
        match = match.Success ? match : Iso().Match(text);
        match = match.Success ? match : Digits().Match(text);
        return match.Success ? From(match) : null;
    }

    /// <summary>The date, where it exists and the year is known: printed, or the only one of <paramref name="years"/> that has the weekday.</summary>
    public LocalDate? Resolve(IEnumerable<int> years)
    {
        if (Year is { } year)
            return On(year);

        var fitting = years.Distinct().Select(On).OfType<LocalDate>().Where(date => Weekday is null || date.DayOfWeek == Weekday).Take(2).ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private LocalDate? On(int year) =>
        year is >= 1900 and <= 2200 && Day <= CalendarSystem.Iso.GetDaysInMonth(year, Month)
            ? new LocalDate(year, Month, Day)
            : null;

    private static DanishDate? From(Match match)
    {
        var monthName = match.Groups["name"].Value;
        var month = monthName.Length > 0
            ? Array.FindIndex(Months, name => monthName.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1
            : Number(match.Groups["month"]);
        int? year = match.Groups["year"].Success ? Number(match.Groups["year"]) : null;
        var weekday = Array.FindIndex(Weekdays, name => match.Groups["weekday"].Value.StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1;
        var day = Number(match.Groups["day"]);
        return month is < 1 or > 12 || day is < 1 or > 31
            ? null
            : new DanishDate(day, month, year < 100 ? year + 2000 : year, weekday > 0 ? (IsoDayOfWeek)weekday : null, match.Index, match.Length);
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"((?<weekday>man|tirs|ons|tors|fre|lør|søn)dag,?\s+)?((d\.|den)\s*)?(?<![\d.:])(?<day>\d{1,2})\.?\s*(?<name>januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|jan\b\.?|feb\b\.?|mar\b\.?|apr\b\.?|jun\b\.?|jul\b\.?|aug\b\.?|sept?\b\.?|okt\b\.?|nov\b\.?|dec\b\.?)(,?\s*(?<year>(19|20)\d\d)\b)?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();

    [GeneratedRegex(@"(?<!\d)(?<year>(19|20)\d\d)[-./](?<month>\d{2})[-./](?<day>\d{2})(?!\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"((?<weekday>man|tirs|ons|tors|fre|lør|søn)dag,?\s+)?((d\.|den)\s*)?(?<![\d.:-])(?<day>\d{1,2})(\s?[-/.]\s?)(?<month>\d{1,2})(\s?[-/. ]\s?(?<year>((19|20)\d\d|[0-4]\d)))(?![\d:])|((?<weekday>man|tirs|ons|tors|fre|lør|søn)dag,?\s+)?((d\.|den)\s*)?(?<![\d.:-])(?<day>\d{1,2})/(?<month>\d{1,2})(?![\d/])", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();
}
