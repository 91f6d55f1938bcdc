using Klynge.Application.Forums.BoardFile;
using Klynge.Domain.Calendar;
using Klynge.Domain.Calendar.Dates;
using Klynge.Domain.Common;
using Klynge.Domain.Deadlines;
using NodaTime;

namespace Klynge.Application.Deadlines.AnnualWheel;

/// <summary>
/// A rule of the annual wheel as a secretary writes it: »hver 30. april«, »sidste fredag i måneden«, »sidste hverdag i juni«,
/// »11 hverdage før mødet«. What <see cref="AnnualRule"/> says of itself is read back as the same rule.
/// </summary>
internal static class AnnualRuleText
{
    private static readonly HashSet<string> EveryMonth = new(StringComparer.Ordinal) { "maaneden", "hver maaned", "en maaned" };

    internal static Result<AnnualRule> Parse(string? text)
    {
        var clean = DanishText.Clean(text).TrimEnd('.', ',', ' ');
        var folded = DanishText.Fold(clean);
        if (folded.Length is 0 or > 60)
            return new AnnualRuleUnknown(DanishText.Shorten(clean, 60));

        return BeforeMeetings(clean) ?? LastOfMonth(folded) ?? EveryYear(folded) ?? new AnnualRuleUnknown(clean);
    }

    private static Result<AnnualRule>? BeforeMeetings(string clean)
    {
        var at = clean.IndexOf(" før ", StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !DanishText.Fold(clean[(at + 5)..]).Contains("moede", StringComparison.Ordinal))
            return null;

        if (!TimeLimitText.TryParse(clean[..at].ToLowerInvariant(), out var read))
            return null;

        return read.TryGet(out var limit, out var error) ? new AnnualRule.BeforeMeetings(limit) : error;
    }

    private static Result<AnnualRule>? LastOfMonth(string folded)
    {
        var words = folded.Split(' ', 4);
        var start = words[0] is "den" or "hver" ? 1 : 0;
        if (words.Length < start + 3 || words[start] != "sidste")
            return null;

        var rest = folded.Split(' ')[(start + 1)..];
        if (rest.Length < 3 || rest[1] is not ("i" or "af") || !TryDay(rest[0], out var weekday))
            return null;

        var when = string.Join(' ', rest[2..]);
        if (EveryMonth.Contains(when))
            return new AnnualRule.LastOfMonth(weekday, null);

        if (!DateWords.Months.TryGetValue(when, out var month))
            return null;

        return new AnnualRule.LastOfMonth(weekday, month);
    }

    private static Result<AnnualRule>? EveryYear(string folded)
    {
        var words = folded.Split(' ').SkipWhile(word => word is "hver" or "hvert" or "aar" or "den" or "d." or "d").ToArray();
        if (words.Length != 2 || !int.TryParse(words[0].TrimEnd('.'), out var day) || !DateWords.Months.TryGetValue(words[1], out var month))
            return null;

        // A leap year, so that 29 February is a day.
        return day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(2024, month)
            ? new AnnualRule.EveryYear(month, day)
            : new AnnualDayImpossible(day, month);
    }

    private static bool TryDay(string word, out IsoDayOfWeek? weekday)
    {
        weekday = DateWords.Weekdays.TryGetValue(word, out var number) ? (IsoDayOfWeek)number : null;
        return weekday is not null || word is "hverdag" or "arbejdsdag";
    }
}
