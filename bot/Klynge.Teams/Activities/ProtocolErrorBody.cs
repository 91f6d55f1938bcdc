namespace Klynge.Teams.Activities;

public sealed record ProtocolErrorBody(string? Code, string? Message);
