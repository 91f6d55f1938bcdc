using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Klynge.Teams.Hosting;

/// <summary>
/// What earlier validations of the same token found: the channel sends one token for about an hour, and its signature is
/// the dearest part of reading it. Safe because only full successes come in, under the token's SHA-256 (no token is kept), until
/// it expires, and only for the set of keys that it was checked against: a refresh of the keys empties it in effect. The checks
/// against the activity are made every time. Bounded.
/// </summary>
internal sealed class ValidatedTokens(TimeProvider time)
{
    internal const int MaxTokens = 256;
    private readonly ConcurrentDictionary<Digest, Entry> _entries = new();

    public Caller? Find(string token, KeySet keys) =>
        _entries.TryGetValue(Digest.Of(token), out var entry) && ReferenceEquals(entry.Keys, keys) && time.GetUtcNow() <= entry.Until
            ? entry.Caller
            : null;

    public void Remember(string token, KeySet keys, Caller caller, DateTimeOffset until)
    {
        if (_entries.Count >= MaxTokens)
            _entries.Clear();
        _entries[Digest.Of(token)] = new Entry(caller, keys, until);
    }

    private sealed record Entry(Caller Caller, KeySet Keys, DateTimeOffset Until);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Digest(UInt128 High, UInt128 Low)
    {
        public static Digest Of(string token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), hash);
            return new Digest(MemoryMarshal.Read<UInt128>(hash), MemoryMarshal.Read<UInt128>(hash[16..]));
        }
    }
}
