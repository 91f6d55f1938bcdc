using Microsoft.Net.Http.Headers;

namespace Klynge.Bot.Security;

/// <summary>
/// The security headers of every answer, also of the ones that nobody mapped. An answer may do nothing in a browser unless its page
/// says otherwise: a page that loads files of its own sets its own policy over this one.
/// </summary>
internal static class SecurityHeaders
{
    /// <summary>Data and documents: nothing is loaded, run or framed.</summary>
    private const string NothingAllowed = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>A year, as browsers ask for. Only outside local mode: a developer's localhost has no certificate to insist on.</summary>
    private const string HttpsOnly = "max-age=31536000";

    /// <summary>They are set when the answer begins, since an error page empties what was set before it.</summary>
    /// <param name="app">The host; first in its pipeline.</param>
    /// <param name="isLocal">There is no tenant, and no https.</param>
    internal static void UseSecurityHeaders(this IApplicationBuilder app, bool isLocal) => app.Use((context, next) =>
    {
        context.Response.OnStarting(isLocal ? SetLocal : SetForTenant, context.Response.Headers);
        return next(context);
    });

    private static Task SetLocal(object headers)
    {
        SetWhereMissing((IHeaderDictionary)headers);
        return Task.CompletedTask;
    }

    private static Task SetForTenant(object headers)
    {
        ((IHeaderDictionary)headers).StrictTransportSecurity = HttpsOnly;
        return SetLocal(headers);
    }

    private static void SetWhereMissing(IHeaderDictionary headers)
    {
        headers.TryAdd(HeaderNames.ContentSecurityPolicy, NothingAllowed);
        headers.TryAdd(HeaderNames.XContentTypeOptions, "nosniff");

        // A page that says itself who may frame it is not refused by the older header, which knows no list.
        if (headers.ContentSecurityPolicy.ToString().Contains("frame-ancestors 'none'", StringComparison.Ordinal))
            headers.TryAdd(HeaderNames.XFrameOptions, "DENY");

        headers.TryAdd("Referrer-Policy", "no-referrer");
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        headers.TryAdd(HeaderNames.CacheControl, "no-store");
    }
}
