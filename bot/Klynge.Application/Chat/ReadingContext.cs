using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Chat;

/// <summary>What a message is read against: the sender's forums, with their meetings and people.</summary>
internal static class ReadingContext
{
    internal static async Task<ParserContext> LoadAsync(KlyngeContext db, ChatTurn who, string botName, CancellationToken cancellationToken)
    {
        var forums = await db.ForumsOfAsync(who.PersonId, who.Today);
        var here = who.ChosenForumId ?? who.ConversationForumId;
        return new ParserContext(who.Today, [.. forums.Select(forum => new KnownForum(forum.Key, forum.Name))])
        {
            Meetings = await KnownMeetingsAsync(db, forums, cancellationToken),
            Here = forums.Find(forum => forum.Id == here)?.Key,
            People = await db.PeopleAsync([.. forums.Select(forum => forum.Id)], who.Today, cancellationToken),
            SenderName = who.PersonName,
            BotName = botName,
        };
    }

    private static async Task<IReadOnlyList<KnownMeeting>> KnownMeetingsAsync(KlyngeContext db, List<Forum> forums, CancellationToken cancellationToken)
    {
        var keys = forums.ToDictionary(forum => forum.Id, forum => forum.Key);
        var meetings = await db.Meetings.AsNoTracking()
            .Where(meeting => keys.Keys.Contains(meeting.ForumId) && meeting.Status != MeetingStatus.Cancelled)
            .Select(meeting => new { meeting.ForumId, meeting.Date, meeting.Status })
            .ToListAsync(cancellationToken);
        return meetings.ConvertAll(meeting => new KnownMeeting(keys[meeting.ForumId], meeting.Date, meeting.Status == MeetingStatus.Held));
    }
}
