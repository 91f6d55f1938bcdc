using System.Globalization;
using System.Text;
using Klynge.Testing;

namespace Klynge.Benchmarks.Votes;

/// <summary>
/// Votes, and activities that nobody answers, through both doors: our own reader of the protocol and the Bot Framework SDK's, each in a
/// process of its own, one after the other, round by round. The median of the rounds' ratios is the result.
/// </summary>
internal static class DoorBenchmark
{
    private static readonly string[] Doors = ["Protocol", "BotBuilder"];

    internal static async Task<int> RunAsync(VoteOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("klynge-doors-").FullName;
        await using var channel = await SigningChannel.StartAsync();
        var measured = new List<Door>();
        foreach (var name in Doors)
        {
            var home = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
            var board = await VoteBoard.CreateAsync(Path.Combine(home, ".data"), options.Voters);
            var bot = await BotProcess.StartAsync(home, new Dictionary<string, string>(channel.Settings, StringComparer.Ordinal) { ["Klynge__Channel"] = name });
            var token = channel.Token();
            measured.Add(new Door(name, bot, new VoteRequests(bot.Address, token, board.Procedure, board.Voters), new EchoRequests(bot.Address, token)));
        }

        foreach (var door in measured)
            await VoteBenchmark.WarmUpAsync(door.Bot.Address, () => door.Bot.ProcessorTime, door.Votes, options.Connections);

        var span = TimeSpan.FromSeconds(options.Seconds);
        await CompareAsync("votes", measured, options, door => Load.RunAsync(door.Bot.Address, options.Connections, span, door.Votes.Next, VoteBenchmark.IsAnswered));
        await CompareAsync("echo", measured, options, door => Load.RunAsync(door.Bot.Address, options.Connections, span, door.Echoes.Next, (status, _) => status == 200));
        foreach (var door in measured)
            await door.Bot.DisposeAsync();

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static async Task CompareAsync(string what, List<Door> doors, VoteOptions options, Func<Door, Task<LoadResult>> run)
    {
        var ratios = new List<(double Rate, double Server)>();
        for (var round = 1; round <= options.Rounds; round++)
        {
            var pair = new List<LoadResult>();
            foreach (var door in doors)
            {
                var before = door.Bot.ProcessorTime;
                var result = await run(door);
                pair.Add(VoteBenchmark.Show(
                    $"{what}, {door.Name}, {round}", result with { ServerMicroseconds = (door.Bot.ProcessorTime - before).TotalMicroseconds / result.Answers }));
            }

            ratios.Add((pair[1].PerSecond / pair[0].PerSecond, pair[1].ServerMicroseconds - pair[0].ServerMicroseconds));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: BotBuilder at {Middle(ratios, pair => pair.Rate):0.00} of Protocol's rate, {Middle(ratios, pair => pair.Server):+0;-0} µs of processor an activity (medians of {options.Rounds} pairs)"));
    }

    private static double Middle(List<(double Rate, double Server)> pairs, Func<(double Rate, double Server), double> of) => pairs.Select(of).Order().ElementAt(pairs.Count / 2);

    private sealed record Door(string Name, BotProcess Bot, VoteRequests Votes, EchoRequests Echoes);

    /// <summary>A reaction that the bot has no answer to: the way in and out, and nothing else.</summary>
    private sealed class EchoRequests(Uri address, string token)
    {
        private readonly string _run = Guid.NewGuid().ToString("N")[..8];
        private long _number;

        internal ReadOnlyMemory<byte> Next()
        {
            var body = string.Create(CultureInfo.InvariantCulture, $$$"""
                {"type":"messageReaction","id":"e:{{{Interlocked.Increment(ref _number)}}}-{{{_run}}}","channelId":"msteams","serviceUrl":"{{{SigningChannel.ServiceUrl}}}",
                "from":{"id":"29:nobody"},"conversation":{"id":"a:nobody","conversationType":"personal","tenantId":"{{{SigningChannel.TenantId}}}"},
                "recipient":{"id":"28:{{{SigningChannel.AppId}}}"},"replyToId":"1","reactionsAdded":[{"type":"like"}]}
                """);
            return Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"POST /api/messages HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Type: application/json\r\nAuthorization: Bearer {token}\r\nContent-Length: {body.Length}\r\n\r\n{body}"));
        }
    }
}
