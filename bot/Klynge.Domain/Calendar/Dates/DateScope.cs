using NodaTime;

namespace Klynge.Domain.Calendar.Dates;

/// <summary>The day on which a date is read, and which way it leans. Makes readings whose time and span the parser fills in.</summary>
/// <param name="Meeting">The meeting in whose minutes the words stand: "14 dage efter mødet" counts from it. Null elsewhere.</param>
internal readonly record struct DateScope(LocalDate Today, DateLean Lean, LocalDate? Meeting = null)
{
    private const int CalendarCycle = 42;

    public bool LeansBack => Lean == DateLean.Back;

    /// <summary>A date that leaves no doubt about its year.</summary>
    public DateReading Certain(LocalDate date, DateForm form, bool hasYear = true) => date < Today && !LeansBack
        ? new DateReading.Past(date, null, Texts.IsPast(date), default) { Form = form }
        : Found(date, form, hasYear);

    public static DateReading Found(LocalDate date, DateForm form, bool hasYear = true) =>
        new DateReading.Found(date, null, default) { Form = form, HasYear = hasYear };

    /// <summary>A day that comes once a year, in the year that was written or in the nearest one that the lean allows.</summary>
    public DateReading Yearly(Func<int, LocalDate?> dayOf, int? year, DateForm form)
    {
        if (year is < DateLimits.FirstYear or > DateLimits.LastYear)
            return Impossible(Texts.NoSuchYear(year.Value));
        if (year is { } written)
            return Certain(dayOf(written)!.Value, form);

        // From the neighbouring year on, because the day before New Year's Day stands in the year before; over a whole cycle of the
        // calendar, because a fifth Monday of February comes but seldom.
        var (today, step) = (Today, LeansBack ? -1 : 1);
        return Found(
            Enumerable.Range(-1, CalendarCycle).Select(offset => dayOf(today.Year + (offset * step))).OfType<LocalDate>()
                .First(day => step < 0 ? day <= today : day >= today),
            form,
            hasYear: false);
    }

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
        if (day < 1 || day > MaxDaysOf(month))
            return Impossible(Texts.NoSuchDay(day, month));

        var meant = year ?? NearestYear(day, month);
        if (day > CalendarSystem.Iso.GetDaysInMonth(meant, month))
            return Impossible(Texts.NotALeapYear(meant, NextLeapYear(meant)));
        return Certain(new LocalDate(meant, month, day), DateForm.Day, year is not null);
    }

    /// <summary>The next such day, today included; "den 31." skips the months without one.</summary>
    public DateReading DayOfMonth(int day)
    {
        if (day is < 1 or > 31)
            return Impossible(Texts.NoSuchDay(day));

        var month = Today.ToYearMonth();
        for (; ; month = month.PlusMonths(LeansBack ? -1 : 1))
        {
            if (day > CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month))
                continue;
            var date = month.OnDayOfMonth(day);
            if (LeansBack ? date <= Today : date >= Today)
                return Found(date, DateForm.DayOfMonth, hasYear: false);
        }
    }

    // A leap year, so that 29 February is let through to a sentence of its own.
    private static int MaxDaysOf(int month) => CalendarSystem.Iso.GetDaysInMonth(2024, month);

    private static int NextLeapYear(int year) => Enumerable.Range(year, 9).First(CalendarSystem.Iso.IsLeapYear);

    // Compared by month and day, because 29 February need not exist in the year at hand.
    private int NearestYear(int day, int month)
    {
        var order = (month, day).CompareTo((Today.Month, Today.Day));
        return Today.Year + (LeansBack ? (order > 0 ? -1 : 0) : (order < 0 ? 1 : 0));
    }
}
