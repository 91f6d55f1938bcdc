using System.Text.Json;
using System.Text.Json.Serialization;

namespace Klynge.Teams.Activities;

/// <summary>A chat, or a thread in a channel (then the id ends with <c>;messageid=…</c>).</summary>
public sealed record ConversationAccount
{
    public const string Personal = "personal";
    public const string GroupChat = "groupChat";
    public const string Channel = "channel";

    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary><see cref="Personal"/>, <see cref="GroupChat"/> (also a meeting's chat) or <see cref="Channel"/>.</summary>
    public string? ConversationType { get; init; }

    public bool? IsGroup { get; init; }

    public string? TenantId { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; }

    /// <summary>One person and the bot alone. A conversation that does not say is taken for a group: the careful reading.</summary>
    [JsonIgnore]
    public bool IsPersonal => string.Equals(ConversationType, Personal, StringComparison.OrdinalIgnoreCase);
}

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
