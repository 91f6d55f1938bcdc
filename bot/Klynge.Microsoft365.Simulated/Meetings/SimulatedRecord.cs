namespace Klynge.Microsoft365.Simulated.Meetings;

/// <summary>One device in an attendance report.</summary>
/// <param name="Id">Object id; null for a phone or somebody who is not signed in.</param>
/// <param name="Name">The name or the telephone number.</param>
/// <param name="Email">Empty where there is none.</param>
/// <param name="Intervals">When it was in the meeting; none for the lobby only.</param>
/// <param name="IdentityType">Graph's type of identity, such as <c>#microsoft.graph.communicationsUserIdentity</c>; null where it says none.</param>
public sealed record SimulatedRecord(
    string? Id, string Name, string? Email, IReadOnlyList<(DateTimeOffset Join, DateTimeOffset? Leave)> Intervals, string? IdentityType = null);
