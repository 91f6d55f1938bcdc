using Klynge.Application.Data;
using Klynge.Application.Deadlines;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Agendas;

/// <param name="ItemId">The item.</param>
/// <param name="Change">The change that is taken back; null takes the decision itself away.</param>
/// <param name="SeenVersion">For a decision that is taken away: the version that the person had open.</param>
public sealed record UndoDecisionRequest(ForumId ForumId, Domain.Agendas.AgendaItemId ItemId, int? Change, int SeenVersion = 0);

/// <summary>Takes the latest change of a decision back, or the decision away: each has an undo itself, so that no text is lost.</summary>
public sealed class UndoDecision(Writer writer)
{
    public Task<Result<RecordedDecision>> HandleAsync(Caller caller, UndoDecisionRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<RecordedDecision>(caller, nameof(UndoDecision), request.ForumId, async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Permission.RecordDecision);
            if (!found.TryGet(out var at, out var error))
            {
                return error;
            }

            if (await scope.CheckDecidableAsync(at) is { } refusal)
            {
                return refusal;
            }

            var changed = request.Change is { } change
                ? at.Item.UndoDecision(change, scope.Now)
                : at.Item.RemoveDecision(request.SeenVersion, scope.Now);
            if (changed.Error is { } unchanged)
            {
                return unchanged;
            }

            await scope.OfferDeadlinesAsync(at.Forum, at.Meeting, at.Item);
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return RecordedDecision.Of(at);
        }, cancellationToken);
}
