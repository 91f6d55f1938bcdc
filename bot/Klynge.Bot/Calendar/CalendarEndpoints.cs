using System.Security.Cryptography;
using System.Text;
using Klynge.Application.Deadlines.Calendar;
using Klynge.Bot.Workbench;
using Microsoft.Net.Http.Headers;

namespace Klynge.Bot.Calendar;

/// <summary>
/// The deadlines as a calendar that Outlook subscribes to. Whoever has the link reads it, since a calendar client cannot sign in; what no
/// link leads to, and what leads to nothing any more, is the same 404.
/// </summary>
internal static class CalendarEndpoints
{
    internal static IEndpointRouteBuilder MapCalendars(this IEndpointRouteBuilder app, bool isLocal)
    {
        // Some clients ask with HEAD whether a subscription has changed before they fetch it.
        app.MapMethods($"/{CalendarLinks.Path}/{{token}}.ics", [HttpMethods.Get, HttpMethods.Head], ReadAsync).ForThisMachine(isLocal);
        return app;
    }

    private static async Task<IResult> ReadAsync(string token, HttpContext context, DeadlineCalendar calendar, CancellationToken cancellationToken)
    {
        if (await calendar.ReadAsync(token, cancellationToken) is not { } text)
            return Results.NotFound();

        // The link is the secret: it goes into no shared cache, no search engine and no other site's log.
        var headers = context.Response.Headers;
        headers.CacheControl = "private, max-age=900";
        headers["X-Robots-Tag"] = "noindex";
        headers["Referrer-Policy"] = "no-referrer";
        var bytes = Encoding.UTF8.GetBytes(text);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\"");
        return Results.File(bytes, "text/calendar; charset=utf-8", fileDownloadName: null, lastModified: null, entityTag: tag);
    }
}
