using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using Klynge.Bot.Tests.Support;

namespace Klynge.Bot.Tests.Security.Fuzz;

/// <summary>
/// Two hundred thousand damaged activities over real HTTP against the whole host: none is answered with a failure, none is left
/// without an answer, and the memory that is in use afterwards is what was in use before. Memory is the whole process's, so no other test
/// runs beside it.
/// </summary>
[CollectionDefinition(nameof(FuzzTests), DisableParallelization = true)]
[Collection(nameof(FuzzTests))]
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Lanes = 24;
    private const int UnknownInvoke = 501;
    private const long MaxGrowth = 24 * 1024 * 1024;

    /// <summary>An eighth of them in each run, all of them in the long one.</summary>
    private static readonly int Inputs = Environment.GetEnvironmentVariable("KLYNGE_EVERY_INPUT") == "1" ? 200_000 : 25_000;

    /// <summary>Longer than any turn may take that somebody waits for.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    /// <summary>Another seed by <c>KLYNGE_FUZZ_SEED</c>, to look for more than what is kept from coming back.</summary>
    private static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("KLYNGE_FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : 20261122;

    /// <summary>The numbers of inputs to send again by themselves, comma-separated, with the bot's own log of them.</summary>
    private static readonly string Again = Environment.GetEnvironmentVariable("KLYNGE_FUZZ_AGAIN") ?? string.Empty;

    private readonly ConcurrentDictionary<int, int> _answers = new();
    private readonly ConcurrentQueue<string> _failures = new();

    [Fact]
    public async Task Messages_DamagedTwoHundredThousandTimes_NeverFail_NeverHang_AndLeaveNothingBehind()
    {
        await using var channel = await SilentChannel.StartAsync();
        await using var host = await RunningHost.StartLocalAsync("--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft=None");
        var inputs = new FuzzInputs(await FuzzWorld.OfAsync(host, channel.ServiceUrl), Seed);
        using var http = new HttpClient { BaseAddress = host.Client.BaseAddress, Timeout = Limit };
        var clock = Stopwatch.StartNew();
        var memory = new List<long>();
        for (var quarter = 0; quarter < 4; quarter++)
        {
            await SendAsync(http, inputs, quarter * Inputs / 4, Inputs / 4);
            memory.Add(GC.GetTotalMemory(forceFullCollection: true));
        }

        output.WriteLine($"{Inputs:N0} inputs of seed {Seed} in {clock.Elapsed.TotalSeconds:0} s: {string.Join(", ", _answers.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value:N0} × {pair.Key}"))}");
        output.WriteLine($"in use after each quarter: {string.Join(", ", memory.Select(bytes => $"{bytes / 1024 / 1024} MB"))}");
        Assert.True(_failures.IsEmpty, string.Join('\n', _failures.Take(10)));
        Assert.Equal(Inputs, _answers.Values.Sum());
        Assert.All(new[] { 200, 400, 403 }, status => Assert.True(_answers.GetValueOrDefault(status) > Inputs / 200, $"Too few reached {status}."));
        Assert.InRange(memory[3] - memory[0], long.MinValue, MaxGrowth);
    }

    [Fact]
    public async Task Message_ThatFailedBefore_DoesNotFailAgain()
    {
        Assert.SkipWhen(Again.Length == 0, "Nothing to send again: KLYNGE_FUZZ_AGAIN names the inputs.");
        await using var channel = await SilentChannel.StartAsync();
        await using var host = await RunningHost.StartLocalAsync("--Logging:LogLevel:Default=Error");
        var inputs = new FuzzInputs(await FuzzWorld.OfAsync(host, channel.ServiceUrl), Seed);
        foreach (var index in Again.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture)))
            await SendAsync(host.Client, inputs.Make(index), index);

        Assert.True(_failures.IsEmpty, string.Join('\n', _failures));
    }

    private Task SendAsync(HttpClient http, FuzzInputs inputs, int first, int count)
    {
        var next = first - 1;
        return Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var index && index < first + count)
                await SendAsync(http, inputs.Make(index), index);
        })));
    }

    private async Task SendAsync(HttpClient http, byte[] body, int index)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = Json;
        try
        {
            using var answer = await http.PostAsync("api/messages", content, TestContext.Current.CancellationToken);
            var status = (int)answer.StatusCode;
            _answers.AddOrUpdate(status, 1, (_, before) => before + 1);
            if (status >= 500 && status != UnknownInvoke)
                Fail(index, $"{status}", body);
        }
        catch (Exception exception) when (exception is HttpRequestException or TaskCanceledException)
        {
            Fail(index, exception.GetType().Name, body);
        }
    }

    private void Fail(int index, string what, byte[] body) =>
        _failures.Enqueue($"Input {index} of seed {Seed}: {what}: {Encoding.UTF8.GetString(body)}");
}
