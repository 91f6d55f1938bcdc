using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Klynge.EndToEnd.Tests.Support;
using Klynge.Testing;
using Klynge.Testing.FunctionsHost;
using Microsoft.Data.Sqlite;

namespace Klynge.EndToEnd.Tests.Operations;

/// <summary>What leaves the real program for those who run it: numbers and ids, never what anybody is called or has written.</summary>
public sealed class TelemetryTests
{
    /// <summary>In every planted text, and nowhere else in the world.</summary>
    private const string Planted = "Plantekjær";

    private const string PlantedMailbox = "8b1f6a52-0c1d-4f53-9a55-1d3f4a1c2b77";

    private static readonly string[] Meters = ["klynge.teams.turns", "klynge.teams.turn.duration", "klynge.outbox.depth", "klynge.outbox.age", "klynge.job.lag", "klynge.job.runs"];

    private static readonly string[] Tags = ["card:agenda.add", "message", "outcome", "refused", "klynge-bot"];

    [Fact]
    public async Task Meeting_ShowsInTracesAndMetrics_AndNobodyIsNamedInThemOrInAnyLog()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var environment = receiver.Environment;
        environment["Logging__LogLevel__Default"] = "Debug";
        environment["Logging__LogLevel__Microsoft"] = "Debug";
        environment["Logging__LogLevel__System"] = "Debug";
        await using var channel = await Channel.StartAsync(environment: environment);
        var names = NamesOf(channel);

        await MeetAsync(channel);
        await receiver.UntilAsync("metrics", [.. Meters, .. Tags]);
        await receiver.UntilAsync("traces", "card:agenda.add", "message");
        await channel.Bot.AskToStopAsync();
        Assert.Equal(0, await channel.Bot.WaitForEndAsync(TestContext.Current.CancellationToken));

        Assert.Contains("Request starting", channel.Bot.Output, StringComparison.Ordinal); // It logged all that it can.
        Assert.InRange(names.Count, 30, int.MaxValue);
        foreach (var text in new[] { receiver.Received("traces"), receiver.Received("metrics"), channel.Bot.Output })
        {
            Assert.DoesNotContain(Planted, text, StringComparison.OrdinalIgnoreCase);
            Assert.All(names, name => Assert.DoesNotContain(name, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Metrics_OfTheLastMoments_ArriveBeforeTheProgramEnds()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var environment = receiver.Environment;
        environment["OTEL_METRIC_EXPORT_INTERVAL"] = "600000";
        environment["OTEL_BSP_SCHEDULE_DELAY"] = "600000";
        await using var channel = await Channel.StartAsync(environment: environment);

        await channel.SayAsync(Channel.Member, "hjælp");
        Assert.DoesNotContain("klynge.teams.turns", receiver.Received("metrics"), StringComparison.Ordinal);
        await channel.Bot.AskToStopAsync();
        await channel.Bot.WaitForEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains("klynge.teams.turns", receiver.Received("metrics"), StringComparison.Ordinal);
        Assert.Contains("message", receiver.Received("traces"), StringComparison.Ordinal);
    }

    /// <summary>
    /// Where the functions run the jobs, it is they who meet Graph's patience and the outbox's age. Neither the request to Graph nor the
    /// one that Graph makes shows: their addresses are personal data.
    /// </summary>
    [Fact]
    public async Task Functions_ShowInvocationsAndJobs_AndNoAddress()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        var folder = Directory.CreateTempSubdirectory("klynge-functions-").FullName;
        var settings = new Dictionary<string, string>(receiver.Environment) { ["Microsoft365"] = "http://127.0.0.1:9/v1.0" };
        await using (var functions = await FakeFunctionsHost.StartAsync($"Data Source={Path.Combine(folder, "klynge.db")}", folder, settings))
        {
            var deadlines = await functions.TickAsync("Deadlines", TestContext.Current.CancellationToken);
            Assert.Equal(InvocationStatus.Succeeded, deadlines.Status);
            await AskGraphInVainAsync(functions, folder);
            using var news = new StringContent("""{"value":[]}""", Encoding.UTF8, "application/json");
            await functions.PostAsync($"api/graph/notifications?who={Planted}", news, TestContext.Current.CancellationToken);

            await receiver.UntilAsync("metrics", "klynge.job.runs", "klynge.job.lag", "klynge.outbox.depth", "klynge-functions");
            await receiver.UntilAsync("traces", "remind-of-deadlines", "subscribe-to-calendars", "faas.invocation_id", "klynge-functions");
            Assert.Equal(0, await functions.TerminateAsync(TestContext.Current.CancellationToken));
        }

        foreach (var text in new[] { receiver.Received("traces"), receiver.Received("metrics") })
        {
            Assert.All(
                [Planted, PlantedMailbox, "127.0.0.1", "localhost", "/v1.0", "System.Net.Http"],
                word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Receiver_ThatIsAway_DoesNotKeepTheBotFromAnswering()
    {
        var environment = new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://127.0.0.1:9",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "100",
        };
        await using var channel = await Channel.StartAsync(environment: environment);

        Assert.Equal(HttpStatusCode.OK, (await channel.SayAsync(Channel.Member, "hjælp")).Status);
    }

    [Fact]
    public async Task Logs_OutsideDevelopment_AreAJsonObjectALine()
    {
        await using var bot = await BotProcess.StartAsync(environment: new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["DOTNET_ENVIRONMENT"] = "Production",
            ["MicrosoftAppId"] = "11111111-1111-1111-1111-111111111111",
            ["MicrosoftAppTenantId"] = "22222222-2222-2222-2222-222222222222",
            ["Klynge__PublicUrl"] = "https://klynge.example",
            ["Klynge__DataDirectory"] = ".data",
        });

        using var refused = await bot.Http.PostAsJsonAsync("api/messages", new { type = "message" }, TestContext.Current.CancellationToken);
        await bot.AskToStopAsync();
        await bot.WaitForEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        var lines = bot.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Contains(lines, line => (string?)line["State"]?["Refusal"] == "NoToken" && (string?)line["LogLevel"] == "Warning");
        Assert.Contains(lines, line => ((string?)line["Message"])?.StartsWith("Klynge.Bot 0.1.0.0 is ready", StringComparison.Ordinal) == true);
    }

    private static async Task MeetAsync(Channel channel)
    {
        var item = new JsonObject
        {
            ["forum"] = channel.ForumId(),
            ["meeting"] = channel.MeetingId(),
            ["title"] = $"Sagen om Xenia {Planted}",
            ["kind"] = "1",
        };
        Assert.Equal(200, (await channel.PressAsync(Channel.Secretary, "agenda.add", item)).CardStatus);
        Assert.NotEqual(200, (await channel.PressAsync(Channel.Observer, "agenda.add", item)).CardStatus);
        await channel.SayAsync(Channel.Secretary, $"beslutning 1 Indstillingen fra Xenia {Planted} blev godkendt", Channel.ForumChat);
        await channel.SayAsync(Channel.Secretary, $"tilføj punkt Nyt v/ Xenia {Planted}", Channel.ForumChat);
        await channel.SayAsync(Channel.Member, "afbud Chefforum", Channel.ForumChat);
        await channel.SayAsync(Channel.Member, $"Hvad siger Xenia {Planted} til det?");
        await channel.SayAsync(Channel.Member, $"søg {Planted}");
        await channel.SayAsync(Channel.Secretary, "referat", Channel.ForumChat);
        await channel.SayAsync(Channel.Stranger, $"Jeg hedder Xenia {Planted}");
        var stranger = channel.Activity("message", Channel.Stranger);
        stranger["from"]!["name"] = $"Xenia {Planted}";
        stranger["text"] = "hjælp";
        await channel.PostAsync(stranger);
        await channel.PostRawAsync($$"""{"type":"message","text":"{{Planted}}","from":"{{Planted}}"}""");
    }

    private static async Task AskGraphInVainAsync(FakeFunctionsHost functions, string folder)
    {
        await using (var db = new SqliteConnection($"Data Source={Path.Combine(folder, "klynge.db")};Pooling=False"))
        {
            await db.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = db.CreateCommand();
            command.CommandText = $"""
                INSERT INTO "CalendarWatches" ("Mailbox", "SubscriptionId", "ClientStateHash", "RenewAt", "SyncAt")
                VALUES ('{PlantedMailbox}', 's1', 'hash', '2020-01-01 00:00:00', '2020-01-01 00:00:00')
                """;
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var microsoft365 = await functions.TickAsync("Microsoft365", TestContext.Current.CancellationToken);
        Assert.Equal(InvocationStatus.Failed, microsoft365.Status);
    }

    private static List<string> NamesOf(Channel channel)
    {
        var names = channel.Query("""SELECT group_concat("Name", '|') || '|' || group_concat("Email", '|') FROM "People" """)!;
        return [.. names.Split('|').Where(name => name.Length > 0)];
    }
}
