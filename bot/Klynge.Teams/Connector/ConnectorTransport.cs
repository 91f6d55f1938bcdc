using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Klynge.Teams.Hosting;
using Polly;
using Polly.Timeout;

namespace Klynge.Teams.Connector;

/// <summary>One call to the channel: host check first, then pace, token, retries, and a failure that has a name.</summary>
internal sealed class ConnectorTransport(
    IHttpClientFactory clients, ServiceHosts hosts, BotTokens tokens, ThreadPacer pacer, TeamsBotOptions options, TimeProvider time)
    : IDisposable
{
    internal const string ClientName = "Klynge.Teams.Connector";
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    // Made once: its handler keeps the connections and renews them by itself.
    private readonly HttpClient _http = clients.CreateClient(ClientName);
    private readonly ResiliencePipeline<HttpResponseMessage> _retries = ConnectorRetries.Create(time);

    /// <returns>Null when the channel answered with success and no body.</returns>
    /// <exception cref="ConnectorException">It failed for good.</exception>
    public async Task<T?> CallAsync<T>(ConnectorCall call, JsonTypeInfo<T> typeInfo, CancellationToken cancellationToken)
        where T : class
    {
        using var response = await SendAsync(call, cancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return body.AsSpan().Trim(" \r\n\t"u8).IsEmpty ? null : Parse(body, typeInfo);
    }

    /// <returns>The channel's answer of success, still to be read.</returns>
    /// <exception cref="ConnectorException">It failed for good.</exception>
    public async Task<HttpResponseMessage> SendAsync(ConnectorCall call, CancellationToken cancellationToken)
    {
        var (uri, withToken) = Resolve(call);
        var response = await SendAsync(call, uri, withToken, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;

        using (response)
            throw Failed(call, response, await response.Content.ReadAsByteArrayAsync(cancellationToken));
    }

    public void Dispose() => _http.Dispose();

    private (Uri Uri, bool WithToken) Resolve(ConnectorCall call)
    {
        if (!hosts.TryGet(call.ServiceUrl, out var service))
            throw Refused("HostNotAllowed", "The service URL's host is not on the allow-list.");

        var withToken = tokens.HasCredential && !(service.IsLoopback && options.AcceptsAnonymous);
        if (!withToken && !service.IsLoopback)
            throw Refused("NoCredential", "Without a registration the bot speaks to loopback only.");
        return (new Uri(call.ServiceUrl.TrimEnd('/') + call.Path), withToken);
    }

    private async Task<HttpResponseMessage> SendAsync(ConnectorCall call, Uri uri, bool withToken, CancellationToken cancellationToken)
    {
        using var limit = call.Within is { } within ? new CancellationTokenSource(within, time) : null;
        using var both = limit is null ? null : CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await _retries.ExecuteAsync(
                static (state, token) => state.Transport.AttemptAsync(state.call, state.uri, state.withToken, token),
                (Transport: this, call, uri, withToken),
                both?.Token ?? cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException || IsOwnTimeout(e, cancellationToken))
        {
            throw new ConnectorException(ConnectorFailure.Unavailable, null, null, $"The channel gave no answer to {call.Method}.", e);
        }
    }

    private async ValueTask<HttpResponseMessage> AttemptAsync(
        ConnectorCall call, Uri uri, bool withToken, CancellationToken cancellationToken)
    {
        if (call.Thread is { } thread)
            await pacer.WaitAsync(thread, cancellationToken);

        using var request = new HttpRequestMessage(call.Method, uri);
        if (withToken)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken));
        if (call.Body is not null)
            request.Content = new ByteArrayContent(call.Body) { Headers = { ContentType = Json } };
        return call.Turn is { } turn
            ? await SendInTurnAsync(request, turn, cancellationToken)
            : await _http.SendAsync(request, cancellationToken);
    }

    /// <summary>A message that the channel did not take lets the others go on while it waits for its next try.</summary>
    private async Task<HttpResponseMessage> SendInTurnAsync(HttpRequestMessage request, SendTurn turn, CancellationToken cancellationToken)
    {
        request.Headers.Add(SendTurn.Header, turn.Key);
        await turn.AcquireAsync(cancellationToken);
        var isTaken = false;
        try
        {
            var response = await _http.SendAsync(request, cancellationToken);
            isTaken = response.IsSuccessStatusCode;
            return response;
        }
        finally
        {
            if (!isTaken)
                turn.Dispose();
        }
    }

    private ConnectorException Failed(ConnectorCall call, HttpResponseMessage response, byte[] body)
    {
        var failed = ConnectorErrors.From(call.Method, response.StatusCode, body, ConnectorRetries.RetryAfter(response, time));
        if (failed.Failure is ConnectorFailure.Unauthorized)
            tokens.Drop();
        return failed;
    }

    private static ConnectorException Refused(string code, string message) => new(ConnectorFailure.Refused, null, code, message);

    private static bool IsOwnTimeout(Exception e, CancellationToken callers) =>
        e is OperationCanceledException && !callers.IsCancellationRequested;

    private static T? Parse<T>(byte[] body, JsonTypeInfo<T> typeInfo)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(body, typeInfo);
        }
        catch (JsonException e)
        {
            throw new ConnectorException(ConnectorFailure.Unavailable, null, "NotJson", "The channel's answer is not JSON.", e);
        }
    }
}

/// <param name="Path">Below the service URL, with a leading slash, ids escaped.</param>
/// <param name="Body">JSON in UTF-8, kept as bytes so that a retry sends the same.</param>
/// <param name="Thread">The conversation whose limits count; null for a question, which has none.</param>
/// <param name="Turn">Taken for each attempt and kept by one that succeeds; null for what waits for nobody.</param>
/// <param name="Within">How long all attempts and waits may take; null for <see cref="ConnectorRetries.TotalTime"/>.</param>
internal sealed record ConnectorCall(
    HttpMethod Method, string ServiceUrl, string Path, byte[]? Body = null, string? Thread = null, SendTurn? Turn = null, TimeSpan? Within = null);
