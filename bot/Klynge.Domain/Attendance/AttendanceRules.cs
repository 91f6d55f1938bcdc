using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Attendance;

/// <summary>When somebody counts as having been in a meeting.</summary>
public static class AttendanceRules
{
    /// <summary>Minutes that a forum asks for where it has set no number.</summary>
    public const int UsualMinutes = 10;

    /// <summary>People come early and the chair runs over: that far outside the meeting's time still belongs to it.</summary>
    private static readonly Duration OverlapTolerance = Duration.FromMinutes(15);

    /// <summary>Minutes that make somebody a participant: the forum's number, but never more than half of a short meeting.</summary>
    /// <param name="forum">The forum's number.</param>
    /// <param name="meeting">From when to when the meeting was.</param>
    public static int MinutesNeeded(int forum, Interval meeting) =>
        Math.Max(1, Math.Min(forum, (int)(meeting.Duration.TotalMinutes / 2)));

    /// <summary>
    /// The time in which presence counts: as planned, and longer where the meeting ran over. One that was ended at quite another time
    /// than planned, and of whose planned time there is no report, was held when it was ended.
    /// </summary>
    public static Interval Window(Meeting meeting, IReadOnlyCollection<AttendanceReport> reports)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var (held, planned, isAsPlanned) = Times(meeting);
        var asPlanned = new Interval(planned.Start - OverlapTolerance, (isAsPlanned ? Instant.Max(held.End, planned.End) : planned.End) + OverlapTolerance);
        return isAsPlanned || AttendanceCount.InWindow(reports, asPlanned).Any()
            ? asPlanned
            : new Interval(held.Start - OverlapTolerance, held.End + OverlapTolerance);
    }

    /// <summary>The time of the meeting itself, from the planned start: what was tried out before it is no part of it.</summary>
    public static Interval Held(Meeting meeting)
    {
        var (held, planned, isAsPlanned) = Times(meeting);
        return isAsPlanned ? new Interval(planned.Start, held.End) : held;
    }

    /// <summary>
    /// When it was held, and when it was planned. One that was held at quite another time than planned (nobody moved it in the calendar)
    /// goes by the time when it was held.
    /// </summary>
    private static (Interval Held, Interval Planned, bool IsAsPlanned) Times(Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var planned = new Interval(meeting.Time.StartInstant, Instant.Max(meeting.Time.StartInstant, meeting.Time.EndInstant));
        if (meeting.EndedAt is not { } ended)
            return (planned, planned, true);

        var held = new Interval(Start(meeting.StartedAt, ended, planned), ended);
        return (held, planned, held.Start <= planned.End + OverlapTolerance && held.End > planned.Start);
    }

    /// <summary>Where nobody said when it began, it began as planned if it ended on that day, and was as long as planned otherwise.</summary>
    private static Instant Start(Instant? started, Instant ended, Interval planned)
    {
        if (started is { } known && known < ended)
            return known;

        return ended > planned.Start && ended - planned.Start < Duration.FromHours(12) ? planned.Start : ended - planned.Duration;
    }

    /// <summary>What the reports propose for one line of the list of participants.</summary>
    /// <param name="apology">An apology stood.</param>
    /// <param name="minutes">How long the person was there; null for no trace at all.</param>
    /// <param name="needed">Minutes that make somebody a participant.</param>
    /// <param name="mayBeInRoom">A room was in the meeting by its own equipment, and the person had said that they would come.</param>
    public static AttendanceProposal Propose(bool apology, int? minutes, int needed, bool mayBeInRoom = false) => (apology, minutes) switch
    {
        (false, { } there) when there >= needed => AttendanceProposal.Came,
        (true, { } there) when there >= needed => AttendanceProposal.CameDespiteApology,
        (true, _) => AttendanceProposal.Absent,
        (false, 0) => AttendanceProposal.LobbyOnly,
        (false, { }) => AttendanceProposal.TooShort,
        (false, null) => mayBeInRoom ? AttendanceProposal.MaybeInRoom : AttendanceProposal.StayedAway,
    };
}

/// <summary>What the attendance reports say of somebody. The secretariat confirms or alters it.</summary>
public enum AttendanceProposal
{
    Came = 1,

    /// <summary>»X deltog«, which minutes name.</summary>
    CameDespiteApology = 2,

    /// <summary>As the apology said.</summary>
    Absent = 3,

    /// <summary>»Y deltog ikke«, which minutes name.</summary>
    StayedAway = 4,

    /// <summary>Was there, but for less than the forum asks for.</summary>
    TooShort = 5,

    /// <summary>Waited in the lobby and was not let in.</summary>
    LobbyOnly = 6,

    /// <summary>Not seen by name, and said to come: may have sat in the room, of which the report knows only that it was there.</summary>
    MaybeInRoom = 7,
}
