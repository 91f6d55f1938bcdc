namespace Klynge.Bot.Workbench.Chats;

/// <summary>Something that a page shows at once.</summary>
/// <param name="Kind">
/// <c>hello</c>, <c>message</c>, <c>updated</c>, <c>typing</c> or <c>unread</c>; also the event's name on the wire.
/// </param>
/// <param name="Chat">The chat it happened in.</param>
/// <param name="Message">The message as it now is.</param>
/// <param name="Person">Whose unread count it is.</param>
/// <param name="Unread">How many of the bot's messages that person has not seen.</param>
internal sealed record ChatEvent(
    string Kind, string? Chat = null, ChatMessage? Message = null, string? Person = null, int? Unread = null)
{
    public static ChatEvent Hello { get; } = new("hello");

    public static ChatEvent Sent(ChatMessage message) => new("message", message.Chat, message);

    public static ChatEvent Updated(ChatMessage message) => new("updated", message.Chat, message);

    public static ChatEvent Typing(string chat) => new("typing", chat);

    public static ChatEvent UnreadNow(string person, int unread) => new("unread", Person: person, Unread: unread);
}
