using Klynge.Application.Agendas.Items;
using Klynge.Application.Agendas.Questions;
using Klynge.Application.Data;
using Klynge.Application.Deadlines.Offers;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Proposals;

/// <summary>The secretariat takes a proposal onto an agenda: the one wished for, or another meeting's. The proposer is told.</summary>
public sealed class AcceptProposal(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<AcceptedProposal>> HandleAsync(Caller caller, AcceptProposalRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<AcceptedProposal>(caller, nameof(AcceptProposal), request.ForumId, async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            var target = at.Meeting.Id == request.MeetingId ? at.Meeting
                : await scope.Db.Meetings.SingleOrDefaultAsync(meeting => meeting.Id == request.MeetingId && meeting.ForumId == request.ForumId);
            if (target is null)
                return new MeetingNotFound();

            if (target.CheckNotOver() is { } over)
                return over;

            if (target.Id != at.Meeting.Id && await InitiativeRights.OfAsync(scope.Db, at) is { } right)
                return right;

            if (!ProposalReason.Clean(request.Reason).TryGet(out var reason, out var tooLong))
                return tooLong;

            if (at.Item is { IsOnAgenda: true, ProposedById: not null } && at.Item.MeetingId == target.Id && (at.Item.AnswerReason ?? string.Empty) == reason)
                return new AcceptedProposal(target.Id, at.Item.Number, NoticeTitle.Of(at.Item.Content), IsMoved: false) { WasAnswered = true };

            var items = await scope.Db.ItemsOnAgendaAsync(target.Id);
            var place = AgendaOrder.PlaceForNew(items);
            if (at.Item.Accept(target, place, reason.Length == 0 ? null : reason, scope.Now).Error is { } refused)
                return refused;

            AgendaOrder.MakeRoom(items, place);
            return await NotifyAsync(scope, at, target);
        }, cancellationToken);

    private static async Task<Result<AcceptedProposal>> NotifyAsync(WriteScope scope, ItemOfForum at, Meeting target)
    {
        var isMoved = at.Meeting.Id != target.Id;
        await scope.OfferDeadlinesAsync(at.Forum, target, at.Item);
        await scope.RefreshAsync(AgendaCards.Key(target.Id));
        if (isMoved)
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));

        var view = (await scope.Db.MeetingViewAsync(at.Forum.Id, target.Id))!;
        if (at.Item.ProposedById is { } proposer)
        {
            var heading = isMoved
                ? Texts.ProposalMoved(NoticeTitle.Of(at.Item.Content))
                : Texts.ProposalAccepted(NoticeTitle.Of(at.Item.Content), at.Item.Number);
            scope.Notify(proposer, ProposalCard.Answered(view, heading, at.Item.AnswerReason));
        }

        await QuestionItems.TellAskerAsync(scope, at.Item.Id, view);

        return new AcceptedProposal(target.Id, at.Item.Number, NoticeTitle.Of(at.Item.Content), isMoved);
    }
}

/// <param name="MeetingId">The meeting it goes to.</param>
/// <param name="Reason">For the proposer; optional.</param>
public sealed record AcceptProposalRequest(ForumId ForumId, AgendaItemId ItemId, MeetingId MeetingId, string? Reason);

/// <param name="IsMoved">It went to another meeting than the one wished for.</param>
public sealed record AcceptedProposal(MeetingId MeetingId, int Number, NoticeTitle Title, bool IsMoved)
{
    /// <summary>It was accepted before, perhaps by another: nothing has changed now.</summary>
    public bool WasAnswered { get; init; }
}

internal static class ProposalReason
{
    internal static Result<string> Clean(string? reason) =>
        DanishText.Clean(reason, new TextLimit("Begrundelsen", ItemForm.MaxReasonLength, Optional: true));
}

/// <summary>The secretariat declines a proposal with a reason, which the proposer is told.</summary>
public sealed class DeclineProposal(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<DeclinedProposal>> HandleAsync(Caller caller, DeclineProposalRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<DeclinedProposal>(caller, nameof(DeclineProposal), request.ForumId, async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (!ProposalReason.Clean(request.Reason).TryGet(out var reason, out var tooLong))
                return tooLong;

            if (await InitiativeRights.OfAsync(scope.Db, at) is { } right)
                return right;

            var isRepeated = at.Item.Status == AgendaItemStatus.Declined;
            if (at.Item.Decline(reason).Error is { } refused)
                return refused;

            var view = (await scope.Db.MeetingViewAsync(at.Forum.Id, at.Meeting.Id))!;
            if (!isRepeated && at.Item.ProposedById is { } proposer)
                scope.Notify(proposer, ProposalCard.Answered(view, Texts.ProposalDeclined(NoticeTitle.Of(at.Item.Content)), reason));

            if (!isRepeated)
                await QuestionItems.TellAskerAsync(scope, at.Item.Id, meeting: null);

            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return new DeclinedProposal(at.Meeting.Id, NoticeTitle.Of(at.Item.Content)) { WasAnswered = isRepeated };
        }, cancellationToken);
}

/// <param name="Reason">Required: the proposer reads it.</param>
public sealed record DeclineProposalRequest(ForumId ForumId, AgendaItemId ItemId, string? Reason);

public sealed record DeclinedProposal(MeetingId MeetingId, NoticeTitle Title)
{
    /// <inheritdoc cref="AcceptedProposal.WasAnswered"/>
    public bool WasAnswered { get; init; }
}
