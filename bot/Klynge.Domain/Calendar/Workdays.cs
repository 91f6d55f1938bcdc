using NodaTime;

namespace Klynge.Domain.Calendar;

/// <summary>
/// Counting in hverdage, as rules of procedure do: Monday to Friday except the days of <see cref="DanishHolidays"/>. Some rules of
/// procedure count Saturday too; a Saturday on which the administration would be closed anyway (24 December, say) never counts.
/// </summary>
public static class Workdays
{
    public static bool IsWorkday(LocalDate date, bool saturdayCounts = false) => date.DayOfWeek switch
    {
        IsoDayOfWeek.Sunday => false,
        IsoDayOfWeek.Saturday when !saturdayCounts => false,
        _ => !DanishHolidays.IsClosed(date),
    };

    /// <summary>
    /// The day that many workdays later; the day itself is not counted, as in "5 hverdage efter mødet". The result is a workday,
    /// except that 0 gives the day itself, whatever it is.
    /// </summary>
    public static LocalDate Add(LocalDate date, int workdays, bool saturdayCounts = false)
    {
        var step = Math.Sign(workdays);
        for (var left = Math.Abs(workdays); left > 0;)
        {
            date = date.PlusDays(step);
            if (IsWorkday(date, saturdayCounts))
                left--;
        }

        return date;
    }

    /// <summary>
    /// The day that many workdays earlier; the day itself is not counted. "Senest 5 hverdage før mødet" for a meeting on a Tuesday is
    /// the Tuesday of the week before.
    /// </summary>
    public static LocalDate Subtract(LocalDate date, int workdays, bool saturdayCounts = false) => Add(date, -workdays, saturdayCounts);

    /// <summary>
    /// How many workdays lie after <paramref name="from"/>, up to and including <paramref name="to"/>: from Monday to Tuesday is 1.
    /// Negative when <paramref name="to"/> is the earlier of the two.
    /// </summary>
    public static int Count(LocalDate from, LocalDate to, bool saturdayCounts = false)
    {
        if (to < from)
            return -Count(to, from, saturdayCounts);

        var count = 0;
        for (var date = from.PlusDays(1); date <= to; date = date.PlusDays(1))
        {
            if (IsWorkday(date, saturdayCounts))
                count++;
        }

        return count;
    }
}
