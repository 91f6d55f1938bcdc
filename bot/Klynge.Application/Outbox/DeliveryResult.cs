using NodaTime;

namespace Klynge.Application.Outbox;

/// <summary>What became of one try to send a message.</summary>
internal abstract record DeliveryResult
{
    private DeliveryResult()
    {
    }

    internal static DeliveryResult Done { get; } = new Delivered();

    /// <param name="ActivityId">Where a shared card stands from now on; null for everything else and where it stood already.</param>
    /// <param name="ConversationId">The chat that it stands in; null for that of the message.</param>
    internal sealed record Delivered(string? ActivityId = null, string? ConversationId = null) : DeliveryResult;

    /// <summary>Worth another try, though not before the channel wants it.</summary>
    internal sealed record Later(string Code, Duration AtLeast = default) : DeliveryResult;

    /// <summary>Will never arrive: the person blocked the bot or has no account here, or the chat is gone.</summary>
    internal sealed record Never(string Code) : DeliveryResult;
}
