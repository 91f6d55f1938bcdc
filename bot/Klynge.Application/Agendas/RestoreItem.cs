using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas;

/// <summary>Puts a removed item back where it stood; where that is not known, or the agenda has become too short, where a new one goes.</summary>
public sealed class RestoreItem(Writer writer)
{
    public Task<Result<Done>> HandleAsync(Caller caller, RestoreItemRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(caller, nameof(RestoreItem), request.ForumId, async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Permission.ManageAgenda, request.Meeting);
            if (!found.TryGet(out var at, out var error))
            {
                return error;
            }

            if (at.Meeting.RefuseWhenOver() is { } over)
            {
                return over;
            }

            if (at.Item.IsOnAgenda)
            {
                return default(Done);
            }

            if (at.Item.Status != AgendaItemStatus.Removed)
            {
                return new ItemNotFound();
            }

            var items = await scope.Db.ItemsOnAgendaAsync(at.Meeting.Id);
            var place = at.Item.RemovedFrom is { } number && number <= items.Count + 1 ? number : AgendaOrder.PlaceForNew(items);
            if (at.Item.Restore(AgendaOrder.MakeRoom(items, place)).Error is { } refused)
            {
                return refused;
            }

            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return default(Done);
        }, cancellationToken);
}

/// <param name="Meeting">Whose agenda the card shows; null for one that names none. An item of another is not found.</param>
public sealed record RestoreItemRequest(ForumId ForumId, AgendaItemId ItemId, MeetingId? Meeting = null);
