using System.Diagnostics;

namespace Klynge.Benchmarks.Votes;

/// <summary>What a run came to.</summary>
/// <param name="PerSecond">Answers in a second, over all connections.</param>
/// <param name="Answers">How many in all.</param>
/// <param name="P50">Milliseconds.</param>
/// <param name="P95">Milliseconds.</param>
/// <param name="P99">Milliseconds.</param>
/// <param name="Refused">Answers that were no success; the run is worth nothing where there are any.</param>
internal sealed record LoadResult(double PerSecond, int Answers, double P50, double P95, double P99, int Refused)
{
    /// <summary>Processor time of the server for one answer, in microseconds: what a noisy machine changes the least.</summary>
    internal double ServerMicroseconds { get; init; }
}

/// <summary>Keeps a number of connections busy, each with one request at a time.</summary>
internal static class Load
{
    internal static async Task<LoadResult> RunAsync(
        Uri address, int connections, TimeSpan duration, Func<ReadOnlyMemory<byte>> request, Func<int, ReadOnlyMemory<byte>, bool> isSuccess)
    {
        var refused = 0;
        var times = new List<double>[connections];
        var started = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, connections).Select(lane => Task.Run(async () =>
        {
            var mine = times[lane] = new List<double>(100_000);
            using var connection = new HttpLane();
            await connection.ConnectAsync(address);
            while (started.Elapsed < duration)
            {
                var bytes = request();
                var before = Stopwatch.GetTimestamp();
                var (status, body) = await connection.SendAsync(bytes);
                mine.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
                if (!isSuccess(status, body))
                    Interlocked.Increment(ref refused);
            }
        })));
        var elapsed = started.Elapsed;
        var all = times.SelectMany(list => list).Order().ToArray();
        return new(all.Length / elapsed.TotalSeconds, all.Length, At(all, 0.50), At(all, 0.95), At(all, 0.99), refused);
    }

    private static double At(double[] sorted, double share) => sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))];
}
