using System.Threading.Channels;
using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Outbox;

/// <summary>
/// Sends what the use cases left in the outbox: woken by every commit, and every few seconds for what had to wait. Messages of one
/// lane (a conversation or a person) go out in order; a lane whose first message waits for another try holds the rest back.
/// </summary>
public sealed partial class OutboxSender(
    IDbContextFactory<KlyngeContext> contexts, OutboxDelivery delivery, OutboxLedger ledger, Writer writer,
    IClock clock, TimeProvider time, ILogger<OutboxSender> logger)
    : BackgroundService
{
    private const int MostAtOnce = 500;
    private const int MostLanes = 8;

    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(5);

    /// <summary>Holds one signal at the most: any number of commits wake the sender once.</summary>
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly OutboxAttempts _attempts = new(delivery, logger);

    /// <summary>Sends everything that is due now.</summary>
    /// <returns>How many messages were tried.</returns>
    public async Task<int> DrainAsync(CancellationToken cancellationToken)
    {
        var tried = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = MostLanes, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(await DueLanesAsync(cancellationToken), options, async (lane, token) =>
        {
            foreach (var message in lane)
            {
                Interlocked.Increment(ref tried);
                if (!await SendAsync(message, token))
                {
                    break;
                }
            }
        });
        return tried;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        writer.MessagesWaiting += OnMessagesWaiting;
        await using var timer = time.CreateTimer(_ => _wake.Writer.TryWrite(true), null, TimeSpan.Zero, LookAgainAfter);
        try
        {
            await foreach (var _ in _wake.Reader.ReadAllAsync(stoppingToken))
            {
                await TryDrainAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogStopped();
        }
        finally
        {
            writer.MessagesWaiting -= OnMessagesWaiting;
        }
    }

    /// <summary>A database that is away for a moment must not end the sender; it looks again.</summary>
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
    }

    private void OnMessagesWaiting(object? sender, EventArgs args) => _wake.Writer.TryWrite(true);

    private async Task<List<List<OutboxMessage>>> DueLanesAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var waiting = await db.Outbox.AsNoTracking()
            .Where(message => message.SentAt == null && message.GivenUpAt == null)
            .OrderBy(message => message.Id)
            .Take(MostAtOnce)
            .ToListAsync(cancellationToken);
        return [.. waiting
            .GroupBy(message => message.ConversationId ?? $"person/{message.PersonId?.Value}", StringComparer.Ordinal)
            .Where(lane => lane.First().DueAt <= now)
            .Select(lane => lane.ToList())];
    }

    /// <returns>Whether the lane may go on.</returns>
    private async Task<bool> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var result = await _attempts.DeliverAsync(message, cancellationToken);
        var mayGoOn = await RecordAsync(message, result, cancellationToken);
        _attempts.Recorded(message);
        return mayGoOn;
    }

    private async Task<bool> RecordAsync(OutboxMessage message, DeliveryResult result, CancellationToken cancellationToken)
    {
        switch (result)
        {
            case DeliveryResult.Delivered:
                await ledger.SentAsync(message, cancellationToken);
                return true;
            case DeliveryResult.Later later:
                LogLater(message.Id, later.Code);
                return await ledger.PostponeAsync(message, later.Code, cancellationToken);
            case DeliveryResult.Never never:
                LogGivenUp(message.Id, never.Code);
                await ledger.GiveUpAsync(message, never.Code, cancellationToken);
                return true;
            default:
                throw new InvalidOperationException("No such result.");
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "The outbox sender has stopped")]
    private partial void LogStopped();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The outbox cannot be read or written; looking again soon")]
    private partial void LogStorageAway(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Outbox message {Id} waits for another try: {Code}")]
    private partial void LogLater(long id, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox message {Id} is given up: {Code}")]
    private partial void LogGivenUp(long id, string code);
}
