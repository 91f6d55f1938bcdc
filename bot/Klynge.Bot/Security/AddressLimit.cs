using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Klynge.Bot.Hosting;

namespace Klynge.Bot.Security;

/// <summary>
/// How often one address may call pages, known or not. Left out: <c>/api/messages</c>, where all of Teams comes from a few addresses and
/// the sender is limited instead, Graph's webhook, which <see cref="WebhookLimit"/> guards, and health, which the platform asks for.
/// </summary>
internal static class AddressLimit
{
    private const int PrefixBytes = 8;

    internal static void AddAddressLimit(this IServiceCollection services, KlyngeSettings settings) => services.AddRateLimiter(options =>
    {
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, IPAddress>(context => settings.RequestsPerAddress == 0
            ? RateLimitPartition.GetNoLimiter(IPAddress.None)
            : RateLimitPartition.GetTokenBucketLimiter(Key(context.Connection.RemoteIpAddress), _ => Bucket(settings.RequestsPerAddress)));
        options.OnRejected = (context, cancellationToken) => RefuseAsync(context.HttpContext.Response, cancellationToken);
    });

    /// <summary>Whoever has an IPv6 network has all of its addresses: the first half of the address counts.</summary>
    internal static IPAddress Key(IPAddress? address)
    {
        if (address is null or { IsIPv4MappedToIPv6: true } or { AddressFamily: not System.Net.Sockets.AddressFamily.InterNetworkV6 })
            return address?.MapToIPv4() ?? IPAddress.None;

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, PrefixBytes, bytes.Length - PrefixBytes);
        return new(bytes);
    }

    private static TokenBucketRateLimiterOptions Bucket(int perMinute) => new()
    {
        TokenLimit = perMinute,
        TokensPerPeriod = Math.Max(1, perMinute / 60),
        ReplenishmentPeriod = TimeSpan.FromMinutes(1) * Math.Max(1, perMinute / 60) / perMinute,
        AutoReplenishment = false,
    };

    private static async ValueTask RefuseAsync(HttpResponse response, CancellationToken cancellationToken)
    {
        response.StatusCode = StatusCodes.Status429TooManyRequests;
        response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
        response.ContentType = "text/plain; charset=utf-8";
        await response.WriteAsync(Texts.TooManyRequests, cancellationToken);
    }
}
