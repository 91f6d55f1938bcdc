using Microsoft.IdentityModel.Tokens;

namespace Klynge.Teams.Hosting;

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
