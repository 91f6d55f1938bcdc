using System.Diagnostics;
using System.Net;

namespace Klynge.Microsoft365.Graph;

/// <summary>Below whatever tries again, so that it sees every answer, and how long it took until the next try.</summary>
/// <param name="operation">What the requests are about; null to tell by their path.</param>
internal sealed class ThrottleMeter(string? operation = null) : DelegatingHandler
{
    /// <summary>A request that is tried again is a copy, and takes this along.</summary>
    private static readonly HttpRequestOptionsKey<object?> ThrottledAt = new("Klynge.ThrottledAt");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var kind = operation ?? GraphOperation.Of(request.RequestUri);
        if (request.Options.TryGetValue(ThrottledAt, out var since) && since is long at)
        {
            GraphTelemetry.Wait(kind, Stopwatch.GetElapsedTime(at));
            request.Options.Set(ThrottledAt, null);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.TooManyRequests
            || (response.StatusCode == HttpStatusCode.ServiceUnavailable && response.Headers.RetryAfter is not null))
        {
            GraphTelemetry.Throttle(kind, (int)response.StatusCode);
            request.Options.Set(ThrottledAt, Stopwatch.GetTimestamp());
        }

        return response;
    }
}
