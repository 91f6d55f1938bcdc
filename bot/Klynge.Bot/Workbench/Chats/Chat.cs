using System.Text.Json.Nodes;

namespace Klynge.Bot.Workbench.Chats;

/// <summary>A conversation that the bot takes part in.</summary>
/// <param name="Id">Teams' conversation id.</param>
/// <param name="Kind">Which of Teams' three kinds it is.</param>
/// <param name="Members">The people in it; the bot itself is never on Teams' roster.</param>
/// <param name="Forum">The forum that meets in it; null for a personal chat.</param>
internal sealed record Chat(string Id, ChatKind Kind, IReadOnlyList<WorkbenchPerson> Members, WorkbenchForum? Forum)
{
    /// <summary>Who calls the meeting: the secretariat, where the forum has one.</summary>
    public WorkbenchPerson? Organizer =>
        Forum?.Seats.Where(seat => seat.Role == WorkbenchRole.Secretariat).Select(seat => Member(seat.PersonId)).FirstOrDefault(person => person is not null)
        ?? Members.FirstOrDefault();

    public WorkbenchPerson? Member(string? id) =>
        Members.FirstOrDefault(person => person.Id == id || string.Equals(person.AadObjectId, id, StringComparison.OrdinalIgnoreCase));
}

internal enum ChatKind
{
    Personal,
    GroupChat,
    Channel,
}

/// <summary>A message as the page shows it. Immutable: an update puts a new one in its place.</summary>
/// <param name="Id">Teams' activity id: it stays through every update.</param>
/// <param name="Chat">The chat's id.</param>
/// <param name="Sequence">Rises with every message; a read mark is one of these.</param>
/// <param name="SentAt">ISO 8601, UTC.</param>
/// <param name="From">Who wrote it.</param>
/// <param name="Content">What the page renders: text, textFormat, attachments, entities; untrusted.</param>
/// <param name="Version">1 when sent, one more per update.</param>
/// <param name="Deleted">The bot took it back; Teams keeps a line in its place.</param>
internal sealed record ChatMessage(
    string Id, string Chat, long Sequence, string SentAt, ChatSender From, JsonObject Content, int Version = 1, bool Deleted = false);

internal sealed record ChatSender(string Id, string Name, bool IsBot);

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
