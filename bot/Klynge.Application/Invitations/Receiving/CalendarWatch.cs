using NodaTime;

namespace Klynge.Application.Invitations.Receiving;

/// <summary>
/// How the bot keeps an eye on one calendar: the subscription by which it is told of changes, and the link by which it asks for those
/// that it was not told of. The machinery's own; the board's record does not lean on it.
/// </summary>
public sealed class CalendarWatch
{
    /// <summary>Entra object id of the calendar's owner, lower case.</summary>
    public required string Mailbox { get; init; }

    /// <summary>Null while there is no subscription, or none that is known to stand.</summary>
    public string? SubscriptionId { get; set; }

    /// <summary>
    /// SHA-256, in hexadecimal, of the secret that notifications carry. The secret itself is kept nowhere: whoever reads the database
    /// cannot forge a notification.
    /// </summary>
    public string? ClientStateHash { get; set; }

    /// <summary>When the subscription ends unless it is renewed; null while there is none.</summary>
    public Instant? ExpiresAt { get; set; }

    /// <summary>When the subscription is to be made or renewed.</summary>
    public required Instant RenewAt { get; set; }

    /// <summary>Where to ask for what has changed since the last time, verbatim; null to read everything.</summary>
    public string? DeltaLink { get; set; }

    /// <summary>From when on the delta link has events; it is made anew before its window lags behind.</summary>
    public Instant? WindowStart { get; set; }

    /// <summary>When to ask.</summary>
    public required Instant SyncAt { get; set; }
}
