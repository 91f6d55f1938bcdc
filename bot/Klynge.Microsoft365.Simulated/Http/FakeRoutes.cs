using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Klynge.Microsoft365.Simulated.Http;

/// <summary>The requests that the stand-in answers. Each is held to its <see cref="FakeRoute"/> before its handler sees it.</summary>
public sealed class FakeRoutes
{
    private readonly IEndpointRouteBuilder _endpoints;
    private readonly RequestLog _log;
    private readonly Faults _faults;

    internal FakeRoutes(IEndpointRouteBuilder endpoints, RequestLog log, Faults faults) =>
        (_endpoints, _log, _faults) = (endpoints, log, faults);

    /// <param name="method">In upper case.</param>
    /// <param name="pattern">ASP.NET's, from the root: <c>/v1.0/users/{user}/events/{id}</c>.</param>
    /// <param name="handler">Answers what passed the checks.</param>
    /// <returns>To say what the request may look like; by default no query, no preference, no body, and a token.</returns>
    public FakeRoute On(string method, string pattern, Func<FakeCall, Task<IResult>> handler)
    {
        var route = new FakeRoute();
        _endpoints.MapMethods(pattern, [method], http => AnswerAsync(http, route, handler));
        return route;
    }

    /// <inheritdoc cref="On(string, string, Func{FakeCall, Task{IResult}})"/>
    public FakeRoute On(string method, string pattern, Func<FakeCall, IResult> handler) =>
        On(method, pattern, call => Task.FromResult(handler(call)));

    internal void RefuseTheRest() => _endpoints.MapFallback("{**path}", async http =>
    {
        var (request, _) = await ReadAsync(http);
        await RefuseAsync(http, request, "there is no such request");
    });

    private async Task AnswerAsync(HttpContext http, FakeRoute route, Func<FakeCall, Task<IResult>> handler)
    {
        var (request, content) = await ReadAsync(http);
        if (route.IsRefused(request))
        {
            await GraphAnswer.Error(StatusCodes.Status401Unauthorized, "InvalidAuthenticationToken").ExecuteAsync(http);
            return;
        }

        if (route.Check(request, content.Length > 0) is { } wrong)
        {
            await RefuseAsync(http, request, wrong);
            return;
        }

        var fault = _faults.Take(request);
        var answer = fault is { AfterEffect: false } ? null : await handler(new FakeCall(http, request, content, reason => _log.Refuse(request, reason)));
        await (fault is null ? answer! : Fail(http, fault)).ExecuteAsync(http);
    }

    private Task RefuseAsync(HttpContext http, RecordedRequest request, string reason)
    {
        _log.Refuse(request, reason);
        return GraphAnswer.Error(StatusCodes.Status400BadRequest, "UnexpectedRequest", reason).ExecuteAsync(http);
    }

    private static IResult Fail(HttpContext http, Fault fault)
    {
        if (fault.RetryAfter is { } seconds)
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);

        return GraphAnswer.Error(fault.Status, fault.Code);
    }

    private async Task<(RecordedRequest Request, ReadOnlyMemory<byte> Content)> ReadAsync(HttpContext http)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        var request = new RecordedRequest(
            http.Request.Method,
            http.Request.Path.Value ?? string.Empty,
            http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            http.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Parse(http, buffer.ToArray()));
        _log.Add(request);
        return (request, buffer.ToArray());
    }

    private static JsonNode? Parse(HttpContext http, byte[] content)
    {
        if (content.Length == 0 || !http.Request.HasJsonContentType())
            return null;

        try
        {
            return JsonNode.Parse(content);
        }
        catch (JsonException)
        {
            return null; // The route then says that this is no JSON.
        }
    }
}
