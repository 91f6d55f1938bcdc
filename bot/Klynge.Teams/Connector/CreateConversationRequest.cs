using Klynge.Teams.Activities;

namespace Klynge.Teams.Connector;

/// <summary>The body of <c>POST /v3/conversations</c>: a personal chat with exactly one member, or a thread in a channel.</summary>
public sealed record CreateConversationRequest
{
    public required bool IsGroup { get; init; }

    public ChannelAccount? Bot { get; init; }

    public IReadOnlyList<ChannelAccount>? Members { get; init; }

    public Activity? Activity { get; init; }

    public TeamsChannelData? ChannelData { get; init; }

    public string? TenantId { get; init; }
}
