using Klynge.Teams.Hosting;

namespace Klynge.Bot.Workbench;

/// <summary>
/// The workbench lets anyone act as anyone, so it answers this machine alone (<see cref="OwnMachine"/>). What changes something comes from its
/// own page, or from the bot, which sends no Origin.
/// </summary>
internal static class WorkbenchGuard
{
    public static bool IsFromThisMachine(HttpContext context) => OwnMachine.Sent(context);

    /// <summary>For the page's own calls: a browser always states the origin of a POST.</summary>
    public static bool IsFromOwnPage(HttpRequest request) =>
        IsFromOwnPageOrNone(request) && (HttpMethods.IsGet(request.Method) || request.Headers.ContainsKey("Origin"));

    /// <summary>For the connector: a page of another site can make a browser call it, but not without its Origin.</summary>
    public static bool IsFromNoPage(HttpRequest request) =>
        !request.Headers.ContainsKey("Origin") && !request.Headers.ContainsKey("Sec-Fetch-Site");

    /// <summary>A link that is followed has no Origin; a page that fetches it has its own, and a file or a sandboxed frame has <c>null</c>.</summary>
    public static bool IsFromOwnPageOrNone(HttpRequest request) =>
        !request.Headers.ContainsKey("Origin")
        || string.Equals(request.Headers.Origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);

    /// <summary>In local mode an address that a browser follows answers this machine and its own page alone; in a tenant it is as it was.</summary>
    public static RouteHandlerBuilder ForThisMachine(this RouteHandlerBuilder endpoint, bool isLocal) => !isLocal ? endpoint : endpoint.AddEndpointFilter(
        (context, next) => IsFromThisMachine(context.HttpContext) && IsFromOwnPageOrNone(context.HttpContext.Request)
            ? next(context)
            : new ValueTask<object?>(Results.Text(WorkbenchTexts.OnlyOnThisMachine, statusCode: StatusCodes.Status403Forbidden)));
}
