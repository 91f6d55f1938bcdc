namespace Klynge.Teams.Connector;

/// <summary>What a caller can do about a <see cref="ConnectorException"/>.</summary>
public enum ConnectorFailure
{
    /// <summary>The person has blocked or removed the bot: sending again is pointless until it is installed again.</summary>
    Undeliverable,

    /// <summary>The conversation, message, member or meeting does not exist (any more).</summary>
    Gone,

    /// <summary>The message is too large and will stay so.</summary>
    TooLarge,

    /// <summary>The limits of the thread or the tenant: try again later.</summary>
    Throttled,

    /// <summary>The channel or the way to it is down, or gave no answer in time: try again later.</summary>
    Unavailable,

    /// <summary>The channel refuses the bot itself: its registration or its installation must be looked at.</summary>
    Unauthorized,

    /// <summary>The request was refused for another reason; sending it again will not help.</summary>
    Refused,
}
