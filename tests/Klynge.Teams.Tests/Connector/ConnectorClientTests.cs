using System.Text.Json.Nodes;
using Klynge.Teams.Activities;
using Klynge.Teams.Connector;
using Klynge.Teams.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Klynge.Teams.Tests.Connector;

public abstract class ConnectorClientTests(Door door) : IAsyncLifetime
{
    public sealed class ByProtocol() : ConnectorClientTests(Door.Protocol);

    public sealed class ByBotBuilder() : ConnectorClientTests(Door.BotBuilder);

    private const string Escaped = "19%3Aforum%40thread.tacv2%3Bmessageid%3D17";
    private const string Members = $"/v3/conversations/{Escaped}/pagedmembers?pageSize=500";
    private FakeChannel _channel = null!;
    private BotHost _bot = null!;

    private ConnectorClient Connector => _bot.Services.GetRequiredService<ConnectorClient>();

    private ConversationReference Forum => new()
    {
        ServiceUrl = _channel.ServiceUrl,
        ChannelId = "msteams",
        Conversation = new ConversationAccount { Id = "19:forum@thread.tacv2;messageid=17", ConversationType = "channel" },
        Bot = new ChannelAccount { Id = "28:bot" },
        User = new ChannelAccount { Id = "29:bodil" },
    };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _channel = await FakeChannel.StartAsync();
        _bot = await BotHost.StartAnonymousAsync(door: door);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _channel.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Send_PostsTheActivityAndTellsItsId()
    {
        _channel.On("POST", $"/v3/conversations/{Escaped}/activities", 201, """{"id":"1"}""");

        var id = await Connector.SendAsync(Forum, Activity.Message("Dagsordenen er udsendt på »Chefforum«"), Ct);

        Assert.Equal("1", id);
        var call = Assert.Single(_channel.Calls);
        Assert.Equal("message", (string?)call.Body!["type"]);
        Assert.Equal("Dagsordenen er udsendt på »Chefforum«", (string?)call.Body["text"]);
        Assert.Equal("28:bot", (string?)call.Body["from"]!["id"]);
        Assert.False(call.Body.AsObject().ContainsKey("recipient"));
        Assert.Equal("", call.Authorization);
    }

    [Fact]
    public async Task Send_WithoutAnIdInTheAnswer_GivesNone()
    {
        _channel.On("POST", $"/v3/conversations/{Escaped}/activities", 202);

        Assert.Null(await Connector.SendAsync(Forum, Activity.Message("Hej"), Ct));
    }

    [Fact]
    public async Task Reply_GoesBelowTheMessageThatItAnswers()
    {
        _channel.On("POST", $"/v3/conversations/{Escaped}/activities/f%3A5%2F..", 200, """{"id":"2"}""");

        Assert.Equal("2", await Connector.ReplyAsync(Forum, "f:5/..", Activity.Message("Ja"), Ct));
        Assert.Equal("f:5/..", (string?)_channel.Calls[0].Body!["replyToId"]);
    }

    [Fact]
    public async Task Update_PutsTheActivity()
    {
        _channel.On("PUT", $"/v3/conversations/{Escaped}/activities/7", 200, """{"id":"7"}""");

        await Connector.UpdateAsync(Forum, "7", Activity.Message("Rettet"), Ct);

        Assert.Equal("7", (string?)_channel.Calls[0].Body!["id"]);
    }

    [Fact]
    public async Task Delete_NamesTheActivity()
    {
        _channel.On("DELETE", $"/v3/conversations/{Escaped}/activities/7", 200);

        await Connector.DeleteAsync(Forum, "7", Ct);
    }

    [Fact]
    public async Task Members_AreReadPageByPage()
    {
        _channel
            .On("GET", Members, 200,
                """{"continuationToken":"a+b","members":[{"id":"29:bodil","email":"bodil@example.dk","new":1}]}""")
            .On("GET", Members + "&continuationToken=a%2Bb", 200, """{"members":[{"id":"29:tina"}]}""");

        var members = await Connector.GetMembersAsync(Forum, Ct).ToListAsync(Ct);

        Assert.Equal(["29:bodil", "29:tina"], members.Select(member => member.Id));
        Assert.Equal("bodil@example.dk", members[0].Email);
        Assert.Equal(1, members[0].Extra!["new"].GetInt32());
    }

    [Fact]
    public async Task Members_WhoseTokenRepeats_EndInsteadOfGoingRound()
    {
        _channel
            .On("GET", Members, 200, """{"continuationToken":"x","members":[{"id":"1"}]}""")
            .On("GET", Members + "&continuationToken=x", 200, """{"continuationToken":"x","members":[]}""");

        Assert.Single(await Connector.GetMembersAsync(Forum, Ct).ToListAsync(Ct));
    }

    [Fact]
    public async Task Member_WhoIsNotThere_IsNull()
    {
        _channel.On("GET", $"/v3/conversations/{Escaped}/members/29%3Anobody", 404, """{"error":{"code":"MemberNotFoundInConversation"}}""");

        Assert.Null(await Connector.GetMemberAsync(Forum, "29:nobody", Ct));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("..")]
    [InlineData("29:a\0")]
    public async Task Member_OfAnIdThatIsNone_IsNullAndNobodyIsAsked(string id)
    {
        Assert.Null(await Connector.GetMemberAsync(Forum, id, Ct));
        Assert.Empty(_channel.Calls);
    }

    [Fact]
    public async Task PersonalConversation_IsCreatedWithExactlyOneMember()
    {
        _channel.On("POST", "/v3/conversations", 200, """{"id":"a:new"}""");

        var chat = await Connector.CreatePersonalConversationAsync(_channel.ServiceUrl, "t1", "29:tina", Ct);

        Assert.Equal("a:new", chat.Conversation.Id);
        Assert.True(chat.Conversation.IsPersonal);
        Assert.Equal("29:tina", chat.User!.Id);
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""{"isGroup":false,"members":[{"id":"29:tina"}],"tenantId":"t1"}"""), _channel.Calls[0].Body));
    }

    [Fact]
    public async Task ChannelThread_StartsWithItsFirstMessage()
    {
        _channel.On("POST", "/v3/conversations", 201, """{"id":"19:c@thread.tacv2;messageid=5","activityId":"5"}""");

        var thread = await Connector.CreateChannelThreadAsync(
            _channel.ServiceUrl, "t1", "19:c@thread.tacv2", Activity.Message("Nyt møde"), Ct);

        Assert.Equal(("19:c@thread.tacv2;messageid=5", "5"), (thread.Conversation.Id, thread.ActivityId));
        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"isGroup":true,"activity":{"type":"message","textFormat":"plain","text":"Nyt møde"},
                 "channelData":{"channel":{"id":"19:c@thread.tacv2"}},"tenantId":"t1"}
                """),
            _channel.Calls[0].Body));
    }

    [Fact]
    public async Task Meeting_TellsItsFacts()
    {
        _channel.On("GET", "/v1/meetings/MCMx", 200,
            """{"details":{"title":"Chefforum","scheduledStartTime":"2026-12-15T13:00:00Z"},"organizer":{"id":"29:o"}}""");

        var meeting = await Connector.GetMeetingAsync(_channel.ServiceUrl, "MCMx", Ct);

        Assert.Equal("Chefforum", meeting.Details!.Title);
        Assert.Equal(13, meeting.Details.ScheduledStartTime!.Value.Hour);
    }

    [Fact]
    public async Task Participant_IsAskedForWithTheTenant()
    {
        _channel.On("GET", "/v1/meetings/MCMx/participants/aad-1?tenantId=t1", 200,
            """{"user":{"id":"29:bodil"},"meeting":{"role":"Presenter","inMeeting":true},"conversation":{"id":"19:m"}}""");

        var participant = await Connector.GetMeetingParticipantAsync(_channel.ServiceUrl, "MCMx", "aad-1", "t1", Ct);

        Assert.Equal((true, "Presenter"), (participant!.Meeting!.InMeeting, participant.Meeting.Role));
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"MessageWritesBlocked","message":"…"}}""", ConnectorFailure.Undeliverable)]
    [InlineData(403, """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\"}"}""", ConnectorFailure.Undeliverable)]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster"}}""", ConnectorFailure.Undeliverable)]
    [InlineData(403, "<html>", ConnectorFailure.Unauthorized)]
    [InlineData(401, "", ConnectorFailure.Unauthorized)]
    [InlineData(404, """{"error":{"code":"ConversationNotFound"}}""", ConnectorFailure.Gone)]
    [InlineData(413, """{"error":{"code":"MessageSizeTooBig"}}""", ConnectorFailure.TooLarge)]
    [InlineData(400, """{"error":{"code":"BadArgument"}}""", ConnectorFailure.Refused)]
    [InlineData(302, "", ConnectorFailure.Refused)]
    [InlineData(500, "", ConnectorFailure.Unavailable)]
    [InlineData(200, "<html>", ConnectorFailure.Unavailable)]
    public async Task Refusal_IsToldApartAndNotRepeated(int status, string body, ConnectorFailure expected)
    {
        _channel.On(
            "POST", $"/v3/conversations/{Escaped}/activities", status, body,
            response => response.Headers.Location = "http://127.0.0.1:1/elsewhere");

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => Connector.SendAsync(Forum, Activity.Message("fortroligt"), Ct));

        Assert.Equal(expected, failed.Failure);
        Assert.DoesNotContain("fortroligt", failed.ToString(), StringComparison.Ordinal);
        Assert.Single(_channel.Calls);
    }

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/", "NoCredential")]
    [InlineData("https://evil.example/", "HostNotAllowed")]
    [InlineData("not a url", "HostNotAllowed")]
    public async Task Send_ToAHostThatIsNotAllowed_NeverLeaves(string serviceUrl, string code)
    {
        var failed = await Assert.ThrowsAsync<ConnectorException>(
            () => Connector.SendAsync(Forum with { ServiceUrl = serviceUrl }, Activity.Message("Hej"), Ct));

        Assert.Equal((ConnectorFailure.Refused, code), (failed.Failure, failed.Code));
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task Id_ThatIsAStepInAPath_IsRefused(string id) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(() => Connector.DeleteAsync(Forum, id, Ct));

    [Fact]
    public async Task Channel_ThatIsNotThere_IsUnavailable()
    {
        var time = new SkippingTimeProvider(ConnectorRetries.TotalTime);
        await using var bot = await BotHost.StartAnonymousAsync(door: door, services: services => services.AddSingleton<TimeProvider>(time));

        var failed = await Assert.ThrowsAsync<ConnectorException>(() => bot.Services.GetRequiredService<ConnectorClient>()
            .SendAsync(Forum with { ServiceUrl = "http://127.0.0.1:1/" }, Activity.Message("Hej"), Ct));

        Assert.Equal(ConnectorFailure.Unavailable, failed.Failure);
        Assert.Equal(ConnectorRetries.MaxRetries, time.Waits.Count);
    }
}
