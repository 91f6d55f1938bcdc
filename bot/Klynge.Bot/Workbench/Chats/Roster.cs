using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Klynge.Bot.Workbench.Chats;

/// <summary>
/// Looks people and chats up in the board. Chats are derived, never made: everyone has a personal chat, every forum its own.
/// </summary>
internal sealed class Roster(WorkbenchBoard board)
{
    private const string ThreadSeparator = ";messageid=";

    public WorkbenchBoard Board => board;

    public WorkbenchPerson? Person(string? id) => board.People.FirstOrDefault(person => person.Id == id);

    /// <summary>
    /// The personal chat's id, the same at every start: the bot remembers where it wrote to whom. It has the look of Teams'
    /// (<c>a:1…</c>) and says nothing of the person.
    /// </summary>
    public static string PersonalChatId(string personId) =>
        "a:1" + Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(personId)));

    /// <summary>A chat by its id, also by the id of a thread in a channel; null where there is none.</summary>
    public Chat? Chat(string? id)
    {
        if (string.IsNullOrEmpty(id))
            return null;

        var cut = id.IndexOf(ThreadSeparator, StringComparison.Ordinal);
        var chatId = cut < 0 ? id : id[..cut];
        var forum = board.Forums.FirstOrDefault(one => one.ConversationId == chatId);
        if (forum is not null)
            return OfForum(forum);

        var owner = board.People.FirstOrDefault(person => PersonalChatId(person.Id) == chatId);
        return owner is null ? null : PersonalChat(owner);
    }

    public static Chat PersonalChat(WorkbenchPerson owner) => new(PersonalChatId(owner.Id), ChatKind.Personal, [owner], null);

    public Chat OfForum(WorkbenchForum forum)
    {
        var seated = forum.Seats.Select(seat => seat.PersonId).ToHashSet(StringComparer.Ordinal);
        var kind = forum.ConversationId.EndsWith("@thread.tacv2", StringComparison.Ordinal) ? ChatKind.Channel : ChatKind.GroupChat;
        return new Chat(forum.ConversationId, kind, [.. board.People.Where(person => seated.Contains(person.Id))], forum);
    }
}
