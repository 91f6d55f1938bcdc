using System.Collections.Concurrent;
using Klynge.Application.Data;
using Klynge.Teams.Connector;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Outbox;

/// <summary>
/// Tries each message once until what became of it is on record: while the database cannot be written, nobody gets the same message
/// every few seconds. A message that trips over a bug waits like one that the channel refused for now; it must not stop the others.
/// </summary>
internal sealed partial class OutboxAttempts(OutboxDelivery delivery, ILogger logger)
{
    private readonly ConcurrentDictionary<(long Id, int Revision), DeliveryResult> _unrecorded = new();

    internal async Task<DeliveryResult> DeliverAsync(OutboxMessage message, SendTurn turn, CancellationToken cancellationToken)
    {
        var key = (message.Id, message.Revision);
        if (_unrecorded.TryGetValue(key, out var earlier))
            return earlier;

        return _unrecorded[key] = await TryAsync(message, turn, cancellationToken);
    }

    internal void Recorded(OutboxMessage message) => _unrecorded.TryRemove((message.Id, message.Revision), out _);

    private async Task<DeliveryResult> TryAsync(OutboxMessage message, SendTurn turn, CancellationToken cancellationToken)
    {
        try
        {
            return await delivery.DeliverAsync(message, turn, cancellationToken);
        }
        catch (Exception exception) when (
            exception is not (OperationCanceledException or StorageUnavailableException) && !Outage.Is(exception))
        {
            // The text of an exception may quote what a person wrote; its type and the stack do not.
            LogFailed(logger, message.Id, exception.GetType().FullName, exception.StackTrace);
            return new DeliveryResult.Later(exception.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed to build outbox message {Id}: {ExceptionType} {Stack}")]
    private static partial void LogFailed(ILogger logger, long id, string? exceptionType, string? stack);
}

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
