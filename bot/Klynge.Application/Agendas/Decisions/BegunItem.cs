using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Decisions;

/// <summary>An item as a card names it.</summary>
/// <param name="Meeting">Whose agenda the card shows; an item of another is not found.</param>
internal readonly record struct ItemAddress(ForumId Forum, MeetingId Meeting, AgendaItemId Item);

/// <summary>
/// What writes to the minutes of an item has in common: the meeting has begun, the item is on its agenda, the minutes are not approved yet;
/// and afterwards the agenda's cards show it.
/// </summary>
internal static class BegunItem
{
    /// <param name="tooEarly">What is said before the meeting has begun.</param>
    internal static Task<Result<T>> WriteToMinutesAsync<T>(
        this Writer writer, string useCase, Caller caller, Permission needs, ItemAddress address, Error tooEarly, Func<WriteScope, ItemOfForum, Task<Result<T>>> change, CancellationToken cancellationToken)
        where T : notnull =>
        writer.WriteAsync<T>(new WriteIntent(useCase, caller, address.Forum, SubjectId: address.Item.Value), async scope =>
        {
            var found = await scope.ItemAsync(address.Forum, address.Item, needs, address.Meeting);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (!at.Item.IsOnAgenda)
                return new ItemNotFound();

            if (at.Meeting.Status is MeetingStatus.Planned or MeetingStatus.AgendaSent)
                return tooEarly;

            if (at.CheckDecidable() is { } refusal)
                return refusal;

            var changed = await change(scope, at);
            if (changed.IsSuccess)
                await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));

            return changed;
        }, cancellationToken);
}
