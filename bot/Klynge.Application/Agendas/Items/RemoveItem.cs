using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Items;

/// <summary>
/// Takes an item off the agenda; it is kept for the record and can be put back. A member may take back a proposal of their own that
/// the secretariat has not answered.
/// </summary>
public sealed class RemoveItem(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ProposeItem;

    /// <summary>For an item that is no unanswered proposal of the caller's own. The command names the items of the agenda, so it asks for this.</summary>
    public const Permission NeedsOfOthers = Permission.ManageAgenda;

    public Task<Result<RemovedItem>> HandleAsync(Caller caller, RemoveItemRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<RemovedItem>(caller, nameof(RemoveItem), request.ForumId, async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs, request.Meeting);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (!IsOwnToRemove(scope, at))
                return new NotAllowed(at.Forum.Name);

            if (at.Meeting.CheckNotOver() is { } over)
                return over;

            if (at.Item.ProposedById != scope.Caller.PersonId && await InitiativeRights.OfAsync(scope.Db, at) is { } right)
                return right;

            if (at.Item.Status == AgendaItemStatus.Removed)
                return new RemovedItem(at.Item.Id, at.Item.RemovedFrom ?? 0, NoticeTitle.Of(at.Item.Content), WasProposal: at.Item.RemovedFrom is null);

            var removed = new RemovedItem(at.Item.Id, at.Item.Number, NoticeTitle.Of(at.Item.Content), at.Item.Status == AgendaItemStatus.Proposed);
            if (at.Item.Remove(scope.Now).Error is { } refused)
                return refused;

            var left = await scope.Db.ItemsOnAgendaAsync(at.Meeting.Id);
            AgendaOrder.CloseGaps([.. left.Where(item => item.Id != at.Item.Id)]);
            await scope.LeaveAsync(at.Item);
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return removed;
        }, cancellationToken);

    private static bool IsOwnToRemove(WriteScope scope, ItemOfForum at) =>
        at.Access.May(NeedsOfOthers)
        || (at.Item.Status is AgendaItemStatus.Proposed or AgendaItemStatus.Removed && at.Item.ProposedById == scope.Caller.PersonId);
}

/// <param name="Meeting">Whose agenda the card shows; null for one that names none. An item of another is not found.</param>
public sealed record RemoveItemRequest(ForumId ForumId, AgendaItemId ItemId, MeetingId? Meeting = null);

/// <param name="Number">Where it stood; 0 for a proposal.</param>
public sealed record RemovedItem(AgendaItemId Id, int Number, NoticeTitle Title, bool WasProposal);

/// <summary>Puts a removed item back where it stood, and never behind »Eventuelt«: see <see cref="AgendaOrder.PlaceForReturned"/>.</summary>
public sealed class RestoreItem(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<Done>> HandleAsync(Caller caller, RestoreItemRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(caller, nameof(RestoreItem), request.ForumId, async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs, request.Meeting);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (at.Meeting.CheckNotOver() is { } over)
                return over;

            if (at.Item.IsOnAgenda)
                return default(Done);

            if (at.Item.Status != AgendaItemStatus.Removed)
                return new ItemNotFound();

            var coming = await scope.ComingOfAsync(at.Item.Id);
            if (coming is { StandsElsewhere: true } || (coming is null && at.Item.ContinuesId is { } earlier && await scope.StandsLaterAsync(earlier, but: at.Item.Id)))
                return new ItemIsElsewhere();

            if (coming is { Coming: { IsInForce: false, Origin: not ComingOrigin.Own } })
                return new ItemIsCalledBack();

            var items = await scope.Db.ItemsOnAgendaAsync(at.Meeting.Id);
            var place = AgendaOrder.PlaceForReturned(items, at.Item, at.Forum.Rules.StandingItems);
            if (at.Item.Restore(AgendaOrder.MakeRoom(items, place)).Error is { } refused)
                return refused;

            coming?.Coming.Become(at.Item.Id);
            if (coming is not null)
                await scope.ToldFollowUpAsync(coming.Coming);

            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return default(Done);
        }, cancellationToken);
}

/// <param name="Meeting">Whose agenda the card shows; null for one that names none. An item of another is not found.</param>
public sealed record RestoreItemRequest(ForumId ForumId, AgendaItemId ItemId, MeetingId? Meeting = null);
