namespace Klynge.Application.Outbox;

public enum OutboxKind
{
    /// <summary>A new message in a conversation.</summary>
    Post = 1,

    /// <summary>A new message to a person, in the personal chat.</summary>
    Notify = 2,

    /// <summary>A shared card is drawn anew from the database and posted or updated in a conversation.</summary>
    Refresh = 3,

    /// <summary>A mail to a person, in place of a message that will not arrive.</summary>
    Mail = 4,
}
