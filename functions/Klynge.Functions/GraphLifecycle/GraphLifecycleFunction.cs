using Klynge.Functions.Webhooks;
using Klynge.Microsoft365.Notifications;

namespace Klynge.Functions.GraphLifecycle;

/// <summary>Where Graph posts what becomes of the subscriptions themselves.</summary>
internal sealed class GraphLifecycleFunction(GraphWebhook webhook) : GraphPost(webhook)
{
    public override string Name => "GraphLifecycle";
}
