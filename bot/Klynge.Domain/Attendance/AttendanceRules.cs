using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Attendance;

/// <summary>When somebody counts as having been in a meeting.</summary>
public static class AttendanceRules
{
    /// <summary>Minutes that a forum asks for where it has set no number.</summary>
    public const int UsualMinutes = 10;

    /// <summary>People come early and the chair runs over: that far outside the meeting's time still belongs to it.</summary>
    private static readonly Duration Slack = Duration.FromMinutes(15);

    /// <summary>Minutes that make somebody a participant: the forum's number, but never more than half of a short meeting.</summary>
    /// <param name="forum">The forum's number.</param>
    /// <param name="meeting">From when to when the meeting was.</param>
    public static int MinutesNeeded(int forum, Interval meeting) =>
        Math.Max(1, Math.Min(forum, (int)(meeting.Duration.TotalMinutes / 2)));

    /// <summary>The time in which presence counts: as planned, or as it was held where that went further.</summary>
    public static Interval Window(Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var time = meeting.Time;
        var end = meeting.EndedAt is { } ended ? Instant.Max(ended, time.EndInstant) : time.EndInstant;
        return new Interval(time.StartInstant - Slack, Instant.Max(end, time.StartInstant) + Slack);
    }

    /// <summary>The time of the meeting itself: from the planned or the real start, whichever came later, to the end.</summary>
    public static Interval Held(Meeting meeting)
    {
        ArgumentNullException.ThrowIfNull(meeting);
        var planned = meeting.Time;
        var start = meeting.StartedAt is { } started && started < planned.EndInstant ? Instant.Max(started, planned.StartInstant) : planned.StartInstant;
        var end = meeting.EndedAt is { } ended && ended > start ? ended : planned.EndInstant;
        return new Interval(start, Instant.Max(start, end));
    }

    /// <summary>What the reports propose for one line of the list of participants.</summary>
    /// <param name="minutes">How long the person was there; null for no trace at all.</param>
    public static AttendanceProposal Propose(bool apology, int? minutes, int needed) => (apology, minutes) switch
    {
        (false, { } there) when there >= needed => AttendanceProposal.Came,
        (true, { } there) when there >= needed => AttendanceProposal.CameDespiteApology,
        (true, _) => AttendanceProposal.Absent,
        (false, 0) => AttendanceProposal.LobbyOnly,
        (false, { }) => AttendanceProposal.TooShort,
        (false, null) => AttendanceProposal.StayedAway,
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
}
