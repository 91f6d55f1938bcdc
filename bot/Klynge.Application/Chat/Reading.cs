using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Chat;

/// <summary>What a message is read against: the sender's forums, with their meetings and people. The turn keeps what was found.</summary>
internal static class Reading
{
    internal static async Task<ParserContext> LoadAsync(
        KlyngeContext db, ChatTurn who, string botName, CommandVocabulary vocabulary, CancellationToken cancellationToken)
    {
        var rows = await SeatsAsync(db, who, cancellationToken);
        who.Found.Keep(rows.VisitsOf(who.PersonId, who.Today));
        who.Found.Meetings = await db.MeetingDaysAsync([.. who.Found.Own!.Select(visit => visit.Forum.Id)], cancellationToken);
        var keys = who.Found.Own!.ToDictionary(visit => visit.Forum.Id, visit => visit.Forum.Key);
        return new ParserContext(who.Today, [.. who.Found.Own!.Select(visit => new KnownForum(visit.Forum.Key, visit.Forum.Name))])
        {
            Meetings =
            [
                .. who.Found.Meetings.Where(meeting => meeting.Status != MeetingStatus.Cancelled)
                    .Select(meeting => new KnownMeeting(keys[meeting.ForumId], meeting.Date, meeting.Status == MeetingStatus.Held)),
            ],
            Here = (who.ChosenForumId ?? who.ConversationForumId) is { } here ? keys.GetValueOrDefault(here) : null,
            People = PeopleDirectory.Of(rows.Select(row => row.Seat)),
            SenderName = who.PersonName,
            BotName = botName,
            Vocabulary = vocabulary,
        };
    }

    /// <summary>Everybody's seats in the open forums where the sender sits or stands in for somebody, in the forum's order.</summary>
    private static async Task<List<(Forum Forum, string Board, ForumMember Seat)>> SeatsAsync(KlyngeContext db, ChatTurn who, CancellationToken cancellationToken)
    {
        var (person, today) = (who.PersonId, who.Today);
        var rows = await db.Members.AsNoTracking()
            .Include(seat => seat.Person)
            .Include(seat => seat.Substitutes).ThenInclude(one => one.Person)
            .Where(seat => seat.From <= today && (seat.To == null || seat.To >= today)
                && db.Members.Any(own => own.ForumId == seat.ForumId && (own.PersonId == person || own.Substitutes.Any(one => one.PersonId == person))
                    && own.From <= today && (own.To == null || own.To >= today)))
            .Join(db.Forums.Where(forum => !forum.IsClosed), seat => seat.ForumId, forum => forum.Id, (seat, forum) => new { Forum = forum, Seat = seat })
            .Join(db.Boards, row => row.Forum.BoardId, board => board.Id, (row, board) => new { row.Forum, Board = board.Name, row.Seat })
            .OrderBy(row => row.Seat.Order)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (row.Forum, row.Board, row.Seat));
    }
}
