using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klynge.Teams.Activities;
using Klynge.Teams.Cards;
using Klynge.Teams.Connector;
using Klynge.Teams.Routing;
using Klynge.Teams.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Teams.Tests.Routing;

public sealed class ActivityRouterTests : IAsyncLifetime
{
    private readonly ActivityRouter _router = new();
    private FakeChannel _channel = null!;
    private BotHost _bot = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _channel = await FakeChannel.StartAsync();
        _bot = await BotHost.StartAnonymousAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _channel.DisposeAsync();
    }

    [Fact]
    public async Task CardAction_ReachesTheHandlerOfItsVerb()
    {
        InvokedAction? seen = null;
        _router.OnCardAction("vote", (_, action, _) =>
        {
            seen = action;
            return Task.FromResult(CardActionResponse.Card(SampleCards.Small));
        });

        var response = await DispatchAsync(Sample.CardAction("vote", new JsonObject { ["item"] = "7", ["count"] = 3, ["sure"] = true }));

        Assert.Equal(("7", 3, true), (seen!.Data.Text("item"), seen.Data.Integer("count"), seen.Data.Flag("sure")));
        Assert.Equal((false, false, "1700000000000"), (seen.IsRefresh, seen.IsFallback, seen.CardActivityId));
        var body = JsonNode.Parse(response.Body.Span)!;
        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), ((int?)body["statusCode"], (string?)body["type"]));
        Assert.Equal("AdaptiveCard", (string?)body["value"]!["type"]);
    }

    [Fact]
    public async Task CardAction_ThatTheClientRunsByItself_IsARefresh()
    {
        var isRefresh = false;
        _router.OnCardAction("show", (_, action, _) =>
        {
            isRefresh = action.IsRefresh;
            return Task.FromResult(CardActionResponse.Message(""));
        });

        await DispatchAsync(Sample.CardAction("show", trigger: "automatic"));

        Assert.True(isRefresh);
    }

    [Fact]
    public async Task Fallback_InAPersonalChat_PutsTheNewCardInTheOldOnesPlace()
    {
        _channel.On("PUT", "/v3/conversations/a%3Apersonal-chat/activities/17", 200);
        _router.OnMessage((_, _) => throw new InvalidOperationException("A pressed button is no text."));
        _router.OnCardAction("vote", (_, action, _) => Task.FromResult(CardActionResponse.Card(
            SampleCards.Small with { Speak = $"{action.Data.Text("item")} {action.IsFallback}" })));

        var response = await DispatchAsync(Pressed("vote"));

        Assert.Equal((200, true), (response.Status, response.Body.IsEmpty));
        Assert.Equal("7 True", (string?)_channel.Calls[0].Body!["attachments"]![0]!["content"]!["speak"]);
    }

    [Fact]
    public async Task Fallback_WhoseCardIsGone_SendsTheNewCard()
    {
        _channel.On("PUT", "/v3/conversations/a%3Apersonal-chat/activities/17", 404);
        _channel.On("POST", "/v3/conversations/a%3Apersonal-chat/activities/m1", 201, """{"id":"18"}""");
        _router.OnCardAction("vote", (_, _, _) => Task.FromResult(CardActionResponse.Card(SampleCards.Small)));

        await DispatchAsync(Pressed("vote"));
    }

    [Fact]
    public async Task Fallback_InAGroup_LeavesEverybodysCardAlone()
    {
        _channel.On("POST", "/v3/conversations/a%3Apersonal-chat/activities/m1", 201, """{"id":"18"}""");
        _router.OnCardAction("vote", (_, _, _) => Task.FromResult(CardActionResponse.Card(SampleCards.Small)));
        var activity = Pressed("vote");
        activity["conversation"]!["conversationType"] = "groupChat";

        await DispatchAsync(activity);
    }

    [Fact]
    public async Task Fallback_ThatIsRefused_IsAnsweredWithTheText()
    {
        _channel.On("POST", "/v3/conversations/a%3Apersonal-chat/activities/m1", 201, """{"id":"18"}""");
        _router.OnCardAction("vote", (_, _, _) => Task.FromResult(CardActionResponse.Error("Closed", "Afstemningen er lukket.")));

        await DispatchAsync(Pressed("vote"));

        Assert.Equal("Afstemningen er lukket.", (string?)_channel.Calls[0].Body!["text"]);
    }

    [Fact]
    public async Task CardAction_OfAnUnknownVerb_IsNotImplemented_UnlessSomebodyTakesThem()
    {
        Assert.Equal(501, (await DispatchAsync(Sample.CardAction("old"))).Status);

        _router.OnUnknownCardAction((_, action, _) => Task.FromResult(CardActionResponse.Error("Unknown", action.Verb)));

        Assert.Equal(400, (int?)JsonNode.Parse((await DispatchAsync(Sample.CardAction("old"))).Body.Span)!["statusCode"]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{}")]
    [InlineData("""{"action":{}}""")]
    [InlineData("""{"action":{"verb":7}}""")]
    [InlineData("""{"action":"vote"}""")]
    public async Task CardAction_ThatIsMalformed_IsABadRequest(string value) =>
        Assert.Equal(400, (await DispatchAsync(Sample.Invoke("adaptiveCard/action", JsonNode.Parse(value)))).Status);

    [Theory]
    [InlineData(EventNames.MeetingStart, "event:application/vnd.microsoft.meetingStart")]
    [InlineData("other", "")]
    public async Task Event_ReachesTheHandlerOfItsName(string name, string expected)
    {
        var seen = "";
        _router.OnEvent(EventNames.MeetingStart, (_, value, _) =>
        {
            var meeting = value.Deserialize(ActivityJson.Context.MeetingEventValue)!;
            seen = meeting.Title == "Chefforum" ? "event:" + EventNames.MeetingStart : "?";
            return Task.CompletedTask;
        });
        var activity = Sample.Invoke(name, new JsonObject { ["Title"] = "Chefforum", ["StartTime"] = "2026-12-15T13:00:00Z" });
        activity["type"] = "event";

        var response = await DispatchAsync(activity);

        Assert.Equal((200, expected), (response.Status, seen));
    }

    [Theory]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    [InlineData("messageReaction")]
    public async Task Update_ReachesItsHandler(string type)
    {
        var seen = new List<string>();
        _router.OnConversationUpdate((turn, _) => Note(turn));
        _router.OnInstallationUpdate((turn, _) => Note(turn));
        _router.OnMessageReaction((turn, _) => Note(turn));
        var activity = Sample.Message();
        activity["type"] = type;

        await DispatchAsync(activity);

        Assert.Equal([type], seen);

        Task Note(TurnContext turn)
        {
            seen.Add(turn.Activity.Type!);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public void Route_ThatIsClaimedTwice_IsAnErrorAtOnce()
    {
        _router.OnMessage((_, _) => Task.CompletedTask).OnEvent("a", (_, _, _) => Task.CompletedTask);
        _router.OnCardAction("vote", (_, _, _) => Task.FromResult(CardActionResponse.Message("")));

        Assert.Throws<InvalidOperationException>(() => _router.OnMessage((_, _) => Task.CompletedTask));
        Assert.Throws<InvalidOperationException>(() => _router.OnEvent("a", (_, _, _) => Task.CompletedTask));
        Assert.Throws<InvalidOperationException>(
            () => _router.OnCardAction("vote", (_, _, _) => Task.FromResult(CardActionResponse.Message(""))));
        Assert.Throws<ArgumentException>(() => _router.OnInvoke(InvokeNames.CardAction, (_, _, _) => Task.FromResult(InvokeResponse.Ok)));
    }

    [Fact]
    public async Task Reply_AnswersTheMessageInItsThread()
    {
        _channel.On("POST", "/v3/conversations/a%3Apersonal-chat/activities/m1", 201, """{"id":"18"}""");
        string? id = null;
        _router.OnMessage(async (turn, token) => id = await turn.ReplyAsync(SampleCards.Small, token));

        await DispatchAsync(Sample.Message(id: "m1"));

        Assert.Equal("18", id);
        var body = _channel.Calls[0].Body!;
        Assert.Equal(("29:bodil", "28:bot"), ((string?)body["recipient"]!["id"], (string?)body["from"]!["id"]));
        Assert.Equal("m1", (string?)body["replyToId"]);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)body["attachments"]![0]!["contentType"]);
    }

    [Fact]
    public async Task Dispatch_HasASpan_AndIsCountedByKindAndOutcome()
    {
        var (spans, counted, durations) = (new List<string>(), new List<string>(), 0);
        using var spanListener = new System.Diagnostics.ActivityListener
        {
            ShouldListenTo = source => source.Name == TeamsTelemetry.Name,
            Sample = (ref _) => System.Diagnostics.ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (span.OperationName == "card:measured")
                    spans.Add($"{span.OperationName} {span.Status}");
            },
        };
        System.Diagnostics.ActivitySource.AddActivityListener(spanListener);
        using var meters = new MeterListener { InstrumentPublished = (instrument, listener) => Enable(instrument, listener) };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Count(tags));
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) => durations += IsMeasured(tags) ? 1 : 0);
        meters.Start();
        _router.OnCardAction("measured", (_, action, _) => action.Data.Flag("fail") == true
            ? throw new IOException()
            : Task.FromResult(action.Data.Flag("refuse") == true ? CardActionResponse.Error("No", "Nej") : CardActionResponse.Message("")));

        await DispatchAsync(Sample.CardAction("measured"));
        await DispatchAsync(Sample.CardAction("measured", new JsonObject { ["refuse"] = true }));
        await Assert.ThrowsAsync<IOException>(() => DispatchAsync(Sample.CardAction("measured", new JsonObject { ["fail"] = true })));

        Assert.Equal(["card:measured Ok", "card:measured Ok", "card:measured Error"], spans);
        Assert.Equal(["card ok", "card refused", "card failed"], counted);
        Assert.Equal(3, durations);

        static void Enable(Instrument instrument, MeterListener listener)
        {
            if (instrument.Meter.Name == TeamsTelemetry.Name)
                listener.EnableMeasurementEvents(instrument);
        }

        static bool IsMeasured(ReadOnlySpan<KeyValuePair<string, object?>> tags) => (string?)tags[0].Value == "card:measured";

        void Count(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (IsMeasured(tags))
                counted.Add($"{tags[1].Value} {tags[2].Value}");
        }
    }

    private static JsonObject Pressed(string verb)
    {
        var activity = Sample.Message(id: "m1");
        activity.Remove("text");
        activity["replyToId"] = "17";
        activity["value"] = new JsonObject { ["verb"] = verb, ["item"] = "7" };
        return activity;
    }

    private Task<InvokeResponse> DispatchAsync(JsonObject activity)
    {
        activity["serviceUrl"] = _channel.ServiceUrl;
        var turn = new TurnContext(
            ActivityJson.DeserializeActivity(activity.ToJsonString()), _bot.Services.GetRequiredService<ConnectorClient>(), _bot.Services);
        return _router.DispatchAsync(turn, Ct);
    }
}
