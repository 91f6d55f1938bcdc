using Klynge.Domain.Invitations;
using NodaTime;

namespace Klynge.Domain.Attendance;

/// <summary>
/// How answers in the calendar and a person's words come together. Words outrank the calendar: an apology in words is never undone by an
/// answer there, and who has said in words that they come is only absent again by a decline given after that. Without words the latest
/// answer decides. The outcome depends on what was said and when, never on the order in which it was heard of.
/// </summary>
public static class CalendarApologies
{
    /// <param name="ofSeat">Every apology of one seat for one meeting, withdrawn ones too.</param>
    /// <param name="answer">The person's latest answer in the calendar.</param>
    /// <param name="at">When the person gave it.</param>
    public static CalendarEffect Decide(IReadOnlyCollection<Apology> ofSeat, InvitationResponse answer, Instant at)
    {
        ArgumentNullException.ThrowIfNull(ofSeat);
        if (answer == InvitationResponse.None)
            return CalendarEffect.None;

        var stands = ofSeat.Any(apology => apology.Stands);
        var absentInWords = ofSeat.Any(apology => apology is { Stands: true, IsOfCalendarAlone: false });
        if (absentInWords)
            return answer == InvitationResponse.Accepted ? CalendarEffect.Contradicts : CalendarEffect.None;

        var declines = answer == InvitationResponse.Declined && !(SaidToCome(ofSeat) is { } said && at <= said);
        return (declines, stands) switch
        {
            (true, false) => CalendarEffect.Register,
            (false, true) => CalendarEffect.Withdraw,
            _ => CalendarEffect.None,
        };
    }

    /// <summary>When the person last took an apology back in words; null for never.</summary>
    private static Instant? SaidToCome(IEnumerable<Apology> ofSeat) => ofSeat
        .Where(apology => apology is { WithdrawnAt: not null, WithdrawnByCalendar: false })
        .Max(apology => apology.WithdrawnAt);
}

/// <summary>What an answer in the calendar does to a seat's apology.</summary>
public enum CalendarEffect
{
    None = 0,

    /// <summary>A decline becomes an apology.</summary>
    Register = 1,

    /// <summary>An apology that only the calendar gave is taken back.</summary>
    Withdraw = 2,

    /// <summary>
    /// The person says yes in the calendar while an apology in words stands. The words stand; the person is asked.
    /// </summary>
    Contradicts = 3,
}
