using System.Net;
using System.Threading.RateLimiting;
using Klynge.Bot.Hosting;
using Klynge.Microsoft365.Notifications;

namespace Klynge.Bot.Security;

/// <summary>
/// What anybody may do to Graph's webhook. Graph posts thousands of notifications from a few addresses when a whole board answers at
/// once, so whoever knows a subscription's secret is not counted; whoever does not is soon turned away before anything is read. How many
/// are served at once is bounded for all, which bounds memory, too.
/// </summary>
internal sealed class WebhookLimit : IEndpointFilter, IDisposable
{
    internal const int MaxAtOnce = 64;
    internal const int MaxWaiting = 1024;

    /// <summary>Of the calls that an address may make of pages: a stranger has less business here.</summary>
    private const int ShareOfPages = 10;

    private readonly ConcurrencyLimiter _atOnce = new(new() { PermitLimit = MaxAtOnce, QueueLimit = MaxWaiting });
    private readonly PartitionedRateLimiter<IPAddress> _strangers;

    public WebhookLimit(KlyngeSettings settings)
    {
        var perMinute = Math.Max(1, settings.RequestsPerAddress / ShareOfPages);
        _strangers = PartitionedRateLimiter.Create<IPAddress, IPAddress>(address => settings.RequestsPerAddress == 0
            ? RateLimitPartition.GetNoLimiter(IPAddress.None)
            : RateLimitPartition.GetFixedWindowLimiter(address, _ => new() { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), AutoReplenishment = false }));
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var address = AddressLimit.Key(context.HttpContext.Connection.RemoteIpAddress);
        if (HasSpentAll(address))
            return new WebhookAnswer(StatusCodes.Status429TooManyRequests);

        using var place = await _atOnce.AcquireAsync(1, context.HttpContext.RequestAborted);
        if (!place.IsAcquired)
            return new WebhookAnswer(StatusCodes.Status503ServiceUnavailable);

        var answer = await next(context);
        if (answer is WebhookAnswer { IsTrusted: false, Status: not StatusCodes.Status503ServiceUnavailable })
            _strangers.AttemptAcquire(address).Dispose();

        return answer;
    }

    public void Dispose()
    {
        _atOnce.Dispose();
        _strangers.Dispose();
    }

    /// <summary>Asking for nothing tells whether there is something left; a bucket of tokens would say yes to the fraction of one.</summary>
    private bool HasSpentAll(IPAddress address)
    {
        using var lease = _strangers.AttemptAcquire(address, permitCount: 0);
        return !lease.IsAcquired;
    }
}
