using System.Net;
using Klynge.Teams.Connector;

namespace Klynge.BotBuilder.Sending;

/// <summary>Hands what a client of the SDK wrote to our own transport, which throws a <see cref="ConnectorException"/> for every failure.</summary>
internal sealed class TransportHandler(ConnectorTransport transport, string serviceUrl, string? thread, SendTurn? turn, TimeSpan? within)
    : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var call = new ConnectorCall(request.Method, serviceUrl, PathOf(request.RequestUri!), body, thread, turn, within);
        var response = await transport.SendAsync(call, cancellationToken);

        // Each of the SDK's methods knows its own two or three kinds of success, and takes the others for failures.
        response.StatusCode = HttpStatusCode.OK;
        return response;
    }

    /// <summary>Below the service URL; of a URL that cannot be read it is never used.</summary>
    private string PathOf(Uri uri)
    {
        var below = Uri.TryCreate(serviceUrl, UriKind.Absolute, out var service) ? service.AbsoluteUri.TrimEnd('/') : string.Empty;
        return uri.AbsoluteUri.StartsWith(below + '/', StringComparison.Ordinal) ? uri.AbsoluteUri[below.Length..] : uri.PathAndQuery;
    }
}
