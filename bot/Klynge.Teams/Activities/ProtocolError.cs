namespace Klynge.Teams.Activities;

/// <summary>An error as the Activity Protocol spells it, in both directions: <c>{"error":{"code","message"}}</c>.</summary>
public sealed record ProtocolError(ProtocolErrorBody? Error);
