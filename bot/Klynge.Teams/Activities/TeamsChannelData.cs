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

/// <summary>A channel of a team. The general channel has no name on the wire.</summary>
public sealed record ChannelInfo
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary><c>standard</c>, <c>private</c> or <c>shared</c>; absent where Teams does not say.</summary>
    public string? Type { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record TeamInfo
{
    /// <summary>The team's own thread id (<c>19:…</c>), not its group in Entra.</summary>
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary>The Microsoft 365 group behind the team: the id that Graph wants.</summary>
    public string? AadGroupId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record TenantInfo
{
    public string? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}

public sealed record MeetingInfo
{
    /// <summary>The id that the meeting calls of the connector want; the <c>Id</c> in an event's value is another one.</summary>
    public string? Id { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }
}
