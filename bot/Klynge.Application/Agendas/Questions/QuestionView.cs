using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Forums.People;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Questions;

/// <summary>A question with the names that its cards need.</summary>
/// <param name="Forum">The forum whose chairs are asked.</param>
/// <param name="From">The asker's forum.</param>
/// <param name="AnsweredBy">Null while it waits.</param>
internal sealed record QuestionView(ChairQuestion Question, string Forum, string Board, string From, string Asker, string? AnsweredBy);

/// <summary>Whom a question goes to, before it is sent.</summary>
/// <param name="FromId">The asker's forum.</param>
/// <param name="Chairs">By name; empty where nobody leads the forum above, and its secretariat gets it.</param>
internal sealed record QuestionTarget(ForumId FromId, string From, ForumId ForumId, string Forum, string Board, IReadOnlyList<string> Chairs);

internal static class QuestionQueries
{
    /// <summary>A question to the chairs of a forum.</summary>
    internal static Task<QuestionView?> QuestionAsync(this KlyngeContext db, ForumId forum, ChairQuestionId id, CancellationToken cancellationToken = default) =>
        db.Views(db.ChairQuestions.Where(question => question.Id == id && question.ForumId == forum)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The question that an item was made of; null for none.</summary>
    internal static Task<QuestionView?> QuestionOfItemAsync(this KlyngeContext db, AgendaItemId item) =>
        db.Views(db.ChairQuestions.Where(question => question.ItemId == item)).FirstOrDefaultAsync();

    /// <summary>What waits for the chairs of some forums, the oldest first.</summary>
    internal static async Task<IReadOnlyList<QuestionView>> WaitingQuestionsAsync(
        this KlyngeContext db, IReadOnlyCollection<ForumId> forums, CancellationToken cancellationToken) =>
        forums.Count == 0 ? []
            : [.. (await db.Views(db.ChairQuestions.AsNoTracking().Where(question => forums.Contains(question.ForumId) && question.AnsweredAt == null)).ToListAsync(cancellationToken))
                .OrderBy(view => view.Question.AskedAt)];

    /// <summary>The open forum above one, with those who lead it on a day.</summary>
    internal static async Task<QuestionTarget?> TargetAsync(this KlyngeContext db, Forum from, string board, LocalDate today, CancellationToken cancellationToken = default)
    {
        if (from.AboveId is not { } above || await db.Forums.AsNoTracking().SingleOrDefaultAsync(forum => forum.Id == above && !forum.IsClosed, cancellationToken) is not { } forum)
            return null;

        var chairs = await db.ChairsAsync(above, today, cancellationToken);
        var labels = PeopleLabels.Of(chairs);
        return new QuestionTarget(from.Id, from.Name, above, forum.Name, board, [.. chairs.Select(seat => labels[seat.PersonId]).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Who leads a forum today: its chairs, and the deputy where none of them comes to its next meeting, or there is none.</summary>
    internal static async Task<List<ForumMember>> ChairsAsync(this KlyngeContext db, ForumId forum, LocalDate today, CancellationToken cancellationToken = default)
    {
        var rows = await db.ActiveSeats(forum, today).AsNoTracking()
            .Where(seat => seat.Role == Role.Chair || seat.Role == Role.CoChair || seat.Role == Role.DeputyChair)
            .Select(seat => new
            {
                Seat = seat,
                IsAway = db.Apologies.Any(apology => apology.MemberId == seat.Id && apology.WithdrawnAt == null
                    && apology.MeetingId == db.Meetings
                        .Where(meeting => meeting.ForumId == forum && meeting.Date >= today && meeting.Status != MeetingStatus.Held && meeting.Status != MeetingStatus.Cancelled)
                        .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Start).Select(meeting => meeting.Id).FirstOrDefault()),
            })
            .ToListAsync(cancellationToken);
        var away = rows.FindAll(row => row.IsAway).Select(row => row.Seat.Id).ToHashSet();
        return [.. rows.Select(row => row.Seat).InLead(seat => away.Contains(seat.Id))];
    }

    private static IQueryable<QuestionView> Views(this KlyngeContext db, IQueryable<ChairQuestion> questions) =>
        from question in questions
        join forum in db.Forums on question.ForumId equals forum.Id
        join board in db.Boards on forum.BoardId equals board.Id
        join below in db.Forums on question.FromForumId equals below.Id
        join asker in db.People on question.AskerId equals asker.Id
        select new QuestionView(
            question, forum.Name, board.Name, below.Name, asker.Name, db.People.Where(person => person.Id == question.AnsweredById).Select(person => person.Name).FirstOrDefault());
}
