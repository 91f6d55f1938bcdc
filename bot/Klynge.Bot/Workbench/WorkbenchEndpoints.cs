using Klynge.Bot.Workbench.Api;
using Klynge.Bot.Workbench.Connector;

namespace Klynge.Bot.Workbench;

/// <summary>Puts Prøvebænk on the host.</summary>
public static class WorkbenchEndpoints
{
    private const long LargestBody = 1024 * 1024;

    /// <summary>
    /// Maps the page (<c>/</c> and <c>/workbench/page</c>), what it calls (<c>/workbench/api</c>, <c>/workbench/events</c>) and the
    /// connector that the bot calls back (<c>/workbench/teams</c>). Does nothing outside Development: the workbench lets anyone act
    /// as anyone. Call it in local mode only.
    /// </summary>
    public static IEndpointRouteBuilder MapWorkbench(this IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
            return endpoints;

        var page = Guarded(endpoints.MapGroup(string.Empty), WorkbenchGuard.IsFromOwnPage);
        page.MapPage();
        var workbench = page.MapGroup("/workbench");
        workbench.MapBoard();
        workbench.MapEvents();
        workbench.MapGroup("/api").MapChats();
        workbench.MapGroup("/api").MapFiles();
        workbench.MapGroup("/api").MapCalendar();

        var connector = Guarded(endpoints.MapGroup("/workbench/teams"), WorkbenchGuard.IsFromNoPage);
        connector.MapConversations();
        connector.MapRosters();
        connector.MapDownloads();
        return endpoints;
    }

    /// <summary>Wraps the whole endpoint, so that a stranger's body is not even read.</summary>
    private static RouteGroupBuilder Guarded(RouteGroupBuilder group, Func<HttpRequest, bool> comesFromTheRightPlace)
    {
        group.WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LargestBody));
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            var next = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => AnswerAsync(context, next, comesFromTheRightPlace);
        });
        return group;
    }

    private static Task AnswerAsync(HttpContext context, RequestDelegate next, Func<HttpRequest, bool> comesFromTheRightPlace)
    {
        WorkbenchHeaders.Set(context.Response.Headers);
        if (!WorkbenchGuard.IsFromThisMachine(context))
            return RefuseAsync(context, WorkbenchTexts.OnlyOnThisMachine);
        if (!comesFromTheRightPlace(context.Request))
            return RefuseAsync(context, WorkbenchTexts.OnlyFromItsOwnPage);
        return next(context);
    }

    private static Task RefuseAsync(HttpContext context, string sentence)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence, context.RequestAborted);
    }
}
