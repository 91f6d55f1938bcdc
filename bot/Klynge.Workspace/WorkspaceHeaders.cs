using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Klynge.Workspace;

/// <summary>The security headers of every answer of the workspace; the host adds what is the same for all of its answers.</summary>
internal static class WorkspaceHeaders
{
    /// <summary>No script, style or call from anywhere else, and nothing inline.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    internal static void Set(IHeaderDictionary headers, string framedBy)
    {
        headers[HeaderNames.ContentSecurityPolicy] = Policy + framedBy;

        // A form's own origin goes with it, and nothing is told to other sites.
        headers["Referrer-Policy"] = "same-origin";
        headers[HeaderNames.CacheControl] = "no-cache, no-store";
    }
}
