using Klynge.Application.Data;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Forums.People;

/// <summary>One kind of list that forms choose people from. Registered as a singleton of this interface.</summary>
public interface IPeopleList
{
    /// <summary>The <see cref="PeopleSource.Kind"/> that it reads.</summary>
    string Kind { get; }

    /// <returns>Null for somebody who may not fill in such a form, and where there is no such record in the forum: the two are answered alike.</returns>
    Task<IReadOnlyList<PersonChoice>?> ListAsync(
        KlyngeContext db, ForumAccess reader, PeopleSource source, LocalDate today, CancellationToken cancellationToken);
}
