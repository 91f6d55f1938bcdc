using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Drafts;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Items.Drafts;

/// <summary>
/// Forgets drafts: a person's own as soon as they have saved the item, and each night those that were thrown away, that nobody has touched for
/// <see cref="ItemDraft.KeptForDays"/> days, of items that have been taken off, and of meetings that are over.
/// </summary>
public sealed class ForgetItemDrafts(Writer writer)
{
    private static readonly WriteIntent Intent = new(nameof(ForgetItemDrafts), Caller.System, IsOnRecord: false);

    public Task HandleAsync(CancellationToken cancellationToken) => writer.WriteAsync<Done>(
        Intent,
        async scope =>
        {
            var (before, yesterday) = (scope.Now - Duration.FromDays(ItemDraft.KeptForDays), scope.Now - Duration.FromHours(12));
            var db = scope.Db;
            await db.ItemDrafts
                .Where(draft => draft.SavedAt < before || draft.DiscardedAt < yesterday
                    || db.AgendaItems.Any(item => item.Id == draft.ItemId
                        && (item.Status == AgendaItemStatus.Declined || (item.Status == AgendaItemStatus.Removed && (item.RemovedAt == null || item.RemovedAt < yesterday))))
                    || db.Meetings.Any(meeting => meeting.Id == draft.MeetingId && (meeting.Status == MeetingStatus.Held || meeting.Status == MeetingStatus.Cancelled)))
                .ExecuteDeleteAsync(CancellationToken.None);
            return default(Done);
        },
        cancellationToken);

    /// <summary>After »Gem«. Where it is missed, by a kill between the two writes, the draft says what the item says, and is not shown.</summary>
    /// <param name="person">Whoever has saved the item, which their right to it was asked for.</param>
    internal Task SavedAsync(PersonId person, AgendaItemId item, CancellationToken cancellationToken) => writer.WriteAsync<Done>(
        Intent,
        async scope =>
        {
            await scope.Db.ItemDrafts.Where(draft => draft.ItemId == item && draft.PersonId == person).ExecuteDeleteAsync(CancellationToken.None);
            return default(Done);
        },
        cancellationToken);
}
