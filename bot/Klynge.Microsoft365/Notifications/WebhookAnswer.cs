using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Klynge.Microsoft365.Notifications;

/// <summary>What a host answers to Graph.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Text">A body as <c>text/plain</c>; null for none.</param>
/// <param name="IsTrusted">Whoever posted knows the secret of a subscription. A host may count the others.</param>
public sealed record WebhookAnswer(int Status, string? Text = null, bool IsTrusted = false) : IResult
{
    /// <summary>Seconds. Graph comes again by itself, for four hours.</summary>
    private const int RetryAfter = 10;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.StatusCode = Status;
        if (Status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
            httpContext.Response.Headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);

        if (Text is not null)
        {
            httpContext.Response.ContentType = "text/plain; charset=utf-8";
            httpContext.Response.Headers.XContentTypeOptions = "nosniff";
            await httpContext.Response.WriteAsync(Text, httpContext.RequestAborted);
        }
    }
}
