namespace Klynge.Microsoft365.Simulated.Subscriptions;

/// <summary>A subscription to the events of one mailbox.</summary>
public sealed record SimulatedSubscription(
    string Id, string Mailbox, Uri NotificationUrl, Uri LifecycleUrl, string ClientState, DateTimeOffset ExpiresAt)
{
    /// <summary>How often it was given a later end.</summary>
    public int Renewals { get; init; }

    /// <summary>How often it was vouched for again.</summary>
    public int Reauthorizations { get; init; }
}
