namespace Klynge.Application.Messaging;

public enum ConversationKind
{
    Personal = 1,

    /// <summary>A group chat, the chat of a meeting among them.</summary>
    Group = 2,

    Channel = 3,
}
