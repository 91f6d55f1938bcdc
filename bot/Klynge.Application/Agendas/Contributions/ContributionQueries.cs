using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Contributions;

/// <summary>Reads contributions with the item and the meeting that they are for.</summary>
internal static class ContributionQueries
{
    /// <summary>
    /// The one answer to »is this contribution theirs?«: the person was asked for it, and still has a place in some forum. Null for what there
    /// is not, and for everybody else, whatever they may do in the forum.
    /// </summary>
    internal static async Task<ContributionAt?> OwnContributionAsync(
        this KlyngeContext db, ContributionId id, PersonId? person, LocalDate today, CancellationToken cancellationToken = default) =>
        person is { } known ? await db.Own(known, today).Where(one => one.Id == id).At(db).SingleOrDefaultAsync(cancellationToken) : null;

    /// <summary>A contribution to an item of a forum.</summary>
    internal static Task<ContributionAt?> ContributionAsync(
        this KlyngeContext db, ForumId forum, ContributionId id, CancellationToken cancellationToken = default) =>
        db.Contributions.Where(one => one.Id == id && one.ForumId == forum).At(db).SingleOrDefaultAsync(cancellationToken);

    /// <summary>What a person is asked for and can still send or change, across forums, the nearest day first.</summary>
    internal static async Task<List<ContributionAt>> OwnContributionsAsync(
        this KlyngeContext db, PersonId person, LocalDate today, CancellationToken cancellationToken)
    {
        var all = await db.Own(person, today).Where(one => one.WithdrawnAt == null).At(db).ToListAsync(cancellationToken);
        return [.. all.Where(one => one.State == ContributionState.Open).OrderBy(one => one.Contribution.DueOn).ThenBy(one => one.Meeting.Time.StartInstant)];
    }

    /// <summary>What is asked for the meetings of some forums that can still take something, the next meeting first, in the order of the items.</summary>
    internal static async Task<List<ContributionAt>> OpenContributionsAsync(
        this KlyngeContext db, IReadOnlyCollection<ForumId> forums, CancellationToken cancellationToken = default)
    {
        var all = await db.Contributions.Where(one => forums.Contains(one.ForumId) && one.WithdrawnAt == null).At(db).ToListAsync(cancellationToken);
        return [.. all.Where(one => one.State == ContributionState.Open).InOrder()];
    }

    /// <summary>All that was asked for one meeting and not taken back.</summary>
    internal static async Task<List<ContributionAt>> ContributionsOfMeetingAsync(
        this KlyngeContext db, ForumId forum, MeetingId meeting, CancellationToken cancellationToken = default)
    {
        var all = await db.Contributions.Where(one => one.ForumId == forum && one.WithdrawnAt == null).At(db)
            .Where(one => one.Meeting.Id == meeting).ToListAsync(cancellationToken);
        return [.. all.Where(one => one.Item.IsOnAgenda).InOrder()];
    }

    /// <summary>What was asked of anybody for one item and not taken back.</summary>
    internal static Task<List<Contribution>> ContributionsOfItemAsync(
        this KlyngeContext db, ForumId forum, AgendaItemId item, CancellationToken cancellationToken = default) =>
        db.Contributions.Where(one => one.ForumId == forum && one.ItemId == item && one.WithdrawnAt == null).OrderBy(one => one.AskedAt).ThenBy(one => one.Heading)
            .ToListAsync(cancellationToken);

    /// <summary>
    /// Whether a file is a bilag of an item that the person is asked to contribute to, by its path in the library. What is closed of an open
    /// item is not, as for everybody who may not read what is closed.
    /// </summary>
    internal static async Task<bool> ContributesToItemOfAsync(this KlyngeContext db, PersonId person, string path, LocalDate today)
    {
        var items = await db.ItemFiles.AsNoTracking().Where(file => file.Path == path && file.ItemId != null).Select(file => file.ItemId!.Value).ToListAsync();
        if (items.Count == 0)
            return false;

        var asked = await db.Own(person, today).AsNoTracking().Where(one => items.Contains(one.ItemId)).At(db).ToListAsync();
        return asked.Exists(one => one.State == ContributionState.Open
            && one.Item.Content.Attachments.SelectMany(attachment => attachment.Versions())
                .Any(version => version.Path == path && (!version.IsClosed || one.Item.Content.IsClosed)));
    }

    /// <summary>What a person is asked for. Whoever has left every forum has nothing to send or to read any more.</summary>
    private static IQueryable<Contribution> Own(this KlyngeContext db, PersonId person, LocalDate today) =>
        db.Contributions.Where(one => one.PersonId == person
            && db.Members.Any(seat => (seat.PersonId == person || seat.Substitutes.Any(other => other.PersonId == person)) && seat.From <= today && (seat.To == null || seat.To >= today)));

    private static IEnumerable<ContributionAt> InOrder(this IEnumerable<ContributionAt> all) =>
        all.OrderBy(one => one.Meeting.Time.StartInstant).ThenBy(one => one.Item.Number).ThenBy(one => one.Contribution.AskedAt).ThenBy(one => one.Contribution.Heading, StringComparer.Ordinal);

    private static IQueryable<ContributionAt> At(this IQueryable<Contribution> contributions, KlyngeContext db) =>
        from contribution in contributions
        join item in db.AgendaItems on contribution.ItemId equals item.Id
        join meeting in db.Meetings on item.MeetingId equals meeting.Id
        join forum in db.Forums on contribution.ForumId equals forum.Id
        join board in db.Boards on forum.BoardId equals board.Id
        select new ContributionAt { Contribution = contribution, Item = item, Meeting = meeting, Forum = forum, Board = board.Name };
}

/// <summary>A contribution with what it is for.</summary>
internal sealed record ContributionAt
{
    internal required Contribution Contribution { get; init; }

    internal required AgendaItem Item { get; init; }

    internal required Meeting Meeting { get; init; }

    internal required Forum Forum { get; init; }

    internal required string Board { get; init; }

    /// <summary>An asking that was taken back is over, whatever the meeting is.</summary>
    internal ContributionState State => Contribution.WithdrawnAt is not null ? ContributionState.Withdrawn : ContributionStates.Of(Item, Meeting, Forum);
}

/// <summary>Whether a text can still be sent, and why not.</summary>
internal enum ContributionState
{
    Open = 1,
    Withdrawn,
    OffTheAgenda,
    ForumClosed,
    Cancelled,

    /// <summary>The agenda has been sent: from now on the secretariat changes it.</summary>
    AgendaOut,

    /// <summary>The meeting has begun, or was held, without its agenda having been sent.</summary>
    Begun,
}

internal static class ContributionStates
{
    internal static ContributionState Of(AgendaItem item, Meeting meeting, Forum forum) =>
        !item.IsOnAgenda ? ContributionState.OffTheAgenda
        : forum.IsClosed ? ContributionState.ForumClosed
        : meeting.Status == MeetingStatus.Cancelled ? ContributionState.Cancelled
        : meeting.AgendaSentAt is not null ? ContributionState.AgendaOut
        : meeting.Status != MeetingStatus.Planned ? ContributionState.Begun
        : ContributionState.Open;
}
