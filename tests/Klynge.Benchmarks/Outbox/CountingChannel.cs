using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Klynge.Benchmarks.Outbox;

/// <summary>The channel, answering at once, and when each message came.</summary>
internal sealed class CountingChannel : HttpMessageHandler
{
    private readonly ConcurrentQueue<TimeSpan> _times = new();
    private long _started;

    internal IReadOnlyList<TimeSpan> Times => [.. _times];

    internal void Start()
    {
        _times.Clear();
        _started = Stopwatch.GetTimestamp();
    }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _times.Enqueue(Stopwatch.GetElapsedTime(_started));
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.Created) { Content = new StringContent("""{"id":"1"}""") });
    }
}
