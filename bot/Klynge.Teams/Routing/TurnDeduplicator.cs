using Klynge.Teams.Activities;

namespace Klynge.Teams.Routing;

/// <summary>
/// The channel delivers at least once. A second delivery waits for the first one's answer and gets the same; an attempt that
/// failed is forgotten, so that the channel's retry runs. Bounded in age, number and bytes, oldest out first. It only spares
/// work within this process: lasting idempotence is the handlers' own.
/// </summary>
internal sealed class TurnDeduplicator(TimeProvider time)
{
    internal const int MaxTurns = 16_384;
    internal const int MaxBytes = 16 * 1024 * 1024;
    internal static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<TurnKey, Entry> _entries = [];
    private readonly Queue<Entry> _finished = new();
    private long _bytes;

    /// <param name="key">Names the delivery.</param>
    /// <param name="run">The turn; started at most once at a time for a key.</param>
    /// <param name="cancellationToken">Ends the waiting of this delivery, never the turn itself.</param>
    public Task<InvokeResponse> RunAsync(TurnKey key, Func<Task<InvokeResponse>> run, CancellationToken cancellationToken)
    {
        Entry? entry;
        lock (_lock)
        {
            Forget();
            if (_entries.TryGetValue(key, out entry))
                return entry.Answer.Task.WaitAsync(cancellationToken);
            entry = new Entry(key);
            _entries.Add(key, entry);
        }

        return FirstAsync(entry, run);
    }

    internal int Count
    {
        get
        {
            lock (_lock)
                return _entries.Count;
        }
    }

    private async Task<InvokeResponse> FirstAsync(Entry entry, Func<Task<InvokeResponse>> run)
    {
        try
        {
            var response = await run();
            Finish(entry, response);
            return response;
        }
        catch (Exception e)
        {
            lock (_lock)
                _entries.Remove(entry.Key);
            entry.Answer.SetException(e);
            _ = entry.Answer.Task.Exception; // Nobody may be waiting: then it counts as seen, since it is thrown on from here.
            throw;
        }
    }

    private void Finish(Entry entry, InvokeResponse response)
    {
        entry.Answer.SetResult(response);
        lock (_lock)
        {
            (entry.FinishedAt, entry.Bytes) = (time.GetTimestamp(), response.Body.Length);
            _bytes += entry.Bytes;
            _finished.Enqueue(entry);
            Forget();
        }
    }

    private void Forget()
    {
        while (_finished.TryPeek(out var oldest) &&
            (_finished.Count > MaxTurns || _bytes > MaxBytes || time.GetElapsedTime(oldest.FinishedAt) > MaxAge))
        {
            _finished.Dequeue();
            _bytes -= oldest.Bytes;
            _entries.Remove(oldest.Key);
        }
    }

    private sealed class Entry(TurnKey key)
    {
        public TurnKey Key { get; } = key;

        public TaskCompletionSource<InvokeResponse> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public long FinishedAt { get; set; }

        public int Bytes { get; set; }
    }
}
