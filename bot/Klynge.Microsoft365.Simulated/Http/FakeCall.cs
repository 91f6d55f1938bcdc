using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Microsoft365.Simulated.Http;

/// <summary>One request that has passed the checks of its route.</summary>
public sealed class FakeCall(HttpContext http, RecordedRequest request, ReadOnlyMemory<byte> content, Action<string> refuse)
{
    public HttpContext Http => http;

    public RecordedRequest Request => request;

    /// <summary>The body as bytes, for what is no JSON.</summary>
    public ReadOnlyMemory<byte> Content => content;

    /// <summary>The JSON body; empty where there is none.</summary>
    public JsonObject Body => request.Body as JsonObject ?? [];

    /// <summary>Where this stand-in is reached, for links: <c>http://127.0.0.1:port</c>.</summary>
    public string Origin => $"{http.Request.Scheme}://{http.Request.Host}";

    /// <summary>Refuses what only the handler can tell to be no request that Graph takes, and notes it as unexpected.</summary>
    public IResult Unexpected(string reason)
    {
        refuse(reason);
        return GraphAnswer.Error(StatusCodes.Status400BadRequest, "UnexpectedRequest", reason);
    }

    /// <summary>A part of the path, decoded.</summary>
    public string Route(string name) => Convert.ToString(http.GetRouteValue(name), CultureInfo.InvariantCulture) ?? string.Empty;

    public string? Query(string name) => request.Query.GetValueOrDefault(name);

    public string? Header(string name) => request.Headers.GetValueOrDefault(name);

    /// <summary>Whether the request prefers something, such as <c>IdType="ImmutableId"</c>.</summary>
    public bool Prefers(string preference) =>
        (Header("Prefer") ?? string.Empty).Split(',', StringSplitOptions.TrimEntries).Contains(preference, StringComparer.OrdinalIgnoreCase);
}
