using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;

namespace Klynge.Domain.Forums;

/// <summary>A forum's own numbers from its rules of procedure (forretningsorden) and terms of reference (kommissorium). Data, never code.</summary>
public sealed record RulesOfProcedure
{
    /// <summary>How long before the meeting members' items must be in.</summary>
    public required TimeLimit ItemsIn { get; init; }

    /// <summary>How long before the meeting the agenda goes out.</summary>
    public required TimeLimit AgendaOut { get; init; }

    /// <summary>How long after the meeting the minutes go out.</summary>
    public required TimeLimit MinutesOut { get; init; }

    /// <summary>How long members have to comment on the minutes, from the day they went out; null where none is set.</summary>
    public TimeLimit? CommentsIn { get; init; }

    public required QuorumRule Quorum { get; init; }

    public required WrittenProcedureRules WrittenProcedures { get; init; }

    /// <summary>Meetings that must be held in a calendar year; null where no rule sets a number.</summary>
    public int? MinimumMeetingsPerYear { get; init; }

    /// <summary>Faste punkter, put on every new meeting's agenda; empty for a forum that wants none.</summary>
    public IReadOnlyList<StandingItem> StandingItems { get; init; } = StandingItem.Usual;

    /// <summary>When people are reminded of the forum's deadlines.</summary>
    public DeadlineReminders Reminders { get; init; } = DeadlineReminders.Usual;

    /// <summary>Årshjul: the deadlines that come round every year, every month or before every meeting.</summary>
    public IReadOnlyList<AnnualEntry> AnnualWheel { get; init; } = [];

    /// <summary>Minutes in a meeting in Teams from which somebody is proposed as having been there.</summary>
    public int AttendanceMinutes { get; init; } = AttendanceRules.UsualMinutes;

    /// <summary>Where the numbers come from: the law or the rules of procedure, with section and date, as a lawyer would cite it.</summary>
    public string? Source { get; init; }
}
