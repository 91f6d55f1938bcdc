using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Agendas.Guests;
using Klynge.Application.Agendas.Sending;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Items;

/// <summary>Moves an item up or down its agenda.</summary>
public sealed class MoveItem(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<Done>> HandleAsync(Caller caller, MoveItemRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(caller, nameof(MoveItem), request.ForumId, async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs, request.Meeting);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (at.Meeting.CheckNotOver() is { } over)
                return over;

            if (!at.Item.IsOnAgenda)
                return new ItemNotFound();

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

/// <summary>Takes an item with its material to the forum's next meeting after its own. The item itself stays, with its decision.</summary>
public sealed class PostponeItem(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<PostponedItem>> HandleAsync(Caller caller, PostponeItemRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<PostponedItem>(caller, nameof(PostponeItem), request.ForumId, async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (!at.Item.IsOnAgenda || at.Meeting.Id != request.MeetingId)
                return new ItemNotFound();

            var ahead = await scope.Db.MeetingsAheadAsync(request.ForumId, scope.Today);
            if (ahead.Find(meeting => meeting.Time.StartInstant > at.Meeting.Time.StartInstant) is not { } next)
                return new NoLaterMeeting();

            // A case of the coming items is one, however often it is postponed and taken off.
            var coming = at.HasComing ? await scope.ComingOfAsync(at.Item.Id) : null;
            var (id, nextId) = (at.Item.Id, next.Id);
            var items = await scope.Db.AgendaItems
                .Where(item => item.Status == AgendaItemStatus.Accepted && (item.MeetingId == nextId || item.ContinuesId == id))
                .OrderBy(item => item.Number)
                .ToListAsync();
            if (items.Find(item => item.ContinuesId == id) is { } there)
                return there.MeetingId == next.Id ? new PostponedItem(there.Id, at.Item.Number, there.Number, next.Time) : new AlreadyPostponed();

            if (coming is { StandsElsewhere: true } || (coming is null && at.IsContinued && await scope.StandsLaterAsync(id)))
                return new AlreadyPostponed();

            return coming is not null && await scope.CheckHereAsync(coming.Coming) is { } elsewhere ? elsewhere : await ContinueAsync(scope, at, next, items, coming?.Coming);
        }, cancellationToken);

    /// <param name="items">On the agenda of the next meeting, in their order.</param>
    private static async Task<Result<PostponedItem>> ContinueAsync(WriteScope scope, ItemOfForum at, Meeting next, List<AgendaItem> items, ComingItem? coming)
    {
        var number = AgendaOrder.MakeRoom(items, AgendaOrder.PlaceForNew(items));
        var continued = AgendaItem.Continue(at.Item, next, number, scope.Now);
        scope.Db.AgendaItems.Add(continued);
        await scope.CopyGuestsAsync(at.Item, continued);
        if (at.Item.Content.IsClosed)
            await scope.CopyExclusionsAsync(at.Item, continued);

        if (coming is not null)
        {
            coming.Become(continued.Id);
            await scope.ToldFollowUpAsync(coming);
        }

        await scope.RefreshAsync(AgendaCards.Key(next.Id));
        return new PostponedItem(continued.Id, at.Item.Number, number, next.Time);
    }
}

/// <param name="MeetingId">The meeting on whose card the item stood; one that is not the item's own postpones nothing.</param>
public sealed record PostponeItemRequest(ForumId ForumId, AgendaItemId ItemId, MeetingId MeetingId);

/// <param name="From">Its number on the agenda it comes from.</param>
/// <param name="Number">Its number on the next.</param>
public sealed record PostponedItem(AgendaItemId Id, int From, int Number, MeetingTime Next);
