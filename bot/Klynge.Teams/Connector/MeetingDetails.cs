using Klynge.Teams.Activities;

namespace Klynge.Teams.Connector;

public sealed record MeetingDetails
{
    public MeetingFacts? Details { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public ChannelAccount? Organizer { get; init; }
}
