using NodaTime;

namespace Klynge.Application.Chat.Dates;

/// <summary>The day on which a date is read, and which way it leans. Makes readings whose time and span the parser fills in.</summary>
internal readonly record struct DateScope(LocalDate Today, DateLean Lean)
{
    public bool LeansBack => Lean == DateLean.Back;

    /// <summary>A date that leaves no doubt about its year.</summary>
    public DateReading Certain(LocalDate date) => date < Today && !LeansBack
        ? new DateReading.Past(date, null, Texts.IsPast(date), default)
        : Found(date);

    public static DateReading Found(LocalDate date) => new DateReading.Found(date, null, default);

    public static DateReading Impossible(string sentence) => new DateReading.Impossible(sentence, default);

    public static DateReading Ambiguous(string question, params IEnumerable<LocalDate> candidates) =>
        new DateReading.Ambiguous([.. candidates.Order()], null, question, default);

    /// <summary>The day and month in the year that was written, or in the nearest one that the lean allows.</summary>
    public DateReading DayOf(int day, int month, int? year)
    {
        if (year is < DateLimits.FirstYear or > DateLimits.LastYear)
            return Impossible(Texts.NoSuchYear(year.Value));
        if (month is < 1 or > 12)
            return Impossible(Texts.NoSuchMonth(month));
        if (day < 1 || day > MostDaysOf(month))
            return Impossible(Texts.NoSuchDay(day, month));

        var meant = year ?? NearestYear(day, month);
        if (day > CalendarSystem.Iso.GetDaysInMonth(meant, month))
            return Impossible(Texts.NotALeapYear(meant, NextLeapYear(meant)));
        return Certain(new LocalDate(meant, month, day));
    }

    // A leap year, so that 29 February is let through to a sentence of its own.
    private static int MostDaysOf(int month) => CalendarSystem.Iso.GetDaysInMonth(2024, month);

    private static int NextLeapYear(int year) => Enumerable.Range(year, 9).First(CalendarSystem.Iso.IsLeapYear);

    // Compared by month and day, because 29 February need not exist in the year at hand.
    private int NearestYear(int day, int month)
    {
        var order = (month, day).CompareTo((Today.Month, Today.Day));
        return Today.Year + (LeansBack ? (order > 0 ? -1 : 0) : (order < 0 ? 1 : 0));
    }
}
