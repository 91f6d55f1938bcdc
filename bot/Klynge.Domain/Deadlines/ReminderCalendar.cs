using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>
/// When a deadline is called to mind. All of it on hverdage: what would fall on a weekend or a public holiday before the deadline comes on
/// the hverdag before, so that there is still time; what would fall there after it is left out.
/// </summary>
public static class ReminderCalendar
{
    /// <summary>Two years, in which every council of a reservation has met.</summary>
    private const int WeeksAsked = 104;

    private static LocalTime Evening => new(20, 0);

    /// <summary>All reminders of a deadline in their order, at most one a day.</summary>
    /// <param name="time">
    /// The time on the day; null for its end. A reminder of the day itself that would come at that time or later (at 8.00 of a deadline at
    /// 8.00) comes on the hverdag before.
    /// </param>
    public static IReadOnlyList<ReminderRound> Rounds(DeadlineReminders reminders, DeadlineKind kind, LocalDate date, LocalTime? time = null)
    {
        ArgumentNullException.ThrowIfNull(reminders);
        var limits = kind.IsOfMeeting() ? reminders.BeforeOfMeetings : reminders.Before;
        var ahead = limits
            .Select(limit => OnAWorkday(limit, date, time))
            .DistinctBy(DayOf)
            .Select(at => new ReminderRound(at, ReminderRoundKind.Ahead));
        var behind = kind.PassesByItself() ? [] : Overdue(reminders.OverdueDays, date);
        var asked = kind == DeadlineKind.Approval ? Weekly(date.PlusDays(reminders.OverdueDays)) : [];
        return [.. ahead.Concat(behind).Concat(asked).OrderBy(round => round.At)];
    }

    /// <summary>
    /// The one reminder that stands for all that are due: the latest. After days of sleep the earlier ones are old news; null also when
    /// that one is of an earlier day and today's own is still to come.
    /// </summary>
    public static ReminderRound? Due(IReadOnlyList<ReminderRound> rounds, Instant now) =>
        Latest([.. rounds.Select(round => round.At)], now) is { } at ? rounds.Last(round => round.At == at) : null;

    /// <summary>
    /// The latest of the times that have come. One of an earlier day, missed while the process was down, waits for today's own, so that
    /// nobody is reminded twice in a row: at 8.59 of 3 days before, and at 9.00 of 1 day before.
    /// </summary>
    /// <param name="times">In their order.</param>
    /// <returns>Null when none has come, or one that has waits.</returns>
    internal static Instant? Latest(IReadOnlyList<Instant> times, Instant now)
    {
        var (today, latest) = (DayOf(now), times.Where(at => at <= now).Select(at => (Instant?)at).LastOrDefault());
        return latest is { } due && (DayOf(due) == today || !times.Any(at => at > now && DayOf(at) == today)) ? due : null;
    }

    /// <summary>
    /// A reminder's time on the hverdag that it falls on, or the one before. Between 8.00 and 20.00: an earlier or a later time of day
    /// means 8.00, and 24.00 names the end of a day, when nobody wants to be reminded.
    /// </summary>
    /// <param name="time">The time on the day that is reminded of; null for its end.</param>
    internal static Instant OnAWorkday(TimeLimit limit, LocalDate date, LocalTime? time = null)
    {
        var reminder = TimeOf(limit);
        return DanishTime.ToInstant(InTime(WorkdayOnOrBefore(limit.DayBefore(date)), reminder, date, time), reminder);
    }

    public static Instant? Next(IReadOnlyList<ReminderRound> rounds, Instant after) =>
        rounds.Where(round => round.At > after).Select(round => (Instant?)round.At).FirstOrDefault();

    /// <summary>
    /// Until when a reminder that comes late must wait: nobody is disturbed at the weekend, on a public holiday, or before 8.00 and from
    /// 20.00 on. Null when it may go out now.
    /// </summary>
    public static Instant? QuietUntil(Instant now)
    {
        var (day, time) = (DanishTime.ToDanish(now).Date, DanishTime.ToDanish(now).TimeOfDay);
        var begins = DeadlineReminders.UsualTime;
        if (Workdays.IsWorkday(day) && time >= begins && time < Evening)
            return null;

        var next = Workdays.IsWorkday(day) && time < begins ? day : Workdays.Add(day, 1);
        return DanishTime.ToInstant(next, begins);
    }

    private static IEnumerable<ReminderRound> Overdue(int days, LocalDate date)
    {
        if (days == 0)
            yield break;

        for (var day = date.PlusDays(1); day <= date.PlusDays(days); day = day.PlusDays(1))
        {
            if (Workdays.IsWorkday(day))
                yield return At(day, ReminderRoundKind.Overdue);
        }

        yield return At(Workdays.Add(date.PlusDays(days), 1), ReminderRoundKind.Chairs);
    }

    /// <summary>On, long after it is overdue: what awaits another body's approval is no one's to forget.</summary>
    private static IEnumerable<ReminderRound> Weekly(LocalDate from) =>
        Enumerable.Range(1, WeeksAsked).Select(week => At(Workdays.Add(from.PlusWeeks(week), 1), ReminderRoundKind.Overdue));

    private static ReminderRound At(LocalDate day, ReminderRoundKind kind) =>
        new(DanishTime.ToInstant(day, DeadlineReminders.UsualTime), kind);

    private static LocalDate InTime(LocalDate day, LocalTime reminder, LocalDate date, LocalTime? time) =>
        day == date && reminder >= time ? Workdays.Subtract(day, 1) : day;

    private static LocalDate WorkdayOnOrBefore(LocalDate day) => Workdays.IsWorkday(day) ? day : Workdays.Subtract(day, 1);

    private static LocalDate DayOf(Instant at) => DanishTime.ToDanish(at).Date;

    private static LocalTime TimeOf(TimeLimit limit)
    {
        var time = limit.At is { } at && at < ClockTime.Midnight ? at.On(new LocalDate(2000, 1, 1)).TimeOfDay : DeadlineReminders.UsualTime;
        return time < DeadlineReminders.UsualTime || time >= Evening ? DeadlineReminders.UsualTime : time;
    }
}

/// <summary>One reminder of a deadline.</summary>
public sealed record ReminderRound(Instant At, ReminderRoundKind Kind);

public enum ReminderRoundKind
{
    /// <summary>Before the day, or on it.</summary>
    Ahead = 1,

    /// <summary>Overskredet: the day has passed and nobody has said that it is done.</summary>
    Overdue = 2,

    /// <summary>Still not done a week later: the chairs are told, and then it is quiet.</summary>
    Chairs = 3,
}
