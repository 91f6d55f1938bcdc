namespace Klynge.Application.Invitations;

/// <summary>The verbs of the buttons about meetings in the calendar.</summary>
public static class InvitationVerbs
{
    /// <summary>Shows whom the calendar has invited and nobody recognises.</summary>
    public const string People = "invitation.people";

    /// <summary>Says who they are.</summary>
    public const string Answer = "invitation.answer";

    /// <summary>The calendar is right: the meeting is moved, or cancelled.</summary>
    public const string UseCalendar = "invitation.use";

    /// <summary>The board's record is right.</summary>
    public const string KeepOurs = "invitation.keep";

    /// <summary>A cancellation that came from the calendar is taken back.</summary>
    public const string Reinstate = "invitation.reinstate";
}
