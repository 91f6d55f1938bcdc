using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Klynge.Bot.Tests.Documents;
using Klynge.Bot.Tests.Support;
using Klynge.Bot.Workbench;
using Klynge.Teams.Activities;
using Klynge.Teams.Routing;
using Klynge.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Klynge.Bot.Tests.Security;

/// <summary>
/// PostgreSQL is away: whatever a host maps, and whatever a person can write or press, is answered with a sentence, never with a bare 500.
/// Both lists are the program's own, so what is new is tried as well.
/// </summary>
public sealed partial class AwayDatabaseTests : IAsyncLifetime
{
    private static readonly string[] Sentences = ["Jeg kan ikke nå mine data lige nu", "Det kunne ikke gemmes lige nu"];

    private readonly ConcurrentQueue<string> _said = new();
    private string _database = string.Empty;
    private Wire _wire = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        // The wire runs in the host's own process: it must not wait for a thread until the connection it carries is given up.
        ThreadPool.SetMinThreads(100, 100);
        _database = await PostgresServer.CreateAsync();
        var server = new NpgsqlConnectionStringBuilder(_database);
        _wire = Wire.To(server.Host!, server.Port);
    }

    public async ValueTask DisposeAsync()
    {
        if (_wire is null)
            return;

        await _wire.DisposeAsync();
        await PostgresServer.DropAsync(_database);
    }

    [Theory]
    [InlineData(true, 25)]
    [InlineData(false, 3)]
    public async Task EveryRoute_WhileTheDatabaseIsAway_IsAnsweredWithASentence_AndNeverByABare500(bool isLocal, int away)
    {
        await using var host = await StartAsync(isLocal);
        var (person, chat, pass) = isLocal ? await PrepareAsync(host) : (null, string.Empty, new string('A', 120));
        _wire.Cut();

        var answers = await Task.WhenAll(host.Endpoints.Select(endpoint => CallAsync(host, endpoint, person?.Id ?? "x", chat, pass)));

        Assert.DoesNotContain(answers, answer => (int)answer.Status >= 500 && answer.Status != HttpStatusCode.ServiceUnavailable);
        Assert.DoesNotContain(answers, answer => answer.Status == HttpStatusCode.ServiceUnavailable && !answer.IsForMachines && !Sentences.Any(answer.Text.StartsWith));
        Assert.True(answers.Count(answer => answer.Status == HttpStatusCode.ServiceUnavailable) >= away, string.Join('\n', answers.Select(answer => $"{answer.Status} {answer.Route}")));
    }

    /// <summary>Away, or as one that takes every connection and answers nothing: a statement is given up after eleven seconds (SilentDatabaseTests), with whoever waits for the writer behind it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EverythingThatAPersonCanDo_WhileTheDatabaseIsAway_IsAnsweredWithASentence_BeforeTeamsGivesUp(bool isStalled)
    {
        await using var host = await StartAsync(isLocal: true);
        await using var channel = await StartChannelAsync();
        var (person, _, _) = await PrepareAsync(host);
        Assert.Equal(200, CardStatus((await DoAsync(host, channel.Urls.First(), person!, "card:chat.run", round: 0)).Text));
        if (isStalled)
            _wire.Stall();
        else
            _wire.Cut();

        // Those who wait for a server that says nothing wait for each other as well: a share of the buttons stands for all.
        var names = host.Services.GetRequiredService<ActivityRouter>().Names.Where(name => name != "card:?")
            .Where((name, number) => !isStalled || !IsButton(name) || number % 12 == 0).ToList();
        var answers = await Task.WhenAll(names.Select(name => DoAsync(host, channel.Urls.First(), person!, name, round: 1)));
        _wire.Mend();

        Assert.DoesNotContain(answers, answer => !IsTold(answer));
        Assert.InRange(answers.Count(answer => Sentences.Any(sentence => answer.Text.Contains(sentence, StringComparison.Ordinal))), names.Count * 9 / 10, names.Count);
        Assert.DoesNotContain(answers, answer => answer.Took > TimeSpan.FromSeconds(15));
        Assert.Contains(_said, said => Sentences.Any(sentence => said.Contains(sentence, StringComparison.Ordinal)));
        await UntilReadyAsync(host);
        Assert.Equal(200, CardStatus((await DoAsync(host, channel.Urls.First(), person!, "card:chat.run", round: 2)).Text));
    }

    /// <summary>The channel takes no answer either, and it cannot be kept for later: the channel is to bring the message again. Each takes the eight seconds of an answer.</summary>
    [Fact]
    public async Task Message_WhoseAnswerNobodyTakesAndNothingKeeps_IsPutOff_NotLost()
    {
        await using var host = await StartAsync(isLocal: true);
        var (person, _, _) = await PrepareAsync(host);
        _wire.Cut();

        var answers = await Task.WhenAll(new[] { "message", "fallback:chat.run" }.Select(what => DoAsync(host, "http://127.0.0.1:9/", person!, what, round: 1)));

        Assert.All(answers, answer => Assert.Equal((HttpStatusCode.ServiceUnavailable, true), (answer.Status, Sentences.Any(sentence => answer.Text.Contains(sentence, StringComparison.Ordinal)))));
    }

    private static bool IsTold(Done answer) => answer.Route switch
    {
        "message" => answer.Status == HttpStatusCode.OK,
        "invoke:application/search" => answer.Status == HttpStatusCode.OK && Sentences.Any(sentence => answer.Text.Contains(sentence, StringComparison.Ordinal)),
        var route when IsButton(route) =>
            answer.Status == HttpStatusCode.OK && (CardStatus(answer.Text) < 500 || Sentences.Any(sentence => answer.Text.Contains(sentence, StringComparison.Ordinal))),
        _ => answer.Status == HttpStatusCode.ServiceUnavailable && Sentences.Any(sentence => answer.Text.Contains(sentence, StringComparison.Ordinal)),
    };

    private static bool IsButton(string route) => route.StartsWith("card:", StringComparison.Ordinal);

    private static int? CardStatus(string text)
    {
        using var body = text.Length == 0 ? null : JsonDocument.Parse(text);
        return body?.RootElement.GetProperty("statusCode").GetInt32();
    }

    private async Task<RunningHost> StartAsync(bool isLocal)
    {
        var address = new NpgsqlConnectionStringBuilder(_database) { Host = "127.0.0.1", Port = _wire.Port };
        string[] settings = [$"--ConnectionStrings:Klynge={address}", "--Klynge:RunJobs=false", "--Klynge:RequestsPerAddress=0"];
        return isLocal ? await RunningHost.StartLocalAsync(settings) : await RunningHost.StartInTenantAsync(["--Microsoft365=tenant", .. settings]);
    }

    private static async Task<(WorkbenchPerson? Secretary, string Chat, string Pass)> PrepareAsync(RunningHost host)
    {
        await DocumentEndpointTests.StoreAsync(host);
        var pass = await DocumentEndpointTests.PassAsync(host);
        var board = await host.Services.GetRequiredService<IWorkbenchDirectory>().GetAsync(Ct);
        var forum = board.Forums.First(one => one.Seats.Any(seat => seat.Role == WorkbenchRole.Secretariat));
        return (board.People.Single(one => one.Id == forum.Seats.First(seat => seat.Role == WorkbenchRole.Secretariat).PersonId), forum.ConversationId, pass[(pass.LastIndexOf('/') + 1)..]);
    }

    private static async Task<Done> CallAsync(RunningHost host, RouteEndpoint route, string person, string chat, string pass)
    {
        var method = route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods[0] ?? "GET";
        var pattern = "/" + route.RoutePattern.RawText!.TrimStart('/');
        var address = Parameter().Replace(pattern, one => Uri.EscapeDataString(one.Groups[1].Value switch
        {
            "token" => new string('A', 43),
            "pass" => pass,
            "member" or "participant" => person,
            "file" => "index.html",
            _ => chat.Length > 0 ? chat : "x",
        }));
        var request = new HttpRequestMessage(new HttpMethod(method), method == "GET" ? $"{address}?person={Uri.EscapeDataString(person)}&chat={Uri.EscapeDataString(chat)}&id=x" : address);
        if (method is "POST" or "PUT")
        {
            request.Content = JsonContent.Create(new
            {
                type = "message",
                text = "hjælp",
                person,
                chat,
                card = "1",
                verb = "agenda.show",
                started = true,
                answer = "Accept",
                value = new[] { new { subscriptionId = "x", clientState = "x", resourceData = new { id = "x" } } },
            });
        }

        if (!pattern.StartsWith("/workbench/teams", StringComparison.Ordinal))
            request.Headers.Add("Origin", host.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));

        return await SendAsync(host, request, $"{method} {pattern}");
    }

    /// <summary>One activity of whatever the router takes, as the secretary in their own chat.</summary>
    private static Task<Done> DoAsync(RunningHost host, string channel, WorkbenchPerson person, string name, int round)
    {
        var (type, rest) = name.Split(':', 2) is [var first, var second] ? (first, second) : (name, null);
        object? value = type switch
        {
            "card" => new { action = new { type = "Action.Execute", verb = rest, data = new { forum = Guid.NewGuid(), text = "møder", procedure = Guid.NewGuid() } }, trigger = "manual" },
            "fallback" => new { verb = rest, text = "møder" },
            "invoke" => new { queryText = "a", queryOptions = new { skip = 0, top = 15 }, dataset = $"seats/{Guid.NewGuid():N}/{Guid.NewGuid():N}" },
            _ => null,
        };
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages")
        {
            Content = JsonContent.Create(new
            {
                type = type switch { "card" => ActivityTypes.Invoke, "fallback" => ActivityTypes.Message, _ => type },
                name = type == "card" ? InvokeNames.CardAction : rest,
                id = $"{name}-{round}",
                action = "add",
                text = type == "fallback" ? null : "møder",
                channelId = "msteams",
                serviceUrl = channel,
                from = new { id = person.Id, aadObjectId = person.AadObjectId },
                membersAdded = new[] { new { id = "29:another", aadObjectId = Guid.NewGuid(), email = "a@fjordlandet.example" } },
                conversation = new { id = $"a:{person.AadObjectId}", conversationType = "personal", tenantId = "t" },
                recipient = new { id = "28:bot" },
                channelData = new { meeting = new { id = "teams-1" } },
                value,
            }),
        };
        return SendAsync(host, request, name);
    }

    private static async Task<Done> SendAsync(RunningHost host, HttpRequestMessage request, string route)
    {
        using (request)
        {
            var began = Stopwatch.GetTimestamp();
            using var answer = await host.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
            var text = answer.IsSuccessStatusCode && route.EndsWith("/events", StringComparison.Ordinal) ? string.Empty : await answer.Content.ReadAsStringAsync(Ct);
            return new Done(route, answer.StatusCode, text, Stopwatch.GetElapsedTime(began));
        }
    }

    private static async Task UntilReadyAsync(RunningHost host)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            using var ready = await host.Client.GetAsync("/healthz/ready", Ct);
            if (ready.IsSuccessStatusCode)
                return;

            await Task.Delay(100, Ct);
        }
    }

    /// <summary>Takes everything, as Teams does while it is the database that is away.</summary>
    private async Task<WebApplication> StartChannelAsync()
    {
        var channel = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]).Build();
        channel.MapFallback(async context =>
        {
            using var body = new StreamReader(context.Request.Body);
            _said.Enqueue(Regex.Unescape(await body.ReadToEndAsync(context.RequestAborted)));
            await context.Response.WriteAsJsonAsync(new { id = "1" });
        });
        await channel.StartAsync(Ct);
        return channel;
    }

    [GeneratedRegex(@"\{\*{0,2}([a-z]+)\}")]
    private static partial Regex Parameter();

    private sealed record Done(string Route, HttpStatusCode Status, string Text, TimeSpan Took)
    {
        /// <summary>Health and Graph read the status alone.</summary>
        internal bool IsForMachines => Route.Contains("/healthz/", StringComparison.Ordinal) || Route.Contains("/api/graph/", StringComparison.Ordinal);
    }
}
