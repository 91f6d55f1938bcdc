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

    /// <summary>The items of any meeting that members have not been told of.</summary>
    internal static IQueryable<AgendaItem> Untold(KlyngeContext db) => Since(
        db, db.Meetings.Where(meeting => meeting.ChangesToldAt != null).Select(meeting => new KnownAgenda { MeetingId = meeting.Id, At = meeting.ChangesToldAt!.Value }));

    /// <summary>
    /// What came, was changed or was taken off since agendas were known. An item that came and went without anybody having known of it is none of them.
    /// </summary>
    internal static IQueryable<AgendaItem> Since(KlyngeContext db, IQueryable<KnownAgenda> known) =>
        from item in db.AgendaItems
        join agenda in known on item.MeetingId equals agenda.MeetingId
        where (item.Status == AgendaItemStatus.Accepted && (item.AddedAt > agenda.At || item.ChangedAt > agenda.At))
            || (item.Status == AgendaItemStatus.Removed && item.RemovedFrom != null && item.RemovedAt > agenda.At && item.AddedAt <= agenda.At)
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
            await Since(db, db.Meetings.Where(one => one.Id == meeting).Select(one => new KnownAgenda { MeetingId = one.Id, At = since })).AsNoTracking().ToListAsync(cancellationToken),
            since);

    private static IReadOnlyList<AgendaChange> LinesOf(List<AgendaItem> items, Instant known) =>
        [.. items.OrderBy(item => !item.IsOnAgenda).ThenBy(item => item.Number).Select(item => AgendaChange.Of(item, known))];

    private static Instant At(AgendaItem item) =>
        item.RemovedAt ?? (item.ChangedAt is { } changed && changed > item.AddedAt ? changed : item.AddedAt);
}

/// <summary>An agenda, and when it was known as it was then: told to its members, or read by one of them.</summary>
internal sealed class KnownAgenda
{
    public required MeetingId MeetingId { get; init; }

    public required Instant At { get; init; }
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
