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

public sealed record CreateConversationResponse(string? Id, string? ActivityId, string? ServiceUrl);

/// <summary>The channel's answer to a message.</summary>
/// <param name="Id">The message's id, for an update or a deletion; some channels give none.</param>
public sealed record ResourceResponse(string? Id);

/// <summary>A page of members. No token, or an empty one: it is the last page.</summary>
public sealed record MembersPage(string? ContinuationToken, IReadOnlyList<ChannelAccount>? Members);

public sealed record MeetingDetails
{
    public MeetingFacts? Details { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public ChannelAccount? Organizer { get; init; }
}

public sealed record MeetingFacts
{
    public string? Id { get; init; }

    /// <summary>The id of the online meeting in Graph.</summary>
    public string? MsGraphResourceId { get; init; }

    public DateTimeOffset? ScheduledStartTime { get; init; }

    public DateTimeOffset? ScheduledEndTime { get; init; }

    public string? JoinUrl { get; init; }

    public string? Title { get; init; }

    public string? Type { get; init; }
}
