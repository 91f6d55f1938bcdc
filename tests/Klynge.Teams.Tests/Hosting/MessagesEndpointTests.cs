using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Klynge.Teams.Activities;
using Klynge.Teams.Tests.Support;

namespace Klynge.Teams.Tests.Hosting;

public abstract class MessagesEndpointTests(Door door)
{
    public sealed class ByProtocol() : MessagesEndpointTests(Door.Protocol);

    public sealed class ByBotBuilder() : MessagesEndpointTests(Door.BotBuilder);

    private const string Local = "http://127.0.0.1:56150/_connector";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("""{"type":7}""")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":"message"} {"type":"message"}""")]
    [InlineData("""{"type":"message","from":"Bodil"}""")]
    [InlineData("""{"type":"message","conversation":[]}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message"}""")]
    [InlineData("""{"type":"message","serviceUrl":"http://127.0.0.1/","channelId":"msteams"}""")]
    [InlineData("""{"type":"message","serviceUrl":"http://127.0.0.1/","channelId":"msteams","conversation":{"id":"c"}}""")]
    public async Task Body_ThatIsNoActivity_IsABadRequestWithAShortError(string body)
    {
        await using var bot = await BotHost.StartAnonymousAsync(door: door, routes: router => router.OnMessage((_, _) => Task.CompletedTask));

        using var response = await bot.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync(Ct))!["error"]!;
        Assert.Equal("BadRequest", (string?)error["code"]);
        Assert.InRange(((string?)error["message"])!.Length, 10, 80);
    }

    [Fact]
    public async Task Body_NestedTooDeep_IsABadRequest()
    {
        await using var bot = await BotHost.StartAnonymousAsync(door: door);

        using var response = await bot.PostAsync("""{"type":"message","value":""" + new string('[', 5_000) + new string(']', 5_000) + "}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_OverTheLimit_IsTooLarge(bool chunked)
    {
        await using var bot = await BotHost.StartAnonymousAsync(door: door, routes: router => router.OnMessage((_, _) => Task.CompletedTask));
        using var content = Long(256 * 1024);

        using var response = await bot.SendAsync(content, change: request => request.Headers.TransferEncodingChunked = chunked);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Body_JustUnderTheLimit_IsRead(bool chunked)
    {
        var text = "";
        await using var bot = await BotHost.StartAnonymousAsync(door: door, routes: router => router.OnMessage((turn, _) =>
        {
            text = turn.Text;
            return Task.CompletedTask;
        }));
        using var content = Long(255 * 1024);

        using var response = await bot.SendAsync(content, change: request => request.Headers.TransferEncodingChunked = chunked);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(255 * 1024, text.Length);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("somethingNew")]
    public async Task Activity_OfAnUnknownType_IsIgnored(string type)
    {
        await using var bot = await BotHost.StartAnonymousAsync(door: door);

        using var response = await bot.PostAsync(new JsonObject { ["type"] = type });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Invoke_ThatNobodyKnows_IsNotImplemented()
    {
        await using var bot = await BotHost.StartAnonymousAsync(door: door);

        using var response = await bot.PostAsync(Sample.Invoke("task/fetch", serviceUrl: Local));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task Invoke_IsAnsweredWithTheBareJsonAndTheStatus()
    {
        await using var bot = await BotHost.StartAnonymousAsync(door: door, routes: router => router.OnInvoke(
            "config/fetch",
            (_, value, _) => Task.FromResult(new InvokeResponse(207, Encoding.UTF8.GetBytes($$"""{"got":{{value.GetRawText()}}}""")))));

        using var response = await bot.PostAsync(Sample.Invoke("config/fetch", new JsonObject { ["a"] = 1 }, Local));

        Assert.Equal(207, (int)response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("""{"got":{"a":1}}""", await response.Content.ReadAsStringAsync(Ct));
    }

    [Fact]
    public async Task Handler_ThatFails_Is500_AndTheLogHoldsNoTextOfAnybody()
    {
        await using var bot = await BotHost.StartAnonymousAsync(door: door, routes: router => router.OnMessage(
            (turn, _) => throw new InvalidOperationException($"Cannot read '{turn.Text}'")));

        using var response = await bot.PostAsync(Sample.Message("meget fortroligt", Local));

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(Ct));
        Assert.Contains(bot.Logs.Lines, line => line.Contains("System.InvalidOperationException", StringComparison.Ordinal));
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Contains("fortroligt", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(404, 200)]
    [InlineData(403, 500)] // The registration: somebody must look at it.
    [InlineData(413, 200)]
    [InlineData(400, 200)]
    [InlineData(500, 500)]
    public async Task Answer_ThatTheChannelDoesNotTake_IsNoFailureOfTheTurn_UnlessTheChannelOrTheBotIsInTrouble(int channels, int expected)
    {
        await using var channel = await FakeChannel.StartAsync();
        channel.On("POST", "/v3/conversations/a%3Apersonal-chat/activities/m1", channels);
        await using var bot = await BotHost.StartAnonymousAsync(door: door, routes: router => router.OnMessage((turn, token) => turn.ReplyAsync("Ja", token)));

        using var response = await bot.PostAsync(Sample.Message(serviceUrl: channel.ServiceUrl, id: "m1"));

        Assert.Equal(expected, (int)response.StatusCode);
    }

    [Theory]
    [InlineData("conversation.id", "..")]
    [InlineData("conversation.id", " ")]
    [InlineData("from.id", "29:a\nb")]
    [InlineData("id", "\0")]
    [InlineData("replyToId", ".")]
    public async Task Activity_WhoseIdIsNone_IsABadRequest(string field, string id)
    {
        await using var bot = await BotHost.StartAnonymousAsync(door: door, routes: router => router.OnMessage((_, _) => Task.CompletedTask));
        var activity = Sample.Message(serviceUrl: Local);
        var path = field.Split('.');
        var parent = path.Length == 1 ? activity : activity[path[0]]!.AsObject();
        parent[path[^1]] = id;
        using var odd = await bot.PostAsync(activity);
        parent[path[^1]] = new string('a', 1_025);
        using var tooLong = await bot.PostAsync(activity);

        Assert.Equal([HttpStatusCode.BadRequest, HttpStatusCode.BadRequest], new[] { odd.StatusCode, tooLong.StatusCode });
    }

    [Fact]
    public async Task Delivery_ThatIsRepeated_GetsTheFirstAnswerAndHasNoSecondEffect()
    {
        var votes = 0;
        await using var bot = await BotHost.StartAnonymousAsync(door: door, routes: router => router.OnCardAction(
            "vote", (_, _, _) => Task.FromResult(CardActionResponse.Message($"Stemme {Interlocked.Increment(ref votes)}"))));
        var activity = Sample.CardAction("vote", serviceUrl: Local, id: "f:1");

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => AnswerAsync(bot, activity)));

        Assert.Equal(1, votes);
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Stemme 1"}""",
            Assert.Single(answers.Distinct()));
    }

    [Fact]
    public async Task Delivery_AfterAFailedOne_Runs()
    {
        var attempts = 0;
        await using var bot = await BotHost.StartAnonymousAsync(door: door, routes: router => router.OnMessage(
            (_, _) => Interlocked.Increment(ref attempts) == 1 ? throw new IOException() : Task.CompletedTask));
        var activity = Sample.Message(serviceUrl: Local, id: "1");

        using var first = await bot.PostAsync(activity);
        using var second = await bot.PostAsync(activity);
        using var third = await bot.PostAsync(activity);

        Assert.Equal([500, 200, 200], new[] { first, second, third }.Select(response => (int)response.StatusCode));
        Assert.Equal(2, attempts);
    }

    [Fact]
    public async Task Turn_GoesOnWhenTheChannelHangsUp_SoThatTheRepeatedDeliveryFindsItsAnswer()
    {
        var (started, finish) = (new TaskCompletionSource(), new TaskCompletionSource());
        var turns = 0;
        await using var bot = await BotHost.StartAnonymousAsync(door: door, routes: router => router.OnMessage(async (_, token) =>
        {
            Interlocked.Increment(ref turns);
            started.SetResult();
            await finish.Task.WaitAsync(token);
        }));
        var activity = Sample.Message(serviceUrl: Local, id: "1").ToJsonString();
        using (var impatient = new CancellationTokenSource())
        {
            using var content = new StringContent(activity, Encoding.UTF8, "application/json");
            var post = bot.Client.PostAsync("/api/messages", content, impatient.Token);
            await started.Task.WaitAsync(Ct);
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
        }

        var again = bot.PostAsync(activity);
        finish.SetResult();
        using var response = await again;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, turns);
    }

    private static StringContent Long(int letters) =>
        new(Sample.Message(new string('a', letters), Local).ToJsonString(), Encoding.UTF8, "application/json");

    private static async Task<string> AnswerAsync(BotHost bot, JsonNode activity)
    {
        using var response = await bot.PostAsync(activity);
        return await response.Content.ReadAsStringAsync(Ct);
    }
}
