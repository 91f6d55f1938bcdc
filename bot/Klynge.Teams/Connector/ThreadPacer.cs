using System.Collections.Concurrent;

namespace Klynge.Teams.Connector;

/// <summary>
/// Keeps each conversation under the channel's limits: 7 messages in 1 s, 8 in 2 s, 60 in 30 s, 1800 in an hour. A message
/// that is early waits for its turn, in order; one that would wait too long is refused before it is sent.
/// </summary>
internal sealed class ThreadPacer(TimeProvider time)
{
    /// <summary>Longer than a caller is ready to wait: whoever queues messages does better to come back.</summary>
    internal static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);

    internal const int MaxIdleThreads = 1_000;

    /// <summary>With fewer messages than this in the hour, and none of late, a conversation is far from every limit and is forgotten.</summary>
    private const int Few = 60;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MaxWindow = TimeSpan.FromHours(1);
    private static readonly (int Count, TimeSpan Window)[] Limits =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, MaxWindow)];

    private readonly ConcurrentDictionary<string, List<DateTimeOffset>> _threads = new(StringComparer.Ordinal);
    private long _sweptAt = time.GetTimestamp();

    internal int Count => _threads.Count;

    /// <exception cref="ConnectorException"><see cref="ConnectorFailure.Throttled"/>: longer than <see cref="MaxWait"/>.</exception>
    public Task WaitAsync(string thread, CancellationToken cancellationToken)
    {
        DropIdleNowAndThen();
        var now = time.GetUtcNow();
        TimeSpan wait;
        while (!TryTakePlace(thread, now, out wait))
        {
        }

        if (wait > MaxWait)
            throw TooMany(wait);
        return wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait, time, cancellationToken);
    }

    /// <returns>False when the conversation was forgotten that very moment.</returns>
    private bool TryTakePlace(string thread, DateTimeOffset now, out TimeSpan wait)
    {
        var sent = _threads.GetOrAdd(thread, _ => []);
        lock (sent)
        {
            wait = default;
            if (!_threads.TryGetValue(thread, out var current) || !ReferenceEquals(sent, current))
                return false;

            sent.RemoveRange(0, sent.TakeWhile(at => at <= now - MaxWindow).Count());
            var at = Earliest(sent, now);
            wait = at - now;
            if (wait <= MaxWait)
                sent.Add(at);
            return true;
        }
    }

    private static DateTimeOffset Earliest(List<DateTimeOffset> sent, DateTimeOffset now)
    {
        var at = sent.Count > 0 && sent[^1] > now ? sent[^1] : now;
        foreach (var (count, window) in Limits)
        {
            if (sent.Count >= count && sent[^count] + window > at)
                at = sent[^count] + window;
        }

        return at;
    }

    private static ConnectorException TooMany(TimeSpan wait) =>
        new(ConnectorFailure.Throttled, null, null, "The conversation's own limit of messages is reached.") { RetryAfter = wait };

    /// <summary>Now and then: looking through all of them at every message is what a flood of conversations would like.</summary>
    private void DropIdleNowAndThen()
    {
        var swept = Interlocked.Read(ref _sweptAt);
        if (_threads.Count <= MaxIdleThreads || time.GetElapsedTime(swept) < Quiet
            || Interlocked.CompareExchange(ref _sweptAt, time.GetTimestamp(), swept) != swept)
        {
            return;
        }

        var now = time.GetUtcNow();
        foreach (var (thread, sent) in _threads)
        {
            lock (sent)
            {
                if (sent.Count == 0 || sent[^1] <= now - MaxWindow || (sent.Count < Few && sent[^1] <= now - Quiet))
                    _threads.TryRemove(thread, out _);
            }
        }
    }
}
