using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>Whether a case may be put to a forum in writing with a deadline.</summary>
public static class OpeningRules
{
    /// <summary>When people are asked to answer where a forum's default names a day but no hour.</summary>
    private static readonly LocalTime DefaultTime = new(12, 0);

    public static Error? Check(Forum forum, Instant deadline, Instant now)
    {
        if (!forum.Rules.WrittenProcedures.Allowed)
            return new WrittenProcedureNotAllowed(forum.Name);

        return deadline <= now ? new DeadlineInThePast() : CheckLength(forum, deadline, now);
    }

    /// <summary>The day from which the deadline may be, counted from the day it opens, which itself does not count.</summary>
    public static LocalDate EarliestDay(Forum forum, LocalDate opens) => forum.Rules.WrittenProcedures.MinimumOpen.DayAfter(opens);

    /// <summary>The deadline that the forum's rules propose.</summary>
    public static LocalDateTime ProposedDeadline(Forum forum, LocalDate opens)
    {
        var limit = forum.Rules.WrittenProcedures.DefaultOpen;
        var day = limit.DayAfter(opens);
        return limit.At is { } at ? at.On(day) : day + DefaultTime;
    }

    private static DeadlineTooSoon? CheckLength(Forum forum, Instant deadline, Instant now)
    {
        var limit = forum.Rules.WrittenProcedures.MinimumOpen;
        var earliest = EarliestDay(forum, DanishTime.ToDanish(now).Date);
        var inTime = limit.At is { } at
            ? deadline >= DanishTime.ToInstant(at.On(earliest))
            : deadline >= DanishTime.StartOf(earliest);
        return inTime ? null : new DeadlineTooSoon(forum.Name, limit.ToString(), earliest);
    }
}
