using System.Text.Json.Serialization;

namespace Klynge.Teams.Activities;

/// <summary>The value of a meetingStart or meetingEnd event. Unlike all else in the protocol its names are PascalCase.</summary>
public sealed record MeetingEventValue
{
    /// <summary>Not the id for the meeting calls: that is <see cref="MeetingInfo.Id"/> of the channel data.</summary>
    [JsonPropertyName("Id")]
    public string? Id { get; init; }

    [JsonPropertyName("MeetingType")]
    public string? MeetingType { get; init; }

    [JsonPropertyName("JoinUrl")]
    public string? JoinUrl { get; init; }

    [JsonPropertyName("Title")]
    public string? Title { get; init; }

    [JsonPropertyName("StartTime")]
    public DateTimeOffset? StartTime { get; init; }

    [JsonPropertyName("EndTime")]
    public DateTimeOffset? EndTime { get; init; }
}

/// <summary>The value of a meetingParticipantJoin or meetingParticipantLeave event.</summary>
public sealed record MeetingParticipantsEventValue
{
    public IReadOnlyList<MeetingParticipant>? Members { get; init; }
}

/// <summary>Somebody in a meeting at this moment. Roles change while it runs: ask again rather than keep it.</summary>
public sealed record MeetingParticipant
{
    public ChannelAccount? User { get; init; }

    public MeetingParticipation? Meeting { get; init; }

    public ConversationAccount? Conversation { get; init; }
}

public sealed record MeetingParticipation
{
    /// <summary><c>Organizer</c>, <c>Presenter</c> or <c>Attendee</c>.</summary>
    public string? Role { get; init; }

    public bool? InMeeting { get; init; }
}
