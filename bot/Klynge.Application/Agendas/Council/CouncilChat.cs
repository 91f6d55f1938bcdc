using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Council;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Council;

/// <summary>»Afvigende mening« and »Stands beslutningen«: a member's own, at the item.</summary>
internal sealed class CouncilChat(MeetingLookup meetings, StateDissent dissent, StopDecision stop) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(CouncilVerbs.DissentForm, DissentFormAsync)
        .OnAction(CouncilVerbs.Dissent, DissentAsync)
        .OnAction(CouncilVerbs.TakeBackDissent, TakeBackAsync)
        .OnAction(CouncilVerbs.StopForm, StopFormAsync)
        .OnAction(CouncilVerbs.Stop, StopAsync);

    private async Task<ChatReply> DissentFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        if (visit.Forum.Rules.DissentingOpinion is { Allowed: false, Source: var source })
            return new RightIsOff(CouncilTexts.Dissent, visit.Forum.Name, source);

        var found = await FindAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var own, out var error))
            return error;

        if (own.At.Visit.View.Meeting.Status is not (MeetingStatus.InProgress or MeetingStatus.Held))
            return new DissentBeforeMeeting();

        return own.At.Visit.View.IsFinal
            ? new Domain.Agendas.DecisionIsFinal()
            : CouncilCards.DissentForm(own.At.Visit.View.Meeting, own.At.Line, visit.Forum.Rules.DissentingOpinion, own.Said);
    }

    private async Task<ChatReply> DissentAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new StateDissentRequest(
            visit.Forum.Id,
            action.Data.Meeting(),
            action.Data.Item(),
            action.Data.Text(CouncilCards.Text),
            action.Data.Text(CouncilCards.Along) == "true",
            action.Data.Text(CouncilCards.Reason));
        var saved = await dissent.HandleAsync(turn.Caller, request, cancellationToken);
        return saved.IsSuccess ? await ShowAsync(turn, visit, action, CouncilTexts.Saved, cancellationToken) : saved.Error;
    }

    private async Task<ChatReply> TakeBackAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var removed = await dissent.RemoveAsync(turn.Caller, visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), cancellationToken);
        return removed.IsSuccess ? await ShowAsync(turn, visit, action, CouncilTexts.TakenBack, cancellationToken) : removed.Error;
    }

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, string told, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, visit, action, cancellationToken);
        return found.TryGet(out var own, out var error) ? CouncilCards.DissentSaved(own.At.Visit.View.Meeting, own.At.Line, own.Said, told) : error;
    }

    private async Task<ChatReply> StopFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var own, out var error))
            return error;

        var (view, line) = (own.At.Visit.View, own.At.Line);
        return StopDecision.CheckOpen(visit.Forum, view.Meeting.Status, line.Decision, line.Content.Recommendations.Count) is { } refused
            ? refused
            : CouncilCards.StopAsk(view.Meeting, line, visit.Forum.Rules.StopExecution);
    }

    private async Task<ChatReply> StopAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var stopped = await stop.HandleAsync(turn.Caller, visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), cancellationToken);
        if (!stopped.IsSuccess)
            return stopped.Error;

        var found = await meetings.ItemAsync(turn, visit, action, cancellationToken);
        return found.TryGet(out var at, out var error) ? CouncilCards.Stopped(at.Visit.View.Meeting, at.Line) : error;
    }

    /// <summary>The item before somebody who took part in it as a member; what is said there is their own, so it is answered to them alone.</summary>
    private async Task<Domain.Common.Result<OwnItem>> FindAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await meetings.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Line.IsHidden)
            return new ItemIsClosedHere();

        await using var db = await meetings.ReadAsync(cancellationToken);
        var id = at.Visit.View.Meeting.Id;
        var meeting = await db.Meetings.SingleAsync(one => one.Id == id, cancellationToken);
        return await AttendedMember.OfAsync(db, visit.Forum, meeting, at.Line.Id, turn.PersonId, cancellationToken) is { } sitting
            ? new OwnItem(at, at.Line.Content.Dissents.FirstOrDefault(one => one.IsOf(sitting.Seat.Id)))
            : new NotAtTheItem();
    }

    /// <param name="Said">What the person has said of it already.</param>
    private sealed record OwnItem(ItemVisit At, DissentingOpinion? Said);
}
