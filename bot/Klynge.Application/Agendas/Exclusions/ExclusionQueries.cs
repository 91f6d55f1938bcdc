using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Exclusions;

internal static class ExclusionQueries
{
    /// <summary>Whether the document is the attachment of a closed item that the person is kept out of.</summary>
    internal static Task<bool> IsExcludedFromAsync(this KlyngeContext db, PersonId person, string path) =>
        db.ItemFiles.AnyAsync(file => file.Path == path && db.ItemExclusions.Any(one => one.ItemId == file.ItemId && one.PersonId == person));

    /// <summary>Those who are kept out of an item, by name.</summary>
    internal static Task<List<string>> ExcludedNamesAsync(this KlyngeContext db, AgendaItemId item, CancellationToken cancellationToken = default) =>
        db.People.Where(person => db.ItemExclusions.Any(one => one.ItemId == item && one.PersonId == person.Id))
            .OrderBy(person => person.Name).Select(person => person.Name).ToListAsync(cancellationToken);

    /// <summary>Of the items that are named, those that the person is kept out of.</summary>
    internal static async Task<IReadOnlySet<AgendaItemId>> ExcludedItemsAsync(
        this KlyngeContext db, PersonId person, IReadOnlyCollection<AgendaItemId> items, CancellationToken cancellationToken) =>
        items.Count == 0 ? new HashSet<AgendaItemId>()
        : await db.ItemExclusions.Where(one => one.PersonId == person && items.Contains(one.ItemId)).Select(one => one.ItemId).ToHashSetAsync(cancellationToken);
}
