using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>The deadlines that every meeting has by the forum's rules of procedure.</summary>
public static class MeetingDeadlines
{
    /// <param name="meeting">The day of the meeting.</param>
    /// <param name="minutesOut">The day the minutes went out; null while they have not, and the comments count from the day they should.</param>
    public static IReadOnlyList<(DeadlineKind Kind, LocalDate Date)> Of(RulesOfProcedure rules, LocalDate meeting, LocalDate? minutesOut)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var minutes = rules.MinutesOut.DayAfter(meeting);
        var deadlines = new List<(DeadlineKind, LocalDate)>
        {
            (DeadlineKind.ItemsIn, rules.ItemsIn.DayBefore(meeting)),
            (DeadlineKind.AgendaOut, rules.AgendaOut.DayBefore(meeting)),
            (DeadlineKind.MinutesOut, minutes),
        };
        if (rules.CommentsIn is { } comments)
            deadlines.Add((DeadlineKind.CommentsIn, comments.DayAfter(minutesOut ?? minutes)));

        return deadlines;
    }
}
