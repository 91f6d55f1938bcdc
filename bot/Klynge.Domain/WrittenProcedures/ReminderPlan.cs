using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>When those who have not answered are reminded: on hverdage between 8.00 and 20.00, at most once a day.</summary>
public static class ReminderPlan
{
    /// <summary>Nobody is reminded of what they were sent a moment ago.</summary>
    private static readonly Duration AfterAsking = Duration.FromHours(4);

    /// <summary>
    /// The one round that is due now: the latest that the rules name, after the case was put to the voters and before its deadline. Rounds
    /// that were missed while the process was down are left out rather than sent all at once, and one of an earlier day waits for today's
    /// own. Null while none is due.
    /// </summary>
    /// <param name="reminders">Counted back from the day of the deadline.</param>
    /// <param name="askedAt">When this version of the case was sent out.</param>
    public static Instant? Due(IEnumerable<TimeLimit> reminders, Instant askedAt, Instant deadline, Instant now)
    {
        if (now >= deadline || ReminderCalendar.QuietUntil(now) is not null)
            return null;

        var rounds = Rounds(reminders, deadline).Where(at => at > askedAt + AfterAsking && at < deadline).ToList();
        return ReminderCalendar.Latest(rounds, now);
    }

    /// <summary>What would fall on a weekend or a public holiday comes on the hverdag before, so that there is still time.</summary>
    private static IEnumerable<Instant> Rounds(IEnumerable<TimeLimit> reminders, Instant deadline)
    {
        // A deadline at midnight belongs to the day that ends.
        var day = DanishTime.ToDanish(deadline - Duration.Epsilon).Date;
        return reminders
            .Select(reminder => ReminderCalendar.OnAWorkday(reminder, day))
            .DistinctBy(at => DanishTime.ToDanish(at).Date)
            .Order();
    }
}

/// <summary>A round of reminders that has been sent: its key is why no round is sent twice, whoever tries.</summary>
public sealed class ProcedureReminder
{
    public required WrittenProcedureId ProcedureId { get; init; }

    public required int Version { get; init; }

    /// <summary>When the rules asked for it.</summary>
    public required Instant DueAt { get; init; }

    public required Instant SentAt { get; init; }
}
