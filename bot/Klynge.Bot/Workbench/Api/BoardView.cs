using Klynge.Bot.Workbench.Chats;

namespace Klynge.Bot.Workbench.Api;

/// <summary>What the page shows of the board.</summary>
internal sealed record BoardView(
    string Name, ChatSender Bot, IReadOnlyList<PersonView> People, IReadOnlyList<ForumView> Forums, bool HasDocuments, bool HasCalendar)
{
    public static BoardView Of(WorkbenchBoard board, ChatSender bot, ChatStore chats, bool hasDocuments, bool hasCalendar) => new(
        board.Name,
        bot,
        [.. board.People.Select(person => PersonView.Of(person, chats.Unread(person)))],
        [.. board.Forums.Select(ForumView.Of)],
        hasDocuments,
        hasCalendar);
}
