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

    private const int MaxIdleThreads = 1_000;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);
    private static readonly (int Count, TimeSpan Window)[] Limits =
        [(7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1800, Longest)];

    private readonly ConcurrentDictionary<string, List<DateTimeOffset>> _threads = new(StringComparer.Ordinal);

    /// <exception cref="ConnectorException"><see cref="ConnectorFailure.Throttled"/>: longer than <see cref="MaxWait"/>.</exception>
    public Task WaitAsync(string thread, CancellationToken cancellationToken)
    {
        if (_threads.Count > MaxIdleThreads)
            DropIdle();

        var now = time.GetUtcNow();
        var sent = _threads.GetOrAdd(thread, _ => []);
        TimeSpan wait;
        lock (sent)
        {
            sent.RemoveRange(0, sent.TakeWhile(at => at <= now - Longest).Count());
            var at = Earliest(sent, now);
            wait = at - now;
            if (wait > MaxWait)
                throw TooMany(wait);
            sent.Add(at);
        }

        return wait <= TimeSpan.Zero ? Task.CompletedTask : Task.Delay(wait, time, cancellationToken);
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

    private void DropIdle()
    {
        var horizon = time.GetUtcNow() - Longest;
        foreach (var (thread, sent) in _threads)
        {
            lock (sent)
            {
                if (sent.Count == 0 || sent[^1] <= horizon)
                    _threads.TryRemove(thread, out _);
            }
        }
    }
}
