using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>When a deadline of the annual wheel (årshjul) comes round. As text it reads as a secretary writes it, and is read back so.</summary>
public abstract record AnnualRule
{
    private AnnualRule()
    {
    }

    /// <summary>A day of every year. 29 February is the 28th in the years that have none: never later than it says.</summary>
    public sealed record EveryYear(int Month, int Day) : AnnualRule
    {
        public override string ToString() => $"{Day}. {DanishNames.Month(Month)}";
    }

    /// <summary>The last Friday, or the last hverdag, of a month.</summary>
    /// <param name="Weekday">Null for the last hverdag.</param>
    /// <param name="Month">1 to 12; null for every month.</param>
    public sealed record LastOfMonth(IsoDayOfWeek? Weekday, int? Month) : AnnualRule
    {
        public override string ToString()
        {
            var day = Weekday is { } weekday ? DanishNames.Weekday(weekday) : "hverdag";
            return $"sidste {day} i {(Month is { } month ? DanishNames.Month(month) : "måneden")}";
        }
    }

    /// <summary>So long before each meeting of the forum.</summary>
    public sealed record BeforeMeetings(TimeLimit Limit) : AnnualRule
    {
        public override string ToString() => $"{Limit} før mødet";
    }
}

/// <summary>A deadline of a forum's annual wheel (årshjul): what comes round, when, and who sees to it.</summary>
/// <param name="Title">Once in a wheel, by <see cref="Key"/>.</param>
public sealed record AnnualEntry(string Title, AnnualRule Rule)
{
    public const int MaxTitleLength = 150;

    /// <summary>As many as a wheel can hold.</summary>
    public const int Most = 60;

    /// <summary>Whoever has the role on the day; null for the secretariat alone.</summary>
    public Forums.Role? ResponsibleRole { get; init; }

    /// <summary>The person's key in the board file; null where a role, or nobody but the secretariat, sees to it.</summary>
    public string? ResponsiblePerson { get; init; }

    /// <summary>Names the entry: its title folded.</summary>
    public string Key => DanishText.Fold(Title);
}

/// <summary>The days on which a rule of the annual wheel falls.</summary>
public static class AnnualDates
{
    /// <summary>The rule's days from <paramref name="from"/> to <paramref name="to"/>, both included; none for a rule that follows the meetings.</summary>
    public static IEnumerable<LocalDate> Of(AnnualRule rule, LocalDate from, LocalDate to)
    {
        for (var month = new YearMonth(from.Year, from.Month); month <= new YearMonth(to.Year, to.Month); month = month.PlusMonths(1))
        {
            if (In(rule, month) is { } date && date >= from && date <= to)
                yield return date;
        }
    }

    private static LocalDate? In(AnnualRule rule, YearMonth month) => rule switch
    {
        AnnualRule.EveryYear yearly when yearly.Month == month.Month =>
            month.OnDayOfMonth(Math.Min(yearly.Day, CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month))),
        AnnualRule.LastOfMonth last when last.Month is null || last.Month == month.Month => LastOf(last, month),
        _ => null,
    };

    private static LocalDate LastOf(AnnualRule.LastOfMonth rule, YearMonth month)
    {
        var last = month.OnDayOfMonth(CalendarSystem.Iso.GetDaysInMonth(month.Year, month.Month));
        if (rule.Weekday is { } weekday)
            return last.DayOfWeek == weekday ? last : last.Previous(weekday);

        return Workdays.IsWorkday(last) ? last : Workdays.Subtract(last, 1);
    }
}
