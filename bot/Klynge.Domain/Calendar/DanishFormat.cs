using System.Globalization;
using NodaTime;

namespace Klynge.Domain.Calendar;

/// <summary>
/// Dates, times, numbers and lists as Danish readers expect them, the same on every machine and in every culture. Phrases stand in
/// the middle of a sentence; <see cref="Capitalised"/> makes a beginning of one.
/// </summary>
public static class DanishFormat
{
    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private static NumberFormatInfo Grouped { get; } = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    /// <summary>"tirsdag d. 4. februar 2025"</summary>
    public static string Date(LocalDate date) => $"{DanishNames.Weekday(date.DayOfWeek)} d. {PlainDate(date)}";

    /// <summary>"4. februar 2025"</summary>
    public static string PlainDate(LocalDate date) => string.Create(Invariant, $"{DayAndMonth(date)} {date.Year}");

    /// <summary>"30. april"</summary>
    public static string DayAndMonth(LocalDate date) => string.Create(Invariant, $"{date.Day}. {DanishNames.Month(date.Month)}");

    /// <summary>"4. feb."</summary>
    public static string ShortDate(LocalDate date) => string.Create(Invariant, $"{date.Day}. {DanishNames.ShortMonth(date.Month)}");

    /// <summary>"4. feb." within the year of <paramref name="today"/>, otherwise "4. feb. 2026".</summary>
    public static string ShortDate(LocalDate date, LocalDate today) =>
        date.Year == today.Year ? ShortDate(date) : string.Create(Invariant, $"{ShortDate(date)} {date.Year}");

    /// <summary>"fre. 25. apr."</summary>
    public static string ShortDateWithWeekday(LocalDate date) => $"{DanishNames.ShortWeekday(date.DayOfWeek)} {ShortDate(date)}";

    /// <summary>"tirsdag d. 4. februar 2025 kl. 14.00"</summary>
    public static string DateAndTime(LocalDateTime moment) => $"{Date(moment.Date)} kl. {Time(moment.TimeOfDay)}";

    /// <inheritdoc cref="DateAndTime(LocalDateTime)"/>
    public static string DateAndTime(Instant moment) => DateAndTime(DanishTime.ToDanish(moment));

    /// <summary>"4. feb. kl. 14", with minutes when there are any: "4. feb. kl. 14.30"</summary>
    public static string ShortDateAndTime(LocalDateTime moment) => $"{ShortDate(moment.Date)} kl. {ShortTime(moment.TimeOfDay)}";

    /// <inheritdoc cref="ShortDateAndTime(LocalDateTime)"/>
    public static string ShortDateAndTime(Instant moment) => ShortDateAndTime(DanishTime.ToDanish(moment));

    /// <summary>"tirsdag d. 4. februar 2025 kl. 14.00–16.00"; without an end only the start.</summary>
    public static string Meeting(LocalDate date, LocalTime start, LocalTime? end) => $"{Date(date)} {TimeRange(start, end)}";

    /// <summary>
    /// A deadline by the first instant that is too late: midnight is 24.00 of the day before, "onsdag d. 30. april 2025 kl. 24.00".
    /// </summary>
    public static string Deadline(Instant tooLate)
    {
        var moment = DanishTime.ToDanish(tooLate);
        return moment.TimeOfDay == LocalTime.Midnight
            ? $"{Date(moment.Date.PlusDays(-1))} kl. {Time(ClockTime.Midnight)}"
            : DateAndTime(moment);
    }

    /// <summary>"09.55"</summary>
    public static string Time(LocalTime time) => Time(ClockTime.Of(time));

    /// <summary>"24.00" for the end of a day.</summary>
    public static string Time(ClockTime time) => string.Create(Invariant, $"{time.Minutes / 60:00}.{time.Minutes % 60:00}");

    /// <summary>"14", with minutes when there are any: "14.30", "09.05" as <see cref="Time(LocalTime)"/> writes it.</summary>
    public static string ShortTime(LocalTime time) => time.Minute == 0 ? time.Hour.ToString(Invariant) : Time(time);

    /// <summary>"kl. 14.00–16.00"; without an end "kl. 14.00".</summary>
    public static string TimeRange(LocalTime start, LocalTime? end = null) =>
        end is { } to ? $"kl. {Time(start)}–{Time(to)}" : $"kl. {Time(start)}";

    /// <summary>"1.518.999"; a negative number has a true minus sign.</summary>
    public static string Number(long number) => number.ToString("#,0;−#,0", Grouped);

    /// <summary>"1.518.999,50", rounded half away from zero as accounts are.</summary>
    /// <param name="decimals">0 to 6.</param>
    public static string Number(decimal number, int decimals)
    {
        var digits = decimals == 0 ? "#,0" : "#,0." + new string('0', decimals);
        return Math.Round(number, decimals, MidpointRounding.AwayFromZero).ToString($"{digits};−{digits}", Grouped);
    }

    /// <summary>"1 dag", "14 dage"</summary>
    public static string Count(int number, string one, string many) => $"{Number(number)} {(number == 1 ? one : many)}";

    /// <summary>"»Chefforum«"; quotation marks within become ›…‹.</summary>
    public static string Quote(string text) => $"»{text.Replace('»', '›').Replace('«', '‹')}«";

    /// <summary>"a, b og c"; nothing for an empty list.</summary>
    public static string List(IEnumerable<string> parts, string lastWord = "og")
    {
        var all = parts.ToArray();
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {lastWord} {all[^1]}";
    }

    /// <summary>"a, b og 987 andre": the first of many, and how many more there are.</summary>
    public static string Some(IReadOnlyCollection<string> parts, int most, string lastWord = "og")
    {
        ArgumentNullException.ThrowIfNull(parts);
        var more = parts.Count - most;
        return more <= 0 ? List(parts, lastWord) : $"{string.Join(", ", parts.Take(most))} {lastWord} {Number(more)} {(more == 1 ? "anden" : "andre")}";
    }

    /// <summary>The first letter large, to begin a sentence or a row.</summary>
    public static string Capitalised(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
