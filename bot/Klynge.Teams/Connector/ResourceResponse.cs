namespace Klynge.Teams.Connector;

/// <summary>The channel's answer to a message.</summary>
/// <param name="Id">The message's id, for an update or a deletion; some channels give none.</param>
public sealed record ResourceResponse(string? Id);
