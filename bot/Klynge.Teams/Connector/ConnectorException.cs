namespace Klynge.Teams.Connector;

/// <summary>The channel did not do what was asked, after all retries that made sense.</summary>
public sealed class ConnectorException(
    ConnectorFailure failure, int? status, string? code, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    public ConnectorFailure Failure { get; } = failure;

    /// <summary>The HTTP status; null when there was no answer or no call.</summary>
    public int? Status { get; } = status;

    /// <summary>The channel's own name of the error, such as <c>MessageWritesBlocked</c>.</summary>
    public string? Code { get; } = code;
}
