using Klynge.Bot.Workbench.Chats;

namespace Klynge.Bot.Workbench.Api;

/// <summary>A person the page can act as.</summary>
/// <param name="Chat">The id of the personal chat with the bot.</param>
/// <param name="Unread">How many of the bot's messages in it the person has not seen.</param>
internal sealed record PersonView(string Id, string Name, string Title, string Organisation, string Chat, int Unread)
{
    public static PersonView Of(WorkbenchPerson person, int unread) =>
        new(person.Id, person.Name, person.Title, person.Organisation, Roster.PersonalChatId(person.Id), unread);
}
