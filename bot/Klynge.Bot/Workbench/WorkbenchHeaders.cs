using Microsoft.Net.Http.Headers;

namespace Klynge.Bot.Workbench;

/// <summary>The security headers of every answer of the workbench.</summary>
internal static class WorkbenchHeaders
{
    /// <summary>
    /// No script, style, font or call from anywhere else, nothing inline, no frame around it. Cards may carry a picture as data.
    /// </summary>
    private const string ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Set(IHeaderDictionary headers)
    {
        headers[HeaderNames.ContentSecurityPolicy] = ContentSecurityPolicy;
        headers[HeaderNames.XContentTypeOptions] = "nosniff";
        headers[HeaderNames.XFrameOptions] = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers[HeaderNames.CacheControl] = "no-store";
    }
}
