using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Proposals;

/// <summary>The secretariat's answers to members' proposals, one at a time, the oldest first.</summary>
internal sealed class ProposalChat(MeetingLookup desk, AcceptProposal acceptProposal, DeclineProposal declineProposal) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(AgendaVerbs.Proposals, ShowAsync)
        .OnAction(AgendaVerbs.Proposal, ShowOneAsync)
        .OnAction(AgendaVerbs.Accept, AcceptAsync)
        .OnAction(AgendaVerbs.Decline, DeclineAsync);

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.ItemsAsync(turn, visit, action.Data.Meeting(), action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        await using var db = await desk.ReadAsync(cancellationToken);
        var (forum, meetingId) = (at.Forum, at.View.Meeting.Id);
        var item = await db.AgendaItems
            .Where(candidate => candidate.MeetingId == meetingId && candidate.Status == AgendaItemStatus.Proposed)
            .OrderBy(candidate => candidate.AddedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return item is null
            ? CardParts.Note(at.View.Meeting, Texts.NoProposals, [], [], CardParts.ToAgenda(forum.Id, meetingId))
            : await CardAsync(turn, at, item, cancellationToken);
    }

    /// <summary>One proposal as it stands now: the question, or what another has answered meanwhile, with what was typed for an answer that came too late.</summary>
    private async Task<ChatReply> ShowOneAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var (forum, id) = (visit.Forum.Id, action.Data.Item());
        await using var db = await desk.ReadAsync(cancellationToken);
        if (await db.AgendaItems.SingleOrDefaultAsync(candidate => candidate.Id == id && candidate.ForumId == forum, cancellationToken) is not { } item)
            return new ItemNotFound();

        var found = await desk.ItemsAsync(turn, visit, item.MeetingId, action, cancellationToken);
        return !found.TryGet(out var at, out var error) ? error
            : await CardAsync(turn, at, item, cancellationToken, action.Data.Text(ProposalCard.Message) ?? action.Data.Text(ProposalCard.Reason));
    }

    private async Task<ChatReply> CardAsync(ChatTurn turn, AgendaVisit visit, AgendaItem item, CancellationToken cancellationToken, string? unsent = null)
    {
        if (item.Content.IsClosed && !visit.Audience.ReadsClosed)
            return new ItemIsClosedHere();

        if (item.Status != AgendaItemStatus.Proposed)
            return ProposalCard.Settled(visit.View.Meeting, item, More(visit.View), unsent);

        await using var db = await desk.ReadAsync(cancellationToken);
        return ProposalCard.Ask(await ProposalView.OfAsync(db, item, visit.Forum, visit.View.Meeting, turn.Today));
    }

    private async Task<ChatReply> AcceptAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new AcceptProposalRequest(
            visit.Forum.Id, action.Data.Item(), action.Data.Meeting(ProposalCard.Target), action.Data.Text(ProposalCard.Message));
        var result = await acceptProposal.HandleAsync(turn.Caller, request, cancellationToken);
        return !result.TryGet(out var accepted, out var error) ? await RefusedAsync(turn, visit, action, error, cancellationToken)
            : accepted.WasAnswered ? await ShowOneAsync(turn, visit, action, cancellationToken)
            : await ToldAsync(turn, visit, action, accepted.MeetingId, Texts.Accepted(accepted.Title, accepted.Number), cancellationToken);
    }

    private async Task<ChatReply> DeclineAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new DeclineProposalRequest(visit.Forum.Id, action.Data.Item(), action.Data.Text(ProposalCard.Reason));
        var result = await declineProposal.HandleAsync(turn.Caller, request, cancellationToken);
        return !result.TryGet(out var declined, out var error) ? await RefusedAsync(turn, visit, action, error, cancellationToken)
            : declined.WasAnswered ? await ShowOneAsync(turn, visit, action, cancellationToken)
            : await ToldAsync(turn, visit, action, declined.MeetingId, Texts.Declined(declined.Title), cancellationToken);
    }

    /// <summary>Answered by another meanwhile, it is shown as it stands, without the name of whoever pressed last.</summary>
    private async Task<ChatReply> RefusedAsync(ChatTurn turn, Visit visit, InvokedAction action, Error error, CancellationToken cancellationToken) =>
        error is ProposalAlreadyAnswered ? await ShowOneAsync(turn, visit, action, cancellationToken) : error;

    private async Task<ChatReply> ToldAsync(
        ChatTurn turn, Visit visit, InvokedAction action, MeetingId meeting, string heading, CancellationToken cancellationToken)
    {
        var found = await desk.ItemsAsync(turn, visit, meeting, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        var view = at.View;
        var back = CardParts.ToAgenda(view.Meeting.ForumId, view.Meeting.Id);
        CardAction[] actions = More(view) is { } more ? [back, more] : [back];
        return CardParts.Note(view.Meeting, heading, [DanishFormat.Capitalised(CardParts.When(view.Meeting.Time)), Texts.ByNow(turn)], [.. Texts.Overrun(view)], actions);
    }

    /// <summary>The way to the meeting's other proposals, where there are any.</summary>
    private static ExecuteAction? More(AgendaView view) => view.Proposals == 0 ? null : CardParts.Button(
        Texts.ReviewProposals(view.Proposals), AgendaVerbs.Proposals, CardParts.Data(view.Meeting.ForumId, view.Meeting.Id));
}
