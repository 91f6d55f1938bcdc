using Klynge.Bot.Workbench.Chats;
using Klynge.Bot.Workbench.Delivery;
using NodaTime;
using NodaTime.Text;

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

/// <summary>A forum with its chat, and the meeting that can be started in it.</summary>
internal sealed record ForumView(
    string Key, string Name, string Chat, IReadOnlyList<SeatView> Seats, string MeetingTitle, string? MeetingStart)
{
    public static ForumView Of(WorkbenchForum forum)
    {
        var meeting = MeetingOfChat.Of(forum);
        var seats = forum.Seats
            .OrderBy(seat => seat.Role)
            .Select(seat => new SeatView(seat.PersonId, WorkbenchTexts.Role(seat.Role), seat.Role.ToString()));
        return new ForumView(forum.Key, forum.Name, forum.ConversationId, [.. seats], meeting.Title, Timestamp(meeting.Start));
    }

    private static string? Timestamp(Instant? start) => start is { } known ? InstantPattern.ExtendedIso.Format(known) : null;
}

/// <summary>A person the page can act as.</summary>
/// <param name="Chat">The id of the personal chat with the bot.</param>
/// <param name="Unread">How many of the bot's messages in it the person has not seen.</param>
internal sealed record PersonView(string Id, string Name, string Title, string Organisation, string Chat, int Unread)
{
    public static PersonView Of(WorkbenchPerson person, int unread) =>
        new(person.Id, person.Name, person.Title, person.Organisation, Roster.PersonalChatId(person.Id), unread);
}

/// <summary>A person's place in a forum.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Role">The role in Danish.</param>
/// <param name="RoleKey">The role's name in code, by which the page groups.</param>
internal sealed record SeatView(string Person, string Role, string RoleKey);

/// <summary>A stored document in the page's list.</summary>
internal sealed record DocumentView(string Name, string Folder, long Size, string Modified, string Link)
{
    public static DocumentView Of(WorkbenchDocument document) => new(
        document.Name,
        document.Folder,
        document.Size,
        InstantPattern.ExtendedIso.Format(document.Modified),
        "/workbench/document?id=" + Uri.EscapeDataString(document.Id));
}
