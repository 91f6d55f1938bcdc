using System.Globalization;
using System.Text.Json.Nodes;

namespace Klynge.Microsoft365.Simulated.Subscriptions;

/// <summary>Writes subscriptions and what is sent of them as Graph does. The client state is told to nobody who asks.</summary>
internal static class SubscriptionJson
{
    internal static JsonObject Write(SimulatedSubscription subscription) => new()
    {
        ["id"] = subscription.Id,
        ["resource"] = $"users/{subscription.Mailbox}/events",
        ["changeType"] = "created,updated,deleted",
        ["clientState"] = null,
        ["notificationUrl"] = subscription.NotificationUrl.ToString(),
        ["lifecycleNotificationUrl"] = subscription.LifecycleUrl.ToString(),
        ["expirationDateTime"] = Utc(subscription.ExpiresAt),
    };

    internal static JsonObject Notification(SimulatedSubscription subscription, string eventId, string kind) => new()
    {
        ["subscriptionId"] = subscription.Id,
        ["subscriptionExpirationDateTime"] = Utc(subscription.ExpiresAt),
        ["changeType"] = kind,
        ["resource"] = $"Users/{subscription.Mailbox}/Events/{eventId}",
        ["resourceData"] = new JsonObject
        {
            ["@odata.type"] = "#Microsoft.Graph.Event",
            ["@odata.id"] = $"Users/{subscription.Mailbox}/Events/{eventId}",
            ["id"] = eventId,
        },
        ["clientState"] = subscription.ClientState,
        ["tenantId"] = "00000000-0000-4000-8000-000000000001",
    };

    internal static JsonObject Lifecycle(SimulatedSubscription subscription, string lifecycleEvent) => new()
    {
        ["subscriptionId"] = subscription.Id,
        ["subscriptionExpirationDateTime"] = Utc(subscription.ExpiresAt),
        ["lifecycleEvent"] = lifecycleEvent,
        ["clientState"] = subscription.ClientState,
        ["tenantId"] = "00000000-0000-4000-8000-000000000001",
    };

    private static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture);
}

/// <summary>A subscription to the events of one mailbox.</summary>
public sealed record SimulatedSubscription(
    string Id, string Mailbox, Uri NotificationUrl, Uri LifecycleUrl, string ClientState, DateTimeOffset ExpiresAt)
{
    /// <summary>How often it was given a later end.</summary>
    public int Renewals { get; init; }

    /// <summary>How often it was vouched for again.</summary>
    public int Reauthorizations { get; init; }
}
