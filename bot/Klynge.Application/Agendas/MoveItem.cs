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

            // From where the person saw it: a second press of the same button finds it there already.
            var steps = request.From is { } from ? from + request.Steps - at.Item.Number : request.Steps;
            AgendaOrder.Move(await scope.Db.ItemsOnAgendaAsync(at.Meeting.Id), at.Item, steps);
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return default(Done);
        }, cancellationToken);
}

/// <param name="Steps">Negative is up.</param>
/// <param name="Meeting">Whose agenda the card shows; null for one that names none. An item of another is not found.</param>
/// <param name="From">The number that the person saw it at; null for where it is now.</param>
public sealed record MoveItemRequest(ForumId ForumId, AgendaItemId ItemId, int Steps, MeetingId? Meeting = null, int? From = null);
