namespace Klynge.Application.Invitations;

public enum CalendarInboxKind
{
    /// <summary>An event has changed, or is gone.</summary>
    Event = 1,

    /// <summary>The bot is in the chat of a meeting that may not be linked yet.</summary>
    Chat = 2,

    /// <summary>A meeting is over and its attendance report is to be read.</summary>
    Report = 3,
}
