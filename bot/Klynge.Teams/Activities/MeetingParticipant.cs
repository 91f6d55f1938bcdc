namespace Klynge.Teams.Activities;

/// <summary>Somebody in a meeting at this moment. Roles change while it runs: ask again rather than keep it.</summary>
public sealed record MeetingParticipant
{
    public ChannelAccount? User { get; init; }

    public MeetingParticipation? Meeting { get; init; }

    public ConversationAccount? Conversation { get; init; }
}
