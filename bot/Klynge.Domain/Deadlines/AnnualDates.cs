using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>The days on which a rule of the annual wheel falls.</summary>
public static class AnnualDates
{
    /// <summary>The rule's days from <paramref name="from"/> to <paramref name="to"/>, both included; none for a rule that follows the meetings.</summary>
    public static IEnumerable<LocalDate> Of(AnnualRule rule, LocalDate from, LocalDate to)
    {
        for (var month = new YearMonth(from.Year, from.Month); month <= new YearMonth(to.Year, to.Month); month = month.PlusMonths(1))
        {
            if (In(rule, month) is { } date && date >= from && date <= to)
            {
                yield return date;
            }
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
        {
            return last.DayOfWeek == weekday ? last : last.Previous(weekday);
        }

        return Workdays.IsWorkday(last) ? last : Workdays.Subtract(last, 1);
    }
}
