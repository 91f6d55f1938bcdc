using System.Globalization;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Changes;

/// <summary>What has changed on an agenda that has gone out, as members are told of it: closed items without their titles.</summary>
/// <param name="Lines">In the order of the agenda, what was taken off last.</param>
/// <param name="Latest">When the latest of them was made.</param>
internal sealed record AgendaChanges(IReadOnlyList<AgendaChange> Lines, Instant Latest)
{
    /// <summary>What a question about telling them was drawn from.</summary>
    internal string Seen => string.Create(CultureInfo.InvariantCulture, $"{Latest.ToUnixTimeTicks()}/{Lines.Count}");

    /// <summary>
    /// The items of any meeting that members have not been told of: what came, was changed or was taken off since. One that came and went
    /// without anybody having been told is none of them.
    /// </summary>
    internal static IQueryable<AgendaItem> Untold(KlyngeContext db) =>
        from item in db.AgendaItems
        join meeting in db.Meetings on item.MeetingId equals meeting.Id
        where (item.Status == AgendaItemStatus.Accepted && (item.AddedAt > meeting.ChangesToldAt || item.ChangedAt > meeting.ChangesToldAt))
            || (item.Status == AgendaItemStatus.Removed && item.RemovedFrom != null && item.RemovedAt > meeting.ChangesToldAt && item.AddedAt <= meeting.ChangesToldAt)
        select item;

    /// <returns>Null where there are none, or where the agenda has not gone out.</returns>
    internal static async Task<AgendaChanges?> OfAsync(KlyngeContext db, MeetingView meeting, CancellationToken cancellationToken)
    {
        if (meeting.ChangesToldAt is not { } known)
            return null;

        var items = await Untold(db).AsNoTracking().Where(item => item.MeetingId == meeting.Id).ToListAsync(cancellationToken);
        return items.Count == 0 ? null : new AgendaChanges(LinesOf(items, known), items.Max(At));
    }

    /// <summary>What has changed since somebody read the agenda, in the same words; nothing where they have not read it.</summary>
    /// <param name="since">When they read it.</param>
    internal static async Task<IReadOnlyList<AgendaChange>> SinceAsync(KlyngeContext db, MeetingId meeting, Instant since, CancellationToken cancellationToken) =>
        LinesOf(
            await db.AgendaItems.AsNoTracking()
                .Where(item => item.MeetingId == meeting
                    && ((item.Status == AgendaItemStatus.Accepted && (item.AddedAt > since || item.ChangedAt > since))
                        || (item.Status == AgendaItemStatus.Removed && item.RemovedFrom != null && item.RemovedAt > since && item.AddedAt <= since)))
                .ToListAsync(cancellationToken),
            since);

    private static IReadOnlyList<AgendaChange> LinesOf(List<AgendaItem> items, Instant known) =>
        [.. items.OrderBy(item => !item.IsOnAgenda).ThenBy(item => item.Number).Select(item => AgendaChange.Of(item, known))];

    private static Instant At(AgendaItem item) =>
        item.RemovedAt ?? (item.ChangedAt is { } changed && changed > item.AddedAt ? changed : item.AddedAt);
}

/// <param name="Number">On the agenda now; for what was taken off, where it stood.</param>
/// <param name="Reason">What the secretariat says of it; null for nothing, and for a closed item.</param>
public sealed record AgendaChange(AgendaChangeKind Kind, int Number, NoticeTitle Title, string? Reason)
{
    internal static AgendaChange Of(AgendaItem item, Instant known) => new(
        !item.IsOnAgenda ? AgendaChangeKind.TakenOff : item.AddedAt > known ? AgendaChangeKind.New : AgendaChangeKind.Changed,
        item.IsOnAgenda ? item.Number : item.RemovedFrom ?? 0,
        NoticeTitle.Of(item.Content),
        item.IsOnAgenda && !item.Content.IsClosed ? item.Content.LateReason : null);
}

public enum AgendaChangeKind
{
    New = 1,
    Changed,
    TakenOff,
}
