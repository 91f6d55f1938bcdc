using System.Diagnostics.CodeAnalysis;
using Klynge.Teams.Hosting;

namespace Klynge.Teams.Connector;

/// <summary>
/// The hosts that the bot talks to. An activity's service URL is where the bot's token goes, so a URL off this list is refused
/// when it arrives and again before anything is sent.
/// </summary>
internal sealed class ServiceHosts(TeamsBotOptions options)
{
    private readonly string[] _exact = [.. options.AllowedServiceHosts.Where(host => !IsWildcard(host))];
    private readonly string[] _suffixes = [.. options.AllowedServiceHosts.Where(IsWildcard).Select(host => host[1..])];

    /// <summary>https on an allowed host; http only on loopback.</summary>
    public bool TryGet(string? serviceUrl, [NotNullWhen(true)] out Uri? uri)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out uri) || uri is not { UserInfo: "", Query: "", Fragment: "" })
            return false;
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            return false;
        return IsListed(uri);
    }

    private bool IsListed(Uri uri)
    {
        if (uri.IsLoopback && options.IsDevelopment)
            return true;

        var (host, authority) = (uri.IdnHost, uri.Authority);
        return _exact.Contains(host, StringComparer.OrdinalIgnoreCase)
            || _exact.Contains(authority, StringComparer.OrdinalIgnoreCase)
            || _suffixes.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase));
    }

    private static bool IsWildcard(string host) => host.StartsWith("*.", StringComparison.Ordinal);
}
