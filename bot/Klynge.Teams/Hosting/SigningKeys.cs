using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Klynge.Teams.Hosting;

/// <summary>
/// The channel's signing keys: fetched when first needed, again after a day, and at once when a token names a key that is not
/// among them (a rotation). A fetch that fails is not remembered; keys that were good stay in use meanwhile. The framework's own
/// manager refreshes behind the request, so the first message after a rotation would be refused: hence this one.
/// </summary>
internal sealed class SigningKeys(
    IHttpClientFactory clients, TeamsBotOptions options, TimeProvider time, ILogger<SigningKeys> logger) : IDisposable
{
    internal const string ClientName = "Klynge.Teams.Keys";
    internal static readonly TimeSpan MaxAge = TimeSpan.FromHours(24);
    private static readonly TimeSpan RetryOldAfter = TimeSpan.FromMinutes(1);

    private readonly HttpClient _http = clients.CreateClient(ClientName);
    private readonly SemaphoreSlim _fetching = new(1, 1);
    private readonly RefreshBudget _budget = new(time);
    private KeySet? _current;
    private long _lastFailure = long.MinValue;

    /// <returns>Null when there are no keys and none can be fetched now.</returns>
    public ValueTask<KeySet?> GetAsync(CancellationToken cancellationToken)
    {
        var (current, now) = (_current, time.GetUtcNow());
        return current is not null && (now - current.FetchedAt < MaxAge || HasJustFailed())
            ? new ValueTask<KeySet?>(current)
            : FetchOnceAsync(current, cancellationToken);
    }

    /// <summary>For a token whose key is not among <paramref name="seen"/>. Strangers can cause it, so it has a budget.</summary>
    /// <returns>Newer keys; null when there are none.</returns>
    public async ValueTask<KeySet?> RefreshAsync(KeySet seen, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(seen, _current) && !_budget.TryTake())
            return null;
        var keys = await FetchOnceAsync(seen, cancellationToken);
        return ReferenceEquals(keys, seen) ? null : keys;
    }

    public void Dispose()
    {
        _http.Dispose();
        _fetching.Dispose();
    }

    private bool HasJustFailed() =>
        Volatile.Read(ref _lastFailure) is var failed && failed != long.MinValue && time.GetElapsedTime(failed) < RetryOldAfter;

    /// <summary>Fetches unless somebody else has meanwhile.</summary>
    private async ValueTask<KeySet?> FetchOnceAsync(KeySet? seen, CancellationToken cancellationToken)
    {
        await _fetching.WaitAsync(cancellationToken);
        try
        {
            return ReferenceEquals(_current, seen) ? _current = await FetchAsync() : _current;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException || IsUnreadable(e))
        {
            Volatile.Write(ref _lastFailure, time.GetTimestamp());
            logger.KeysNotFetched(e.GetType().Name);
            return _current;
        }
        finally
        {
            _fetching.Release();
        }
    }

    private async Task<KeySet> FetchAsync()
    {
        var json = await GetStringAsync(options.OpenIdMetadata);
        var metadata = JsonSerializer.Deserialize(json, KeyDocumentsContext.Default.MetadataDocument);
        json = await GetStringAsync(metadata?.KeysAddress ?? throw new InvalidDataException("The metadata names no keys."));
        var document = JsonSerializer.Deserialize(json, KeyDocumentsContext.Default.KeysDocument);
        var keys = new JsonWebKeySet(json).Keys.Where(IsForSignatures).ToList();
        if (keys.Count == 0)
            throw new InvalidDataException("There are no keys.");

        var endorsements = (document?.Keys ?? [])
            .Where(key => key is { Kid.Length: > 0, Endorsements: not null })
            .DistinctBy(key => key.Kid, StringComparer.Ordinal)
            .ToFrozenDictionary(key => key.Kid!, IReadOnlyCollection<string> (key) => key.Endorsements!, StringComparer.Ordinal);
        return new KeySet(keys, endorsements, time.GetUtcNow());
    }

    private async Task<string> GetStringAsync(Uri address)
    {
        if (!address.IsAbsoluteUri || !TeamsBotOptionsValidator.IsSecure(address))
            throw new InvalidDataException("Keys are fetched by https; plain http is for loopback only.");
        return await _http.GetStringAsync(address, CancellationToken.None);
    }

    /// <summary>ArgumentException is how the key set says that a document is none.</summary>
    private static bool IsUnreadable(Exception e) => e is JsonException or InvalidDataException or ArgumentException;

    private static bool IsForSignatures(JsonWebKey key) =>
        string.Equals(key.Kty, JsonWebAlgorithmsKeyTypes.RSA, StringComparison.Ordinal)
        && key.KeyId is { Length: > 0 }
        && (key.Use is null or "" or "sig");
}

/// <summary>The channel's signing keys at one moment, with the channels that each may speak for.</summary>
internal sealed class KeySet(
    IReadOnlyList<JsonWebKey> keys, IReadOnlyDictionary<string, IReadOnlyCollection<string>> endorsements, DateTimeOffset fetchedAt)
{
    public IReadOnlyList<JsonWebKey> Keys { get; } = keys;

    public DateTimeOffset FetchedAt { get; } = fetchedAt;

    /// <summary>None when the key is not on the list: that is a refusal, not a free pass.</summary>
    public IReadOnlyCollection<string> EndorsementsOf(string? keyId) =>
        keyId is not null && endorsements.TryGetValue(keyId, out var channels) ? channels : [];
}

internal sealed record MetadataDocument([property: JsonPropertyName("jwks_uri")] Uri? KeysAddress);

internal sealed record KeysDocument([property: JsonPropertyName("keys")] IReadOnlyList<KeyDocument>? Keys);

internal sealed record KeyDocument
{
    [JsonPropertyName("kid")]
    public string? Kid { get; init; }

    [JsonPropertyName("endorsements")]
    public IReadOnlyList<string>? Endorsements { get; init; }
}

[JsonSerializable(typeof(MetadataDocument))]
[JsonSerializable(typeof(KeysDocument))]
internal sealed partial class KeyDocumentsContext : JsonSerializerContext;

/// <summary>A few refreshes at once, then one every half minute: a rotation is followed at once, a flood of made-up keys is not.</summary>
internal sealed class RefreshBudget(TimeProvider time)
{
    private const int Burst = 5;
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(30);
    private readonly Lock _lock = new();
    private DateTimeOffset _usedUpTo = DateTimeOffset.MinValue;

    public bool TryTake()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var start = _usedUpTo > now - (Burst * Refill) ? _usedUpTo : now - (Burst * Refill);
            if (start + Refill > now)
                return false;
            _usedUpTo = start + Refill;
            return true;
        }
    }
}
