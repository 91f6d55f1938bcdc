namespace Klynge.Microsoft365.Simulated.People;

/// <summary>An account of the tenant.</summary>
/// <param name="Id">Entra object id.</param>
/// <param name="Name">The display name.</param>
/// <param name="Email">Also the user principal name.</param>
public sealed record StandInPerson(string Id, string Name, string Email);
