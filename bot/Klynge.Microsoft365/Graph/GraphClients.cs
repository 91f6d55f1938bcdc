using Microsoft.Graph;
using Microsoft.Graph.Authentication;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware.Options;

namespace Klynge.Microsoft365.Graph;

/// <summary>Puts the SDK's client together as the product uses it.</summary>
internal static class GraphClients
{
    /// <summary>How long one call may take, so that a job rather comes again than holds its place for the minutes that Graph may ask for.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(30);

    internal static GraphServiceClient Create(Microsoft365Settings settings, GraphHosts hosts)
    {
        var handlers = GraphClientFactory.CreateDefaultHandlers();
        for (var index = 0; index < handlers.Count; index++)
        {
            if (handlers[index] is RetryHandler)
                handlers[index] = new RetryHandler(new RetryHandlerOption { MaxRetry = 3, Delay = settings.RetryDelay, RetriesTimeLimit = MaxWait });
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

/// <summary>What is asked of every answer about a calendar. A delta link is only good with the preferences that it was made with.</summary>
internal static class GraphPreferences
{
    /// <summary>An id that stays when the event is moved to another folder.</summary>
    internal const string ImmutableId = "IdType=\"ImmutableId\"";

    private const string Utc = "outlook.timezone=\"UTC\"";

    internal static void ForCalendar(RequestHeaders headers) => headers.Add("Prefer", ImmutableId, Utc);

    internal static void ForDelta(RequestHeaders headers) => headers.Add("Prefer", ImmutableId, Utc, "odata.maxpagesize=100");

    internal static void ForSubscription(RequestHeaders headers) => headers.Add("Prefer", ImmutableId);
}

/// <summary>
/// Where the bot's token for Graph may go: the one host it is set up for. Links that Graph hands out (next page, delta) are followed
/// there and nowhere else; the short-lived addresses of uploads and downloads are other hosts' and never get a token.
/// </summary>
public sealed class GraphHosts(Uri graphUrl)
{
    private static readonly string[] Clouds =
        ["graph.microsoft.com", "graph.microsoft.us", "dod-graph.microsoft.us", "microsoftgraph.chinacloudapi.cn"];

    public string Host => graphUrl.Host;

    /// <summary>One of Microsoft's national clouds, over https on its own port.</summary>
    public static bool IsCloud(Uri url) =>
        url is { UserInfo: "", IsDefaultPort: true } && url.Scheme == Uri.UriSchemeHttps && Clouds.Contains(url.Host, StringComparer.OrdinalIgnoreCase);

    /// <summary>Same scheme, host and port as Graph's own address.</summary>
    public bool IsGraph(Uri? url) =>
        url is { IsAbsoluteUri: true, UserInfo: "" }
        && Uri.Compare(url, graphUrl, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0;
}
