using Klynge.Application.Rights;

namespace Klynge.Application.Invitations;

/// <summary>The buttons about meetings in the calendar, and who may press each.</summary>
public static class InvitationVerbs
{
    /// <summary>Shows whom the calendar has invited and nobody recognises.</summary>
    public static readonly ButtonRight People = new("invitation.people", AnswerAttendees.Needs);

    /// <summary>Says who they are.</summary>
    public static readonly ButtonRight Answer = new("invitation.answer", AnswerAttendees.Needs);

    /// <summary>Shows how a difference stands: the question, or what was answered.</summary>
    public static readonly ButtonRight Conflict = new("invitation.conflict", SettleCalendarConflict.Needs);

    /// <summary>The calendar is right: the meeting is moved, or cancelled.</summary>
    public static readonly ButtonRight UseCalendar = new("invitation.use", SettleCalendarConflict.Needs);

    /// <summary>The board's record is right.</summary>
    public static readonly ButtonRight KeepOurs = new("invitation.keep", SettleCalendarConflict.Needs);

    /// <summary>A cancellation that came from the calendar is taken back.</summary>
    public static readonly ButtonRight Reinstate = new("invitation.reinstate", ReinstateMeeting.Needs);
}
