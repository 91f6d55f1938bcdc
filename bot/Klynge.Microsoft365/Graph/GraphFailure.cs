using System.Net;
using System.Text.Json;
using Azure.Identity;
using Klynge.Application.Ports;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using NodaTime;

namespace Klynge.Microsoft365.Graph;

/// <summary>
/// A call to Graph that failed, as far as it may be logged: the status and Graph's own code. The SDK's exceptions hold Graph's message and
/// the answer's body, which name mailboxes and people, so they are never passed on.
/// </summary>
/// <param name="Status">Null when nobody answered.</param>
/// <param name="Code">Graph's name for the error, or what kept the call from being made.</param>
/// <param name="RetryAfter">How long Graph asks to be left alone.</param>
internal sealed record GraphFailure(int? Status, string Code, Duration? RetryAfter)
{
    private const int MaxCodeLength = 60;

    /// <summary>As for the channel: an odd answer does not put a calendar off for a day.</summary>
    private const int MaxRetryAfterSeconds = 600;

    public bool IsNotFound => Status == (int)HttpStatusCode.NotFound;

    public bool IsDenied => Status is (int)HttpStatusCode.Forbidden or (int)HttpStatusCode.Unauthorized;

    public bool IsConflict => Status == (int)HttpStatusCode.Conflict;

    /// <summary>A delta link that is too old or unknown: everything has to be read anew.</summary>
    public bool IsStateLost =>
        Status == (int)HttpStatusCode.Gone
        || Code.StartsWith("SyncState", StringComparison.OrdinalIgnoreCase)
        || Code.Equals("resyncRequired", StringComparison.OrdinalIgnoreCase);

    /// <summary>What an exception says of the call; null for one that is a bug or the caller's own giving up.</summary>
    public static GraphFailure? From(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        ODataError error => new(error.ResponseStatusCode, Safe(error.Error?.Code), RetryAfterOf(error)),
        ApiException error => new(error.ResponseStatusCode, "NoGraphError", RetryAfterOf(error)),
        AggregateException { InnerExceptions.Count: > 0 } tooMany => FromRetries(tooMany, cancellationToken),
        HttpRequestException error => new(null, error.HttpRequestError.ToString(), null),
        AuthenticationFailedException => new(null, "NoToken", null),
        JsonException => new(null, "NoJson", null),
        OperationCanceledException when !cancellationToken.IsCancellationRequested => new(null, "TimedOut", null),
        _ => null,
    };

    /// <summary>As an outage: the caller tries again later.</summary>
    public CalendarUnavailableException ToOutage() => new($"Graph: {Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "no answer"} ({Code}).", RetryAfter);

    /// <summary>The SDK gives up after some tries with all of them in one exception; the last one tells.</summary>
    private static GraphFailure? FromRetries(AggregateException tooMany, CancellationToken cancellationToken) =>
        From(tooMany.InnerExceptions[^1], cancellationToken);

    private static Duration? RetryAfterOf(ApiException error) =>
        error.ResponseHeaders?.FirstOrDefault(header => header.Key.Equals("Retry-After", StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault() is { } text
        && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds >= 0
            ? Duration.FromSeconds(Math.Min(seconds, MaxRetryAfterSeconds))
            : null;

    /// <summary>A code is a word; whatever else stands there is not repeated.</summary>
    private static string Safe(string? code) =>
        code is { Length: > 0 and <= MaxCodeLength } && code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.') ? code : "Unnamed";
}
