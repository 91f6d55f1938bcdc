using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Klynge.Application.Data;

/// <summary>
/// Keeps what was read of people, chats and forums for as long as nobody has changed any (<see cref="DirectoryVersion"/>), and for thirty
/// seconds at the most. Take the stamp before reading: what changes in between is then read again.
/// </summary>
/// <example><code>
/// var stamp = await cache.StampAsync(token);
/// if (cache.TryGet(id, stamp, out var person)) return person;
/// return cache.Keep(id, await ReadAsync(id), stamp);
/// </code></example>
internal sealed class FreshCache<TKey, TValue>(DirectoryVersion version, IClock clock, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private const int MaxEntries = 10_000;

    private readonly ConcurrentDictionary<TKey, Entry> _entries = new(comparer ?? EqualityComparer<TKey>.Default);

    internal ValueTask<long> StampAsync(CancellationToken cancellationToken) => version.ReadAsync(cancellationToken);

    internal bool TryGet(TKey key, long stamp, [MaybeNullWhen(false)] out TValue value)
    {
        var isFresh = _entries.TryGetValue(key, out var entry) && entry.Stamp == stamp && clock.GetCurrentInstant() < entry.Until;
        value = isFresh ? entry!.Value : default;
        return isFresh;
    }

    internal TValue Keep(TKey key, TValue value, long stamp)
    {
        if (_entries.Count >= MaxEntries)
            _entries.Clear();

        _entries[key] = new Entry(value, stamp, clock.GetCurrentInstant() + DirectoryVersion.MaxAge);
        return value;
    }

    internal void Forget(TKey key) => _entries.TryRemove(key, out _);

    private sealed record Entry(TValue Value, long Stamp, Instant Until);
}
