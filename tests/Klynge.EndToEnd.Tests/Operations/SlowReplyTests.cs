using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;
using Klynge.EndToEnd.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klynge.EndToEnd.Tests.Operations;

/// <summary>Teams does not take an answer: the request ends within ten seconds, and the answer comes later, once, where it belongs.</summary>
public sealed class SlowReplyTests(ChannelFixture fixture) : IClassFixture<ChannelFixture>
{
    private static readonly TimeSpan MaxRequest = TimeSpan.FromSeconds(10);

    private Channel Channel => fixture.Channel;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(502, null)]
    [InlineData(429, "86400")]
    [InlineData(429, "20")]
    [InlineData(0, null)]
    public async Task Answer_ThatTeamsDoesNotTake_ComesByTheOutbox(int status, string? retryAfter)
    {
        await using var teams = await BusyTeams.StartAsync(status, retryAfter);
        var activity = Channel.Activity("message", Channel.Member, chat: null, id: $"spoergsmaal-{status}-{retryAfter}");
        activity["serviceUrl"] = teams.ServiceUrl;
        activity["conversation"]!["id"] = $"a:langsom-{status}-{retryAfter}";
        activity["text"] = "hjælp";

        var clock = Stopwatch.StartNew();
        var status200 = await Channel.Bot.Http.PostAsync("api/messages", new StringContent(activity.ToJsonString(), null, "application/json"), Ct);
        var took = clock.Elapsed;
        var row = Channel.Query(
            """SELECT "Payload" FROM "Outbox" WHERE "ConversationId" = @p0 AND "SentAt" IS NULL""", (string)activity["conversation"]!["id"]!);

        Assert.Equal(HttpStatusCode.OK, status200.StatusCode);
        Assert.InRange(took, TimeSpan.Zero, MaxRequest);
        Assert.Contains((string)activity["id"]!, row, StringComparison.Ordinal);
        teams.Recover();
        var arrived = await WakeUntilTakenAsync((string)activity["conversation"]!["id"]!, teams);
        Assert.EndsWith($"/activities/spoergsmaal-{status}-{retryAfter}", Uri.UnescapeDataString(arrived.Path), StringComparison.Ordinal);
        Assert.NotNull(arrived.Body["attachments"]);
        Assert.Single(teams.All);
    }

    /// <summary>More than once, since a try that is under way when the row is woken writes its own wait afterwards.</summary>
    private async Task<(string Path, JsonNode Body)> WakeUntilTakenAsync(string chat, BusyTeams teams)
    {
        for (var second = 0; second < 60 && !teams.Taken.Task.IsCompleted; second++)
        {
            Wake(chat);
            await Task.WhenAny(teams.Taken.Task, Task.Delay(TimeSpan.FromSeconds(1), Ct));
        }

        return await teams.Taken.Task.WaitAsync(TimeSpan.FromSeconds(1), Ct);
    }

    /// <summary>As if the wait that Teams asked for were over.</summary>
    private void Wake(string chat)
    {
        using var db = Channel.Open();
        using var command = db.CreateCommand();
        command.CommandText = """UPDATE "Outbox" SET "DueAt" = "CreatedAt" WHERE "ConversationId" = @chat""";
        command.Parameters.AddWithValue("@chat", chat);
        command.ExecuteNonQuery();
    }

    /// <summary>A Teams that takes no message until it recovers; a status of 0 is one that never answers.</summary>
    private sealed class BusyTeams : IAsyncDisposable
    {
        private readonly WebApplication _app;
        private volatile bool _isWell;

        private BusyTeams(WebApplication app) => _app = app;

        public string ServiceUrl => _app.Urls.First();

        public TaskCompletionSource<(string Path, JsonNode Body)> Taken { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<string> All { get; } = new();

        public static async Task<BusyTeams> StartAsync(int status, string? retryAfter)
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var app = builder.Build();
            var teams = new BusyTeams(app);
            app.Run(http => teams.AnswerAsync(http, status, retryAfter));
            await app.StartAsync(Ct);
            return teams;
        }

        public void Recover() => _isWell = true;

        public async ValueTask DisposeAsync()
        {
            await _app.StopAsync(CancellationToken.None);
            await _app.DisposeAsync();
        }

        private async Task AnswerAsync(HttpContext http, int status, string? retryAfter)
        {
            if (_isWell)
            {
                var body = (await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted))!;
                All.Enqueue(http.Request.Path);
                await http.Response.WriteAsJsonAsync(new { id = "1" }, http.RequestAborted);
                Taken.TrySetResult((http.Request.Path, body));
                return;
            }

            if (status == 0)
            {
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                return;
            }

            http.Response.StatusCode = status;
            http.Response.Headers.RetryAfter = retryAfter;
        }
    }
}
