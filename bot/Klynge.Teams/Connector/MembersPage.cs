using Klynge.Teams.Activities;

namespace Klynge.Teams.Connector;

/// <summary>A page of members. No token, or an empty one: it is the last page.</summary>
public sealed record MembersPage(string? ContinuationToken, IReadOnlyList<ChannelAccount>? Members);
