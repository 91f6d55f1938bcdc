using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Calendar;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace Klynge.Application.Deadlines.Offers;

/// <summary>The answers to »Er det en frist?«.</summary>
internal sealed class FoundChat(AnswerFoundDeadline answer, UndoDismissal undo, IDbContextFactory<KlyngeContext> contexts) : IChatFeature
{
    private const int MaxOnCard = 12;

    /// <summary>So many wait on one card; the others come when these are answered.</summary>
    private const int MaxWaiting = 6;

    public void Map(ChatRoutes routes) => routes
        .OnAction(DeadlineVerbs.Accept, (turn, visit, action, token) => AnswerAsync(turn, visit, action, isDeadline: true, token))
        .OnAction(DeadlineVerbs.Dismiss, (turn, visit, action, token) => AnswerAsync(turn, visit, action, isDeadline: false, token))
        .OnAction(DeadlineVerbs.UndoDismiss, UndoAsync)
        .OnAction(DeadlineVerbs.Found, (turn, visit, action, token) =>
            action.Data.Text(FoundCard.All) is null ? ListAsync(turn, visit, action, token) : ShowAsync(turn, visit, action, default, token));

    private async Task<ChatReply> AnswerAsync(ChatTurn turn, Visit visit, InvokedAction action, bool isDeadline, CancellationToken cancellationToken)
    {
        var (forum, found) = (visit.Forum.Id, action.Data.Id<FoundDeadlineId>(FoundCard.Found) ?? default);
        var chosen = action.Data.Text(FoundCard.DateField(found));
        var date = chosen is not null && LocalDatePattern.Iso.Parse(DanishText.Clean(chosen)) is { Success: true } parsed ? parsed.Value : (NodaTime.LocalDate?)null;
        var request = new AnswerFoundDeadlineRequest(forum, found, isDeadline, date) { Target = action.Data.Id<Domain.Forums.ForumId>(FoundCard.TargetField(found)) };
        var result = await answer.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error is null or FoundDeadlineAnswered ? await ShowAsync(turn, visit, action, found, cancellationToken) : result.Error;
    }

    private async Task<ChatReply> UndoAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = action.Data.Id<FoundDeadlineId>(FoundCard.Found) ?? default;
        var result = await undo.HandleAsync(turn.Caller, visit.Forum.Id, found, cancellationToken);
        return result.Error is null or FoundDeadlineNotDismissed ? await ShowAsync(turn, visit, action, found, cancellationToken) : result.Error;
    }

    /// <summary>What still waits for an answer.</summary>
    private async Task<ChatReply> ListAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var forum = visit.Forum.Id;
        var ids = await WaitingAnswers.Unanswered(db, turn.Today, turn.Now).Where(one => one.ForumId == forum).Select(one => one.Id).ToListAsync(cancellationToken);
        return await ShowAsync(turn, visit, action, [.. ids.Take(MaxWaiting)], Math.Max(0, ids.Count - MaxWaiting), cancellationToken);
    }

    /// <summary>The card as it stands now, with the answers that others have given, too.</summary>
    private Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, FoundDeadlineId found, CancellationToken cancellationToken)
    {
        var ids = action.Data.Choices(FoundCard.All)
            .Select(CardIds.Read<FoundDeadlineId>).OfType<FoundDeadlineId>()
            .Append(found).Distinct().Take(MaxOnCard).ToList();
        return ShowAsync(turn, visit, action, ids, action.Data.Integer(FoundCard.MoreField) ?? 0, cancellationToken);
    }

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, List<FoundDeadlineId> ids, int more, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (ids.Count == 0)
            return ChatReply.Say(Texts.NothingFound);

        var lines = await db.FoundDeadlines.AsNoTracking()
            .Where(one => one.ForumId == visit.Forum.Id && ids.Contains(one.Id))
            .ToListAsync(cancellationToken);
        lines.Sort((one, other) => ids.IndexOf(one.Id).CompareTo(ids.IndexOf(other.Id))); // Where they stood when the button was pressed.
        var people = lines.Select(line => line.AnsweredById).OfType<PersonId>().Distinct().ToList();
        var names = await db.People.AsNoTracking().Where(person => people.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var shown = await db.FoundLinesAsync(visit.Forum.Id, turn.Today, lines);
        var view = new FoundView(visit.Forum.Id, visit.Forum.Name, visit.Board, [.. shown.Zip(lines, (view, line) => view with
        {
            AnsweredBy = line.AnsweredById is { } person ? names.GetValueOrDefault(person) : null,
        })])
        { More = more };
        return FoundCard.Build(DeadlineReader.Of(visit, turn, action).ReadsClosed ? view : view.ForEverybody);
    }
}
