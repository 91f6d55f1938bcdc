using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>When those who have not answered are reminded.</summary>
public static class ReminderPlan
{
    /// <summary>
    /// The one round that is due now: the latest that the rules name, after the case was put to the voters and before its deadline. Rounds
    /// that were missed while the process was down are left out rather than sent all at once. Null while none is due.
    /// </summary>
    /// <param name="reminders">Counted back from the day of the deadline.</param>
    /// <param name="askedAt">When this version of the case was sent out.</param>
    public static Instant? Due(IEnumerable<TimeLimit> reminders, Instant askedAt, Instant deadline, Instant now)
    {
        if (now >= deadline)
        {
            return null;
        }

        // A deadline at midnight belongs to the day that ends.
        var day = DanishTime.ToDanish(deadline - Duration.Epsilon).Date;
        var due = reminders.Select(reminder => reminder.Before(day)).Where(at => at > askedAt && at <= now && at < deadline).ToList();
        return due.Count == 0 ? null : due.Max();
    }
}
