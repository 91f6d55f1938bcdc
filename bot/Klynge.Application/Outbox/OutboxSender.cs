using System.Threading.Channels;
using Klynge.Application.Data;
using Klynge.Teams.Connector;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Outbox;

/// <summary>
/// Sends what the use cases left in the outbox: woken by every commit of this process and, on PostgreSQL, of the others, and every few
/// seconds for what had to wait. Messages of one lane (a conversation or a person) go out in order; a lane whose first message waits
/// for another try holds the rest back.
/// </summary>
/// <remarks>
/// The channel takes no key by which it would know a message again. So a process has one new message under way at a time, the first
/// post of a shared card among them: killed at the worst moment, it repeats that one. Updates of a card that stands already can be
/// repeated unseen, and go out beside each other; so does everything that comes before the sending itself.
/// </remarks>
public sealed partial class OutboxSender(
    IDbContextFactory<KlyngeContext> contexts, OutboxDelivery delivery, OutboxStore store, Writer writer,
    IClock clock, TimeProvider time, ILogger<OutboxSender> logger)
    : BackgroundService
{
    /// <summary>So many wait for their turn that the last one's comes long before the channel's 45 seconds for a call are over.</summary>
    private const int MaxLanesAtOnce = 16;

    /// <summary>A long lane does not keep the others waiting.</summary>
    private const int MaxOfALane = 20;

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(5);

    /// <summary>Holds one signal at the most: any number of commits wake the sender once.</summary>
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly OutboxAttempts _attempts = new(delivery, logger);
    private readonly OutboxListener _listener = new(contexts, time, logger);
    private readonly OutboxClaims _claims = new(contexts, writer, clock);
    private readonly SemaphoreSlim _draining = new(1, 1);
    private readonly SemaphoreSlim _newMessage = new(1, 1);

    /// <summary>Sends what is due now: of each lane the first few. One at a time: a second call waits for the first.</summary>
    /// <returns>How many messages were tried; 0 when nothing is left to do now.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        var tried = 0;
        await _draining.WaitAsync(cancellationToken);
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = MaxLanesAtOnce, CancellationToken = cancellationToken };
            await Parallel.ForEachAsync(
                await _claims.ClaimAsync(cancellationToken), options, async (head, token) => Interlocked.Add(ref tried, await SendLaneAsync(head, token)));
        }
        finally
        {
            _draining.Release();
        }

        return tried;
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await _claims.ReleaseAsync();
        }
        catch (StorageUnavailableException exception)
        {
            LogStorageAway(exception);
        }
    }

    public override void Dispose()
    {
        _draining.Dispose();
        _newMessage.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        writer.MessagesWaiting += OnMessagesWaiting;
        var listening = _listener.ListenAsync(Wake, stoppingToken);
        await using var timer = time.CreateTimer(_ => Wake(), null, TimeSpan.Zero, LookAgainAfter);
        try
        {
            await foreach (var _ in _wake.Reader.ReadAllAsync(stoppingToken))
                await TryDrainAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
        finally
        {
            writer.MessagesWaiting -= OnMessagesWaiting;
            await listening;
        }
    }

    /// <summary>Neither a database that is away for a moment nor a bug ends the sender, and the host with it: it looks again.</summary>
    private async Task TryDrainAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await DrainAsync(cancellationToken) > 0)
            {
            }
        }
        catch (Exception exception) when (exception is StorageUnavailableException || Outage.Is(exception))
        {
            LogStorageAway(exception);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // Its text may quote what people wrote; its type and place do not.
            LogBug(exception.GetType().FullName, exception.StackTrace);
        }
    }

    private void OnMessagesWaiting(object? sender, EventArgs args) => Wake();

    private void Wake() => _wake.Writer.TryWrite(true);

    /// <returns>How many of the lane were tried.</returns>
    private async Task<int> SendLaneAsync(OutboxMessage head, CancellationToken cancellationToken)
    {
        var tried = 0;
        for (var message = head; message is not null && tried < MaxOfALane && _claims.IsStillOurs(message); tried++)
            message = await SendAsync(message, cancellationToken);

        return tried;
    }

    /// <returns>What comes next in the lane; null when it has to wait.</returns>
    private async Task<OutboxMessage?> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var turn = new SendTurn(_newMessage, message.Key);
        var result = await _attempts.DeliverAsync(message, turn, cancellationToken);
        var next = await RecordAsync(message, result, cancellationToken);
        _attempts.Recorded(message);
        return next;
    }

    private async Task<OutboxMessage?> RecordAsync(OutboxMessage message, DeliveryResult result, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case DeliveryResult.Delivered delivered:
                return await store.SentAsync(message, delivered, _claims, cancellationToken);
            case DeliveryResult.Later later:
                LogLater(message.Id, later.Code);
                await store.PostponeAsync(message, later, _claims, cancellationToken);
                return null;
            case DeliveryResult.Never never:
                LogGivenUp(message.Id, never.Code);
                await store.GiveUpAsync(message, never.Code, cancellationToken);
                return await store.NextAsync(message, _claims, cancellationToken);
            default:
                throw new InvalidOperationException("No such result.");
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Stopped the outbox sender")]
    private partial void LogStopped();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to read or write the outbox; retrying soon")]
    private partial void LogStorageAway(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Retrying outbox message {Id} later: {Code}")]
    private partial void LogLater(long id, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Dropped outbox message {Id}: {Code}")]
    private partial void LogGivenUp(long id, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "Failed to send what waits; retrying soon: {ExceptionType} {Stack}")]
    private partial void LogBug(string? exceptionType, string? stack);
}
