using System.Globalization;
using Klynge.Testing;

namespace Klynge.Benchmarks.Votes;

/// <summary>
/// An authenticated vote by card button, durable and audited, end to end over HTTP against the started bot; beside it, round by round,
/// the bare floor on the same machine. The medians and the ratio are the result: single numbers on a shared machine are not.
/// </summary>
internal static class VoteBenchmark
{
    private const int MaxWarmUps = 12;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(5);

    internal static async Task<int> RunAsync(VoteOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("klynge-votes-").FullName;
        await using var channel = await SigningChannel.StartAsync();
        var board = await VoteBoard.CreateAsync(Path.Combine(folder, ".data"), options.Voters);
        await using var bot = await BotProcess.StartAsync(folder, channel.Settings);
        await using var floor = await FloorProcess.StartAsync(folder);
        var requests = new VoteRequests(bot.Address, channel.Token(), board.Procedure, board.Voters);

        await WarmUpAsync(bot.Address, () => bot.ProcessorTime, requests, options.Connections);
        await WarmUpAsync(floor.Address, () => floor.ProcessorTime, requests, options.Connections);
        var ours = new List<LoadResult>();
        var bare = new List<LoadResult>();
        var span = TimeSpan.FromSeconds(options.Seconds);
        for (var round = 1; round <= options.Rounds; round++)
        {
            ours.Add(Show($"votes, round {round}", await RunAsync(bot.Address, () => bot.ProcessorTime, requests, options.Connections, span)));
            bare.Add(Show($"floor, round {round}", await RunAsync(floor.Address, () => floor.ProcessorTime, requests, options.Connections, span)));
        }

        Show("votes, one alone", await RunAsync(bot.Address, () => bot.ProcessorTime, requests, 1, span));
        var (votes, bottom) = (Median(ours), Median(bare));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"median of {options.Rounds}: votes {votes:N0}/s, floor {bottom:N0}/s, ratio {votes / bottom:0.00}"));
        Console.WriteLine(await board.DescribeAsync());
        Directory.Delete(folder, recursive: true);
        return ours.Sum(result => result.Refused) == 0 ? 0 : 1;
    }

    /// <summary>Until the just-in-time compiler has come to rest: two runs in a row that are no faster than the best before them.</summary>
    internal static async Task WarmUpAsync(Uri address, Func<TimeSpan> processorTime, VoteRequests requests, int connections)
    {
        var (best, rests) = (0.0, 0);
        for (var run = 0; run < MaxWarmUps && rests < 2; run++)
        {
            var result = await RunAsync(address, processorTime, requests, connections, WarmUp);
            rests = result.PerSecond < best * 1.05 ? rests + 1 : 0;
            best = Math.Max(best, result.PerSecond);
        }
    }

    private static async Task<LoadResult> RunAsync(
        Uri address, Func<TimeSpan> processorTime, VoteRequests requests, int connections, TimeSpan duration)
    {
        var before = processorTime();
        var result = await Load.RunAsync(address, connections, duration, requests.Next, IsAnswered);
        return result with { ServerMicroseconds = (processorTime() - before).TotalMicroseconds / result.Answers };
    }

    internal static bool IsAnswered(int status, ReadOnlyMemory<byte> body) =>
        status == 200 && body.Span.IndexOf("\"statusCode\":200"u8) >= 0;

    internal static LoadResult Show(string name, LoadResult result)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-21} {result.PerSecond,9:N0}/s   p50 {result.P50,6:0.00} ms   p95 {result.P95,6:0.00} ms   p99 {result.P99,6:0.00} ms   server {result.ServerMicroseconds,4:0} µs   refused {result.Refused}"));
        return result;
    }

    private static double Median(List<LoadResult> results) => results.ConvertAll(result => result.PerSecond).Order().ElementAt(results.Count / 2);
}
