using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Search;

/// <summary>A forum that a person may search, and whether its closed items too.</summary>
internal sealed record SearchScope(ForumId ForumId, bool WithClosed)
{
    /// <param name="db">A context to read with.</param>
    /// <param name="person">Who searches.</param>
    /// <param name="only">The forum whose chat it is, when others read along.</param>
    /// <param name="today">Danish date.</param>
    internal static async Task<IReadOnlyList<SearchScope>> OfAsync(KlyngeContext db, PersonId person, ForumId? only, LocalDate today)
    {
        var forums = await db.Members.AsNoTracking()
            .Where(seat => (seat.PersonId == person || seat.SubstituteId == person) && (only == null || seat.ForumId == only))
            .Select(seat => seat.ForumId)
            .Distinct()
            .ToListAsync();
        var scopes = new List<SearchScope>();
        foreach (var forum in forums)
        {
            if ((await db.EnterAsync(new Caller(person), forum, Permission.ReadMinutes, today)).TryGet(out var visit, out _))
                scopes.Add(new SearchScope(forum, only is null && visit.Access.May(Permission.ReadClosedItems)));
        }

        return scopes;
    }
}
