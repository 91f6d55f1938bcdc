using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas;

/// <summary>The secretariat declines a proposal with a reason, which the proposer is told.</summary>
public sealed class DeclineProposal(Writer writer)
{
    public Task<Result<DeclinedProposal>> HandleAsync(Caller caller, DeclineProposalRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<DeclinedProposal>(caller, nameof(DeclineProposal), request.ForumId, async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Permission.ManageAgenda);
            if (!found.TryGet(out var at, out var error))
            {
                return error;
            }

            if (!ProposalReason.Clean(request.Reason).TryGet(out var reason, out var tooLong))
            {
                return tooLong;
            }

            var isRepeated = at.Item.Status == AgendaItemStatus.Declined;
            if (at.Item.Decline(reason).Error is { } refused)
            {
                return refused;
            }

            var view = (await scope.Db.MeetingViewAsync(at.Forum.Id, at.Meeting.Id))!;
            if (!isRepeated && at.Item.ProposedById is { } proposer)
            {
                scope.Notify(proposer, ProposalCard.Answered(view, Texts.ProposalDeclined(at.Item.Content.Title), reason));
            }

            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return new DeclinedProposal(at.Meeting.Id, at.Item.Content.Title);
        }, cancellationToken);
}

/// <param name="Reason">Required: the proposer reads it.</param>
public sealed record DeclineProposalRequest(ForumId ForumId, AgendaItemId ItemId, string? Reason);

public sealed record DeclinedProposal(MeetingId MeetingId, string Title);
