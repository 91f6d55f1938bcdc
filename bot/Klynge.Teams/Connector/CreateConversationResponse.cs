namespace Klynge.Teams.Connector;

public sealed record CreateConversationResponse(string? Id, string? ActivityId, string? ServiceUrl);
