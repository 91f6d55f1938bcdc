namespace Klynge.Microsoft365.Graph;

/// <summary>The last before the wire: no request leaves with a token for another host than Graph's, whoever put it together.</summary>
internal sealed class TokenGuard(GraphHosts hosts) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Authorization is not null && !hosts.IsGraph(request.RequestUri))
        {
            throw new InvalidOperationException("A request with the token for Graph was about to go to another host.");
        }

        return base.SendAsync(request, cancellationToken);
    }
}
