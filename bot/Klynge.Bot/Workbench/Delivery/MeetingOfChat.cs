using System.Text;
using Klynge.Bot.Workbench.Chats;
using NodaTime;

namespace Klynge.Bot.Workbench.Delivery;

/// <summary>The meeting of a forum's chat as Teams knows it.</summary>
internal sealed record MeetingOfChat(string Id, string Title, string JoinUrl, Instant? Start, Instant? End)
{
    /// <summary>Teams makes the id of the chat's: opaque to a bot, and the only one that the meeting endpoints take.</summary>
    public static MeetingOfChat Of(WorkbenchForum forum)
    {
        var planned = forum.Meeting;
        var id = planned?.Id ?? Convert.ToBase64String(Encoding.UTF8.GetBytes($"0#{forum.ConversationId}#0"));
        var link = planned?.JoinUrl?.AbsoluteUri
            ?? "https://teams.microsoft.com/l/meetup-join/" + Uri.EscapeDataString(forum.ConversationId) + "/0";
        return new MeetingOfChat(id, planned?.Title ?? forum.Name, link, planned?.Start, planned?.End);
    }

    public static (Chat Chat, MeetingOfChat Meeting)? Find(Roster roster, string id)
    {
        var forum = roster.Board.Forums.FirstOrDefault(one => Of(one).Id == id);
        return forum is null ? null : (roster.OfForum(forum), Of(forum));
    }
}
