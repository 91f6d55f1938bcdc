namespace Klynge.Teams.Activities;

/// <summary>
/// Where to reach a conversation later, without a turn: what a host stores when the bot is installed. It serialises with
/// <see cref="ActivityJson"/>. A stored reference is as trustworthy as the authenticated activity that it was taken from.
/// </summary>
public sealed record ConversationReference
{
    /// <summary>The activity that the reference was taken from, for an answer in its thread.</summary>
    public string? ActivityId { get; init; }

    public required string ServiceUrl { get; init; }

    public required string ChannelId { get; init; }

    public required ConversationAccount Conversation { get; init; }

    public ChannelAccount? Bot { get; init; }

    /// <summary>Who spoke; in a group merely the one who happened to speak.</summary>
    public ChannelAccount? User { get; init; }

    public string? Locale { get; init; }

    /// <exception cref="ArgumentException">The activity names no service URL, channel or conversation.</exception>
    public static ConversationReference From(Activity activity) => new()
    {
        ActivityId = activity.Id,
        ServiceUrl = activity.ServiceUrl ?? throw new ArgumentException("The activity has no serviceUrl.", nameof(activity)),
        ChannelId = activity.ChannelId ?? throw new ArgumentException("The activity has no channelId.", nameof(activity)),
        Conversation = activity.Conversation ?? throw new ArgumentException("The activity has no conversation.", nameof(activity)),
        Bot = activity.Recipient,
        User = activity.From,
        Locale = activity.Locale,
    };
}
