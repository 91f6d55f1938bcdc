using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Messaging;

/// <summary>A chat or channel that the bot is in, with what it takes to write there unasked (a conversation reference).</summary>
public sealed class Conversation
{
    /// <summary>The channel's own id of the conversation, without the <c>;messageid=</c> of a thread.</summary>
    public required string Id { get; init; }

    public required ConversationKind Kind { get; init; }

    public required string ServiceUrl { get; set; }

    public required string ChannelId { get; set; }

    public string? TenantId { get; set; }

    /// <summary>The bot's own id in the channel: <c>28:…</c>.</summary>
    public required string BotId { get; set; }

    /// <summary>The forum whose chat this is, once the secretariat has said so.</summary>
    public ForumId? ForumId { get; set; }

    /// <summary>The person on the other side of a personal chat.</summary>
    public PersonId? PersonId { get; set; }

    /// <summary>Who reads along in a shared or private channel; null everywhere else.</summary>
    public ChannelReaders? Readers { get; set; }

    public required Instant SeenAt { get; set; }

    /// <summary>The bot was taken out, or the person blocked it: nothing is sent there.</summary>
    public bool IsGone { get; set; }
}

public enum ConversationKind
{
    Personal = 1,

    /// <summary>A group chat, the chat of a meeting among them.</summary>
    Group = 2,

    Channel = 3,
}
