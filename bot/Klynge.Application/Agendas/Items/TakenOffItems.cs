using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Items;

/// <summary>The items that were taken off a meeting's agenda, for whoever can put them back.</summary>
internal static class TakenOffItems
{
    private const int Max = 20;

    /// <param name="reader">What they may not read of closed items comes without title and text.</param>
    /// <returns>The last one first. A proposal that was taken back never stood on it, and is not among them.</returns>
    internal static async Task<IReadOnlyList<AgendaLine>> TakenOffAsync(
        this KlyngeContext db, MeetingId meeting, ClosedReader reader, CancellationToken cancellationToken)
    {
        var rows = await db.AgendaItems
            .Where(item => item.MeetingId == meeting && item.Status == AgendaItemStatus.Removed && item.RemovedFrom != null)
            .OrderByDescending(item => item.RemovedAt)
            .Take(Max)
            .Select(item => new { Item = item, Excluded = db.ItemExclusions.Where(one => one.ItemId == item.Id).Select(one => one.PersonId).ToList() })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(row => reader.See(new AgendaLine
            {
                Id = row.Item.Id,
                Number = row.Item.RemovedFrom ?? 0,
                Version = row.Item.Version,
                Content = row.Item.Content,
                Excluded = row.Item.Content.IsClosed ? row.Excluded : [],
            })),
        ];
    }
}
