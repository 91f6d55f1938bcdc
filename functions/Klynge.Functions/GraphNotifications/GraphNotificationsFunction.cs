using Klynge.Functions.Webhooks;
using Klynge.Microsoft365.Notifications;

namespace Klynge.Functions.GraphNotifications;

/// <summary>Where Graph posts what has changed in calendars.</summary>
internal sealed class GraphNotificationsFunction(GraphWebhook webhook) : GraphPost(webhook)
{
    public override string Name => "GraphNotifications";
}
