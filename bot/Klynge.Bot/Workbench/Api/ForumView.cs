using Klynge.Bot.Workbench.Delivery;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Bot.Workbench.Api;

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
