using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klynge.Teams.Activities;

/// <summary>What Teams alone adds to an activity.</summary>
public sealed record TeamsChannelData
{
    public TenantInfo? Tenant { get; init; }

    public TeamInfo? Team { get; init; }

    public ChannelInfo? Channel { get; init; }

    public MeetingInfo? Meeting { get; init; }

    /// <summary>Of a conversationUpdate: <c>teamMemberAdded</c>, <c>channelCreated</c>, <c>teamRenamed</c>, …</summary>
    public string? EventType { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
