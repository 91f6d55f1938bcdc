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
        {
            return null;
        }

        var eventId = item.TryGetProperty("resourceData", out var data) && data.ValueKind == JsonValueKind.Object ? Text(data, "id") : null;
        return new(subscription, Text(item, "clientState"), eventId, Text(item, "lifecycleEvent"));
    }

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
