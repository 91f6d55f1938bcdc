using System.Net;

namespace Klynge.Bot.Workbench;

/// <summary>
/// The workbench lets anyone act as anyone, so it answers this machine alone: a loopback address at both ends, a loopback name
/// in the Host header (a foreign name that resolves here is DNS rebinding) and no sign of a proxy (a developer's tunnel arrives
/// from loopback). What changes something comes from its own page, or from the bot, which sends no Origin.
/// </summary>
internal static class WorkbenchGuard
{
    private static readonly string[] Proxied = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-Host"];

    public static bool IsFromThisMachine(HttpContext context) =>
        IsLoopback(context.Connection.RemoteIpAddress)
        && IsLoopbackName(context.Request.Host.Host)
        && !Array.Exists(Proxied, context.Request.Headers.ContainsKey);

    /// <summary>For the page's own calls: a browser always states the origin of a POST.</summary>
    public static bool IsFromOwnPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        || string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    /// <summary>For the connector: a page of another site can make a browser call it, but not without its Origin.</summary>
    public static bool IsFromNoPage(HttpRequest request) =>
        !request.Headers.ContainsKey("Origin") && !request.Headers.ContainsKey("Sec-Fetch-Site");

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address);

    private static bool IsLoopbackName(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
