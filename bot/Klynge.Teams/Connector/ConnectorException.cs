namespace Klynge.Teams.Connector;

/// <summary>The channel did not do what was asked, after all retries that made sense. The message holds no text of anybody's.</summary>
public sealed class ConnectorException(
    ConnectorFailure failure, int? status, string? code, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public ConnectorFailure Failure { get; } = failure;

    /// <summary>The HTTP status; null when there was no answer or no call.</summary>
    public int? Status { get; } = status;

    /// <summary>The channel's own name of the error, such as <c>MessageWritesBlocked</c>.</summary>
    public string? Code { get; } = code;

    /// <summary>It goes over by itself: the same message may well be taken later.</summary>
    public bool IsPassing => Failure is ConnectorFailure.Throttled or ConnectorFailure.Unavailable;

    /// <summary>How long to leave the conversation alone, when the channel or the own limit said so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}

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
