using System.Globalization;
using System.Security.Cryptography;
using Klynge.Application.Data;

namespace Klynge.Bot.Security;

/// <summary>
/// A page that cannot read the database says so and when to come back, in place of a bare 500. <c>/api/messages</c>, Graph's webhook and
/// health answer for themselves, before it comes to this.
/// </summary>
internal static class StorageAway
{
    private const int RetryAfter = 10;

    internal static void UseStorageAway(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (IsAway(exception) && exception is not BadHttpRequestException && !context.Response.HasStarted)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = RetryAfter.ToString(CultureInfo.InvariantCulture);
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(Texts.StorageAway, context.RequestAborted);
        }
    });

    /// <summary>The keys of sessions and forms lie in the database, too; what cannot be read there comes as a fault of cryptography.</summary>
    private static bool IsAway(Exception exception) => Outage.Is(exception) || (exception is CryptographicException { InnerException: { } inner } && Outage.Is(inner));
}
