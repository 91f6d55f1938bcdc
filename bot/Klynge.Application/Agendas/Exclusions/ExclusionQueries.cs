using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Exclusions;

internal static class ExclusionQueries
{
    /// <summary>Whether the document is an attachment of an item that the person is kept out of, and closed itself or with its item.</summary>
    internal static async Task<bool> IsExcludedFromAsync(this KlyngeContext db, PersonId person, string path) =>
        (await db.ItemExclusions.Where(one => one.PersonId == person && db.ItemFiles.Any(file => file.Path == path && file.ItemId == one.ItemId))
            .Join(db.AgendaItems, one => one.ItemId, item => item.Id, (_, item) => item.Content).ToListAsync()).Exists(content => content.IsClosed || content.Attachments.SelectMany(one => one.Versions()).Any(one => one.IsClosed && one.Path == path));

    /// <summary>Those who are kept out of an item; nobody while it is open.</summary>
    internal static async Task<IReadOnlyList<Person>> ExcludedFromAsync(this KlyngeContext db, AgendaItemId item, CancellationToken cancellationToken = default) =>
        [.. (await db.ItemExclusions.AsNoTracking().Where(one => one.ItemId == item)
            .Join(db.AgendaItems, one => one.ItemId, on => on.Id, (one, on) => new { one.PersonId, on.Content })
            .Join(db.People, row => row.PersonId, person => person.Id, (row, person) => new { row.Content, Person = person })
            .OrderBy(row => row.Person.Name)
            .ToListAsync(cancellationToken)).Where(row => row.Content.IsClosed).Select(row => row.Person)];

    /// <summary>A case about the item goes to everybody who has a vote, so nobody makes one of it while some of them are kept out.</summary>
    internal static async Task<ExcludedInWriting?> CheckNobodyExcludedAsync(this KlyngeContext db, AgendaItemId item, CancellationToken cancellationToken = default) =>
        (await db.ExcludedFromAsync(item, cancellationToken)) is { Count: > 0 } excluded ? new ExcludedInWriting(DanishFormat.List(excluded.Select(one => one.Name))) : null;

    /// <summary>Of the items that are named, those that the person is kept out of.</summary>
    internal static async Task<IReadOnlySet<AgendaItemId>> ExcludedItemsAsync(
        this KlyngeContext db, PersonId person, IReadOnlyCollection<AgendaItemId> items, CancellationToken cancellationToken) =>
        items.Count == 0 ? new HashSet<AgendaItemId>()
        : await db.ItemExclusions.Where(one => one.PersonId == person && items.Contains(one.ItemId)).Select(one => one.ItemId).ToHashSetAsync(cancellationToken);
}
