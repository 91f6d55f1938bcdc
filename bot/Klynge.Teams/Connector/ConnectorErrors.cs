using System.Net;
using System.Text.Json;
using Klynge.Teams.Activities;

namespace Klynge.Teams.Connector;

/// <summary>Reads what a refusal of the channel means for the caller.</summary>
internal static class ConnectorErrors
{
    private const string WritesBlocked = "MessageWritesBlocked";

    public static ConnectorException From(HttpMethod method, HttpStatusCode status, ReadOnlySpan<byte> body, TimeSpan? retryAfter)
    {
        var code = CodeOf(body);
        return new ConnectorException(
            FailureOf(status, code), (int)status, code, $"The channel answered {method} with {(int)status} ({code ?? "no code"}).")
        {
            RetryAfter = retryAfter,
        };
    }

    private static ConnectorFailure FailureOf(HttpStatusCode status, string? code) => status switch
    {
        HttpStatusCode.Forbidden when code is WritesBlocked or "BotNotInConversationRoster" => ConnectorFailure.Undeliverable,
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => ConnectorFailure.Unauthorized,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => ConnectorFailure.Gone,
        HttpStatusCode.RequestEntityTooLarge => ConnectorFailure.TooLarge,
        HttpStatusCode.TooManyRequests => ConnectorFailure.Throttled,
        HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestTimeout => ConnectorFailure.Unavailable,
        >= HttpStatusCode.InternalServerError => ConnectorFailure.Unavailable,
        _ => ConnectorFailure.Refused,
    };

    private static string? CodeOf(ReadOnlySpan<byte> body)
    {
        // It also stands as a sub-code within the text of an outer error.
        if (body.IndexOf("MessageWritesBlocked"u8) >= 0)
            return WritesBlocked;
        try
        {
            return JsonSerializer.Deserialize(body, ActivityJson.Context.ProtocolError)?.Error?.Code;
        }
        catch (JsonException)
        {
            return null; // A proxy's HTML page, or nothing: the status alone has to do.
        }
    }
}
