using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Klynge.Microsoft365.Notifications;

/// <summary>One notification as it came, of which nothing is believed yet.</summary>
/// <param name="SubscriptionId">Whose it claims to be.</param>
/// <param name="ClientState">The secret.</param>
/// <param name="EventId">The event that changed; null for a lifecycle notification.</param>
/// <param name="LifecycleEvent">What becomes of the subscription itself; null for a change.</param>
internal sealed record GraphNotification(string SubscriptionId, string? ClientState, string? EventId, string? LifecycleEvent)
{
    /// <summary>Graph sends some hundreds at most in one request.</summary>
    private const int Most = 5_000;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 16 };

    /// <returns>Null for what is no collection of notifications.</returns>
    public static IReadOnlyList<GraphNotification>? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, Options);
            if (json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("value", out var list)
                || list.ValueKind != JsonValueKind.Array
                || list.GetArrayLength() is 0 or > Most)
            {
                return null;
            }

            var parsed = list.EnumerateArray().Select(Read).ToList();
            return parsed.Contains(null) ? null : parsed.OfType<GraphNotification>().ToList();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null; // The caller answers 400. The second is a text whose bytes are no UTF-8, which only shows when it is read.
        }
    }

    private static GraphNotification? Read(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object || Text(item, "subscriptionId") is not { Length: > 0 } subscription)
            return null;

        var eventId = item.TryGetProperty("resourceData", out var data) && data.ValueKind == JsonValueKind.Object ? Text(data, "id") : null;
        return new(subscription, Text(item, "clientState"), eventId, Text(item, "lifecycleEvent"));
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>
/// The secret that Graph repeats in every notification of a subscription. It is made for one subscription, sent to Graph once, and only
/// its hash is kept.
/// </summary>
internal static class ClientState
{
    /// <summary>256 bits at random, far below Graph's limit of 128 characters.</summary>
    internal static string New() => Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    internal static string HashOf(string clientState) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(clientState)));

    /// <summary>Takes the same time for every wrong secret.</summary>
    /// <param name="clientState">What a notification carries; null for nothing.</param>
    /// <param name="hash">What is on record; null for no subscription.</param>
    internal static bool Matches(string? clientState, string? hash)
    {
        var given = SHA256.HashData(Encoding.UTF8.GetBytes(clientState ?? string.Empty));
        var expected = hash is null ? new byte[SHA256.HashSizeInBytes] : Convert.FromHexString(hash);
        return CryptographicOperations.FixedTimeEquals(given, expected) && clientState is not null;
    }
}
