using Klynge.Application.Agendas.Attachments;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Exclusions;

/// <param name="People">All who are kept out from now on; whoever else reads the closed items of the meeting is let in again.</param>
public sealed record ExcludeFromItemRequest(ForumId ForumId, MeetingId Meeting, AgendaItemId Item, IReadOnlyCollection<PersonId> People);

/// <summary>
/// Keeps single readers of closed items out of one closed item: title, text, bilag, decision, votes and deadlines of it. It holds for the whole
/// matter, at earlier and later meetings as well.
/// </summary>
public sealed class ExcludeFromItem(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    /// <returns>The names of those who are kept out.</returns>
    public Task<Result<Excluded>> HandleAsync(Caller caller, ExcludeFromItemRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync<Excluded>(new WriteIntent(nameof(ExcludeFromItem), caller, request.ForumId, SubjectId: request.Item.Value), async scope =>
        {
            var found = await scope.ItemAsync(request.ForumId, request.Item, Needs, request.Meeting);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (!at.Item.Content.IsClosed)
                return new OnlyClosedItemsExclude();

            var readers = await scope.Db.ReadersOfClosedAsync(at.Forum.Id, at.Meeting);
            if (request.People.Any(person => !readers.Exists(one => one.Person.Id == person)))
                return new ExcludedUnknown();

            var excluded = readers.FindAll(one => request.People.Contains(one.Person.Id));
            if (excluded.Where(one => one.Access.May(Needs)).Select(one => one.Person).FirstOrDefault() is { } secretary)
                return new SecretariatCannotBeExcluded(secretary.Name);

            var matter = await LeavingFiles.MatterAsync(scope.Db, at.Item.Id);
            if (excluded.Count > 0 && await scope.CheckMayExcludeAsync(at, matter, excluded, left: readers.FindAll(one => !excluded.Contains(one))) is { } refusal)
                return refusal;

            foreach (var item in matter)
                await SetAsync(scope, item, [.. excluded.Select(one => one.Person.Id)], [.. readers.Select(one => one.Person.Id)]);

            return new Excluded([.. excluded.Select(one => one.Person.Name)]);
        }, cancellationToken);
    }

    /// <param name="readers">Of whom it was said: somebody who reads at another meeting of the matter alone is neither let in nor kept out.</param>
    private static async Task SetAsync(WriteScope scope, AgendaItem item, HashSet<PersonId> people, HashSet<PersonId> readers)
    {
        var standing = await scope.Db.ItemExclusions.Where(one => one.ItemId == item.Id).ToListAsync();
        scope.Db.ItemExclusions.RemoveRange(standing.Where(one => readers.Contains(one.PersonId) && !people.Contains(one.PersonId)));
        foreach (var person in people.Where(person => standing.TrueForAll(one => one.PersonId != person)))
            scope.Db.ItemExclusions.Add(new ItemExclusion { ForumId = item.ForumId, ItemId = item.Id, PersonId = person });

        await scope.RefreshAsync(AgendaCards.Key(item.MeetingId));
    }
}

public sealed record Excluded(IReadOnlyList<string> Names);

internal static class ExclusionScope
{
    /// <summary>Everybody who may read the closed items of a meeting, in the forum's order: those who sit there, and those who may come in their place.</summary>
    internal static async Task<List<(Person Person, ForumAccess Access)>> ReadersOfClosedAsync(
        this KlyngeContext db, ForumId forum, Meeting meeting, CancellationToken cancellationToken = default)
    {
        var seats = await db.ActiveSeats(forum, meeting.Date).AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. seats.SelectMany(seat => seat.SubstitutePeople.Prepend(seat.Person)).DistinctBy(person => person.Id)
                .Select(person => (Person: person, Access: seats.AccessOf(person.Id, forum, meeting.Date)))
                .Where(one => one.Access.May(Permission.ReadClosedItems)),
        ];
    }

    /// <summary>An item that is taken up again is kept from the same people.</summary>
    internal static async Task CopyExclusionsAsync(this WriteScope scope, AgendaItem from, AgendaItem to)
    {
        foreach (var one in await scope.Db.ItemExclusions.AsNoTracking().Where(one => one.ItemId == from.Id).ToListAsync())
            scope.Db.ItemExclusions.Add(new ItemExclusion { ForumId = to.ForumId, ItemId = to.Id, PersonId = one.PersonId });
    }
}
