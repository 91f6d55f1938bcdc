using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Klynge.Microsoft365.Graph;

/// <summary>Puts the SDK's client together as the product uses it.</summary>
internal static class GraphClients
{
    /// <summary>Patience that one call has, so that a job rather comes again than holds its place for the minutes that Graph may ask for.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    internal static GraphServiceClient Create(Microsoft365Settings settings, GraphHosts hosts)
    {
        var handlers = GraphClientFactory.CreateDefaultHandlers();
        for (var index = 0; index < handlers.Count; index++)
        {
            if (handlers[index] is RetryHandler)
            {
                handlers[index] = new RetryHandler(new RetryHandlerOption { MaxRetry = 3, Delay = settings.RetryDelay, RetriesTimeLimit = LongestWait });
            }
        }

        handlers.Add(new ThrottleMeter());
        handlers.Add(new TokenGuard(hosts));
        var http = GraphClientFactory.Create(handlers, finalHandler: CreateTransport());
        http.Timeout = TimeSpan.FromSeconds(100);
        return new GraphServiceClient(
            http,
            new AzureIdentityAuthenticationProvider(settings.Identity.CreateCredential(), [hosts.Host], isCaeEnabled: true, scopes: [Scope(settings)]),
            settings.GraphUrl.ToString().TrimEnd('/'));
    }

    /// <summary>No cookies; redirects are the SDK's, which takes the token off when the host changes.</summary>
    internal static SocketsHttpHandler CreateTransport() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = System.Net.DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(10),
    };

    private static string Scope(Microsoft365Settings settings) => settings.GraphUrl.GetLeftPart(UriPartial.Authority) + "/.default";
}
