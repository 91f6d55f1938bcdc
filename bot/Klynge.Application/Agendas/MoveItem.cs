using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas;

/// <summary>Moves an item up or down its agenda.</summary>
public sealed class MoveItem(Writer writer)
{
    public Task<Result<Done>> HandleAsync(Caller caller, MoveItemRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(caller, nameof(MoveItem), request.ForumId, async scope =>
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

            if (!at.Item.IsOnAgenda)
            {
                return new ItemNotFound();
            }

            AgendaOrder.Move(await scope.Db.ItemsOnAgendaAsync(at.Meeting.Id), at.Item, request.Steps);
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return default(Done);
        }, cancellationToken);
}

/// <param name="Steps">Negative is up.</param>
/// <param name="Meeting">Whose agenda the card shows; null for one that names none. An item of another is not found.</param>
public sealed record MoveItemRequest(ForumId ForumId, AgendaItemId ItemId, int Steps, MeetingId? Meeting = null);
