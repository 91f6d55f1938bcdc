using NodaTime;

namespace Klynge.Application.Messaging;

/// <summary>Where a shared card stands in a conversation, so that it can be updated in place.</summary>
public sealed class SharedCard
{
    /// <summary>The text of a <see cref="CardKey"/>.</summary>
    public required string Key { get; init; }

    public required string ConversationId { get; init; }

    /// <summary>The channel's id of the activity that carries the card.</summary>
    public required string ActivityId { get; set; }

    public required Instant PostedAt { get; set; }
}
