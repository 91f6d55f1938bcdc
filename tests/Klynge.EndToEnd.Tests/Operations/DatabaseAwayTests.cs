using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Klynge.EndToEnd.Tests.WrittenProcedures;
using Klynge.Testing;
using Npgsql;

namespace Klynge.EndToEnd.Tests.Operations;

/// <summary>
/// PostgreSQL is away for some seconds under load: whoever presses a button reads a Danish sentence, whether the press only reads or
/// writes as well; nothing is half done; and it goes on by itself.
/// </summary>
public sealed class DatabaseAwayTests
{
    private const int Voters = 25;
    private const int Presses = 500;

    private static readonly TimeSpan AwayFor = TimeSpan.FromSeconds(4);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Presses_WhilePostgresIsAway_AreAnsweredInDanish_NeverByABare500()
    {
        await using var opened = await OpenCase.CreateAsync(Voters, onPostgres: true);
        var server = new NpgsqlConnectionStringBuilder(opened.Environment["ConnectionStrings__Klynge"]);
        await using var wire = Wire.To(server.Host!, server.Port);
        (server.Host, server.Port) = ("127.0.0.1", wire.Port);
        var environment = new Dictionary<string, string>(opened.Environment) { ["ConnectionStrings__Klynge"] = server.ToString() };
        await using var bot = await BotProcess.StartAsync(opened.Folder, environment);
        await PressAllAsync(bot, opened, round: 0, Voters);

        wire.Cut();
        using var away = new PeriodicTimer(AwayFor);
        var pressing = PressAllAsync(bot, opened, round: 1, Presses);
        using var page = await bot.Http.GetAsync($"kalender/{new string('A', 43)}.ics", Ct);
        using var installed = await NewsAsync(bot, "installationUpdate");
        using var added = await NewsAsync(bot, "conversationUpdate");
        using var started = await NewsAsync(bot, "event");
        using var health = await bot.Http.GetAsync("healthz/ready", Ct);
        await away.WaitForNextTickAsync(Ct);
        wire.Mend();
        var answers = await pressing;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.StartsWith("Jeg kan ikke nå mine data lige nu.", await page.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        foreach (var news in new[] { installed, added, started })
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "10"), (news.StatusCode, Assert.Single(news.Headers.GetValues("Retry-After"))));
            Assert.Contains("lige nu", await news.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        Assert.All(answers, answer => Assert.True(
            answer.Card == 200
            || answer.Text.StartsWith("Det kunne ikke gemmes lige nu", StringComparison.Ordinal)
            || answer.Text.StartsWith("Jeg kan ikke nå mine data lige nu", StringComparison.Ordinal),
            $"{answer.Status} {answer.Card} {answer.Text} {Failures(bot)}"));
        Assert.Contains(answers, answer => answer.Card == 500);
        Assert.Contains("The database is unavailable; told the person so", bot.Output, StringComparison.Ordinal);

        // The same process goes on; what was acknowledged is there, and nothing else.
        await UntilReadyAsync(bot);
        var after = await PressAllAsync(bot, opened, round: 2, Voters);
        Assert.All(after, answer => Assert.True(answer.Card == 200, $"{answer.Status} {answer.Card} {answer.Text} {Failures(bot)}"));
        var stored = await opened.StoredAsync();
        Assert.Distinct(stored);
        Assert.Superset(answers.Where(answer => answer.Card == 200 && !answer.IsRead).Select(answer => answer.Remarks).ToHashSet(), stored.ToHashSet());
    }

    /// <summary>What the bot wrote of turns that broke on something it does not know: type and place, never what was said.</summary>
    private static string Failures(BotProcess bot) =>
        string.Join('\n', bot.Output.Split('\n')
            .SkipWhile(line => !line.Contains("failed, activity", StringComparison.Ordinal) && !line.Contains("told the person so", StringComparison.Ordinal))
            .TakeLast(60));

    /// <summary>What the channel tells of by itself: nobody waits for words.</summary>
    private static Task<HttpResponseMessage> NewsAsync(BotProcess bot, string type) => bot.Http.PostAsJsonAsync("api/messages", new
    {
        type,
        action = "add",
        name = "application/vnd.microsoft.meetingStart",
        id = $"f:{type}",
        channelId = "msteams",
        serviceUrl = bot.Address.ToString(),
        from = new { id = "29:somebody", aadObjectId = Guid.NewGuid() },
        membersAdded = new[] { new { id = "29:another", aadObjectId = Guid.NewGuid(), email = "a@fjordlandet.example" } },
        conversation = new { id = "19:new@thread.v2", conversationType = "groupChat", tenantId = "t" },
        recipient = new { id = "28:bot" },
        channelData = new { meeting = new { id = "teams-1" } },
    }, Ct);

    private static async Task UntilReadyAsync(BotProcess bot)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (true)
        {
            using var ready = await bot.Http.GetAsync("healthz/ready", patience.Token);
            if (ready.IsSuccessStatusCode)
                return;
            await pause.WaitForNextTickAsync(patience.Token);
        }
    }

    /// <summary>Every other press only reads.</summary>
    private static async Task<Answer[]> PressAllAsync(BotProcess bot, OpenCase opened, int round, int presses) =>
        await Task.WhenAll(Enumerable.Range(0, presses).Select(number => PressAsync(bot, opened, number, round)));

    private static async Task<Answer> PressAsync(BotProcess bot, OpenCase opened, int number, int round)
    {
        var voter = opened.Voters[number % Voters];
        var (isRead, remarks) = (number % 2 == 1, $"{voter}/{round}-{number}");
        using var response = await bot.Http.PostAsJsonAsync("api/messages", new
        {
            type = "invoke",
            name = "adaptiveCard/action",
            id = $"f:{round}-{number}",
            channelId = "msteams",
            serviceUrl = bot.Address.ToString(),
            from = new { id = $"29:{voter}", aadObjectId = voter },
            conversation = new { id = $"a:{voter}", conversationType = "personal", tenantId = "t" },
            recipient = new { id = "28:bot" },
            value = new
            {
                action = new
                {
                    type = "Action.Execute",
                    verb = isRead ? "procedure.view" : "procedure.vote",
                    data = new { forum = opened.Procedure.ForumId.Value, procedure = opened.Procedure.Id.Value, version = 1, answer = "remarks", remarks },
                },
                trigger = "manual",
            },
        }, Ct);
        var text = await response.Content.ReadAsStringAsync(Ct);
        using var body = text.Length == 0 ? null : JsonDocument.Parse(text);
        var card = body?.RootElement.GetProperty("statusCode").GetInt32();
        var sentence = card == 200 ? "" : body?.RootElement.GetProperty("value").GetProperty("message").GetString() ?? "";
        return new Answer(response.StatusCode, card, sentence, isRead, remarks);
    }

    private sealed record Answer(HttpStatusCode Status, int? Card, string Text, bool IsRead, string Remarks);
}
