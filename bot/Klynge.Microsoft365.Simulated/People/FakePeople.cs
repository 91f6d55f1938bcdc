using System.Collections.Concurrent;

namespace Klynge.Microsoft365.Simulated.People;

/// <summary>The accounts of the tenant. Whoever is not among them has no mailbox here.</summary>
public sealed class FakePeople
{
    private readonly ConcurrentDictionary<string, FakePerson> _byId = new(StringComparer.OrdinalIgnoreCase);

    public void Add(FakePerson person) => _byId[person.Id] = person;

    /// <summary>By object id or user principal name, as Graph takes either in a path.</summary>
    public FakePerson? Find(string idOrEmail) =>
        _byId.GetValueOrDefault(idOrEmail)
        ?? _byId.Values.FirstOrDefault(person => string.Equals(person.Email, idOrEmail, StringComparison.OrdinalIgnoreCase));
}

/// <summary>An account of the tenant.</summary>
/// <param name="Id">Entra object id.</param>
/// <param name="Name">The display name.</param>
/// <param name="Email">Also the user principal name.</param>
public sealed record FakePerson(string Id, string Name, string Email);
