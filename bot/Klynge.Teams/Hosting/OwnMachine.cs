using System.Net;
using Microsoft.AspNetCore.Http;

namespace Klynge.Teams.Hosting;

/// <summary>
/// Whether a request comes from this very machine: a loopback address at the other end, a loopback name in the Host header (a foreign name
/// that resolves here is DNS rebinding) and no sign of a proxy, since a developer's tunnel brings the whole internet to loopback.
/// </summary>
public static class OwnMachine
{
    /// <summary>What proxies, tunnels and content networks put on a request that they pass on; <c>X-Forwarded-…</c> of whatever kind beside them.</summary>
    private static readonly string[] Proxied =
    [
        "Forwarded", "Via", "X-Original-For", "X-Original-Host", "X-Original-Proto", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "X-ProxyUser-Ip",
        "True-Client-IP", "CF-Connecting-IP", "CF-Ray", "CDN-Loop", "Fastly-Client-IP", "Fly-Client-IP", "X-Azure-ClientIP", "X-Azure-FDID", "X-ARR-LOG-ID",
        "X-Envoy-External-Address", "Tailscale-User-Login",
    ];

    private const string AnyForwarded = "X-Forwarded-";

    public static bool Sent(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
            && IsLoopbackName(context.Request.Host.Host)
            && !IsPassedOn(context.Request.Headers);
    }

    /// <summary>Whether a page of this machine's own web servers made the request: <c>null</c> and <c>file://</c> are no web server's.</summary>
    internal static bool IsOwnOrigin(string? origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) && uri.IsLoopback;

    private static bool IsPassedOn(IHeaderDictionary headers) =>
        Array.Exists(Proxied, headers.ContainsKey) || headers.Keys.Any(name => name.StartsWith(AnyForwarded, StringComparison.OrdinalIgnoreCase));

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
