namespace Klynge.Microsoft365.Graph;

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
