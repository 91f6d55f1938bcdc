using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Audit;

/// <summary>What people and forums are called today, to make an export readable.</summary>
internal sealed class AuditNames(Dictionary<PersonId, string> people, Dictionary<ForumId, string> forums)
{
    internal static async Task<AuditNames> ReadAsync(KlyngeContext db, CancellationToken cancellationToken) => new(
        await db.People.AsNoTracking().ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken),
        await db.Forums.AsNoTracking().ToDictionaryAsync(forum => forum.Id, forum => forum.Name, cancellationToken));

    internal string? Of(PersonId? person) => person is { } id ? people.GetValueOrDefault(id) : null;

    internal string? Of(ForumId? forum) => forum is { } id ? forums.GetValueOrDefault(id) : null;
}
