using Klynge.Application.Rights;
using Klynge.Domain.Forums;

namespace Klynge.Application.Invitations;

/// <summary>The buttons about meetings in the calendar, and who may press each.</summary>
public static class InvitationVerbs
{
    /// <summary>Shows whom the calendar has invited and nobody recognises.</summary>
    public static readonly ButtonRight People = new("invitation.people", Permission.ManageMeetings);

    /// <summary>Says who they are.</summary>
    public static readonly ButtonRight Answer = new("invitation.answer", Permission.ManageMeetings);

    /// <summary>Shows how a difference stands: the question, or what was answered.</summary>
    public static readonly ButtonRight Conflict = new("invitation.conflict", Permission.ManageMeetings);

    /// <summary>The calendar is right: the meeting is moved, or cancelled.</summary>
    public static readonly ButtonRight UseCalendar = new("invitation.use", Permission.ManageMeetings);

    /// <summary>The board's record is right.</summary>
    public static readonly ButtonRight KeepOurs = new("invitation.keep", Permission.ManageMeetings);

    /// <summary>A cancellation that came from the calendar is taken back.</summary>
    public static readonly ButtonRight Reinstate = new("invitation.reinstate", Permission.ManageMeetings);
}
