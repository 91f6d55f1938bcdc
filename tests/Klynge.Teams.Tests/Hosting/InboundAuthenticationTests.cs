using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Klynge.Teams.Tests.Support;
using Microsoft.IdentityModel.Tokens;

namespace Klynge.Teams.Tests.Hosting;

public abstract class InboundAuthenticationTests(Door door) : IAsyncLifetime
{
    public sealed class ByProtocol() : InboundAuthenticationTests(Door.Protocol);

    public sealed class ByBotBuilder() : InboundAuthenticationTests(Door.BotBuilder);

    private ChannelMetadata _channel = null!;
    private BotHost _bot = null!;
    private int _turns;

    public async ValueTask InitializeAsync()
    {
        _channel = await ChannelMetadata.StartAsync();
        _bot = await StartBotAsync(_channel.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _channel.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Message_WithTheChannelsToken_ReachesTheHandler()
    {
        using var response = await _bot.PostAsync(Sample.Message(), _channel.Token());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, _turns);
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task Token_WithALongerHash_IsAccepted(string algorithm) =>
        await AssertAcceptedAsync(SignedBy(_channel.Key, algorithm));

    /// <summary>The key speaks for every channel that is turned on for the bot; in some of them a client writes the sender itself.</summary>
    [Theory]
    [InlineData("webchat")]
    [InlineData("directline")]
    [InlineData("emulator")]
    [InlineData("MSTEAMS")]
    public async Task Activity_OfAnEndorsedChannelThatIsNotLetIn_IsForbiddenAndReachesNobody(string channel)
    {
        _channel.Endorse(channel);
        foreach (var activity in new[] { Sample.Message(), Typing() })
        {
            activity["channelId"] = channel;
            activity["from"]!["aadObjectId"] = Guid.NewGuid().ToString();
            using var response = await _bot.PostAsync(activity, _channel.Token());

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.Equal(0, _turns);
    }

    /// <summary>Somebody lets another channel in: what it says of tenant and person is not believed.</summary>
    [Fact]
    public async Task Activity_OfAChannelThatProvesNobody_HasNoPersonAndNoTenant()
    {
        _channel.Endorse("directline");
        Klynge.Teams.Routing.TurnContext? seen = null;
        var settings = new Dictionary<string, string?>(_channel.Settings)
        {
            ["Klynge:AllowedChannels"] = "msteams,directline",
            ["MicrosoftAppType"] = "UserAssignedMSI",
            ["MicrosoftAppPassword"] = "",
            ["MicrosoftAppTenantId"] = "",
        };
        await using var bot = await BotHost.StartAsync(settings, router => router.OnMessage((turn, _) =>
        {
            seen = turn;
            return Task.CompletedTask;
        }), door: door);
        var activity = Sample.Message();
        activity["channelId"] = "directline";
        activity["from"]!["aadObjectId"] = Guid.NewGuid().ToString();
        using var response = await bot.PostAsync(activity, _channel.Token());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(seen!.Sender.AadObjectId);
        Assert.Null(seen.TenantId);
    }

    /// <summary>Where tenants are listed, a tenant that nobody proves is none of them.</summary>
    [Fact]
    public async Task Tenant_OfAChannelThatProvesNobody_IsNotBelieved()
    {
        _channel.Endorse("directline");
        await using var bot = await StartBotAsync(new(_channel.Settings) { ["Klynge:AllowedChannels"] = "msteams,directline" });
        var activity = Sample.Message();
        activity["channelId"] = "directline";
        using var response = await bot.PostAsync(activity, _channel.Token());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(0, _turns);
    }

    /// <summary>What the bot does not answer at all is no reason to answer a stranger's host with 200.</summary>
    [Theory]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("trace")]
    public async Task Activity_ThatNobodyAnswers_FromAStrangersHost_IsForbiddenToo(string type)
    {
        var activity = Sample.Message(serviceUrl: "https://stranger.example/");
        activity["type"] = type;
        using var response = await _bot.PostAsync(activity, _channel.Token(serviceUrl: "https://stranger.example/"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Message_WithoutToken_IsRefusedWithNoDetail()
    {
        using var response = await _bot.PostAsync(Sample.Message());

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, _turns);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not.a.token")]
    [InlineData("e30.e30.")]
    public async Task Token_ThatIsNone_IsRefused(string token) => await AssertRefusedAsync(token);

    [Fact]
    public async Task Token_OfAnotherScheme_IsRefused()
    {
        using var content = new StringContent(Sample.Message().ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _bot.SendAsync(
            content, change: request => request.Headers.TryAddWithoutValidation("Authorization", "Basic " + _channel.Token()));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Token_WithoutSignature_IsRefused() =>
        await AssertRefusedAsync(_channel.Token(token => token.SigningCredentials = null));

    [Fact]
    public async Task Token_SignedWithTheAppIdAsSharedSecret_IsRefused()
    {
        var secret = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ChannelMetadata.AppId)) { KeyId = _channel.Key.KeyId };

        await AssertRefusedAsync(SignedBy(secret, SecurityAlgorithms.HmacSha256));
    }

    [Fact]
    public async Task Token_WithPssSignature_IsRefused() => await AssertRefusedAsync(SignedBy(_channel.Key, SecurityAlgorithms.RsaSsaPssSha256));

    [Fact]
    public async Task Token_SignedByAStrangerUnderAKnownKeyId_IsRefused()
    {
        var stranger = ChannelMetadata.StrangersKey();
        stranger.KeyId = _channel.Key.KeyId;

        await AssertRefusedAsync(SignedBy(stranger));
    }

    [Fact]
    public async Task Token_OfAnotherIssuer_IsRefused() =>
        await AssertRefusedAsync(_channel.Token(token => token.Issuer = "https://sts.example"));

    [Fact]
    public async Task Token_ForAnotherBot_IsRefused() =>
        await AssertRefusedAsync(_channel.Token(token => token.Audience = Guid.NewGuid().ToString()));

    [Fact]
    public async Task Token_WithoutExpiry_IsRefused() => await AssertRefusedAsync(_channel.Token(token => token.Expires = null));

    [Theory]
    [InlineData(-6, HttpStatusCode.Unauthorized)]
    [InlineData(-4, HttpStatusCode.OK)]
    public async Task Token_ThatHasExpired_IsGoodForFiveMoreMinutes(int minutes, HttpStatusCode expected)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        using var response = await _bot.PostAsync(Sample.Message(), _channel.Token(token =>
            (token.NotBefore, token.IssuedAt, token.Expires) = (now.AddHours(-1), now.AddHours(-1), now.AddMinutes(minutes))));

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData(6, HttpStatusCode.Unauthorized)]
    [InlineData(4, HttpStatusCode.OK)]
    public async Task Token_ThatIsNotYetValid_IsGoodFiveMinutesBefore(int minutes, HttpStatusCode expected)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        using var response = await _bot.PostAsync(Sample.Message(), _channel.Token(token => token.NotBefore = now.AddMinutes(minutes)));

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Token_WithoutServiceUrlClaim_IsRefused() => await AssertRefusedAsync(_channel.Token(serviceUrl: null));

    [Fact]
    public async Task Token_ForAnotherServiceUrl_IsRefused() =>
        await AssertRefusedAsync(_channel.Token(serviceUrl: "https://smba.trafficmanager.net/amer/"));

    [Fact]
    public async Task Token_WhoseServiceUrlDiffersInCaseOnly_IsAccepted() =>
        await AssertAcceptedAsync(_channel.Token(serviceUrl: Sample.ServiceUrl.ToUpperInvariant()));

    [Fact]
    public async Task Activity_WithoutServiceUrl_IsRefused() =>
        await AssertRefusedAsync(_channel.Token(), Sample.Message(serviceUrl: null));

    [Theory]
    [InlineData("webchat")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Activity_OfAChannelThatTheKeyDoesNotSpeakFor_IsRefused(string? channelId)
    {
        var activity = Sample.Message();
        activity["channelId"] = channelId;

        await AssertRefusedAsync(_channel.Token(), activity);
    }

    [Fact]
    public async Task Key_WithoutEndorsements_SpeaksForNobody()
    {
        var key = _channel.Publish(endorsements: null);

        await AssertRefusedAsync(SignedBy(key));
    }

    [Theory]
    [InlineData("appid")]
    [InlineData("azp")]
    public async Task Token_OfAnotherBotThatCallsThisOneAsASkill_IsRefused(string claim) => await AssertRefusedAsync(_channel.Token(token =>
    {
        token.Claims["ver"] = claim == "azp" ? "2.0" : "1.0";
        token.Claims[claim] = Guid.NewGuid().ToString();
    }));

    [Fact]
    public async Task Issuers_AreTheConfiguredOnes()
    {
        const string entra = "https://login.microsoftonline.com/22222222-2222-2222-2222-222222222222/v2.0";
        var settings = _channel.Settings;
        settings["Klynge:ValidIssuers"] = $"https://api.botframework.com, {entra}";
        await using var bot = await StartBotAsync(settings);

        using var response = await bot.PostAsync(Sample.Message(), _channel.Token(token => token.Issuer = entra));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Key_ThatWasRotated_IsFetchedOnceAndTheMessageGoesThrough()
    {
        await AssertAcceptedAsync(_channel.Token());
        _channel.Rotate();

        await AssertAcceptedAsync(_channel.Token());

        Assert.Equal(2, _channel.Fetches);
    }

    [Fact]
    public async Task Token_SignedByARotatedAwayKey_IsRefusedThoughItWasSeenBefore()
    {
        var old = _channel.Token();
        await AssertAcceptedAsync(old);
        _channel.Rotate();
        await AssertAcceptedAsync(_channel.Token());

        using var response = await _bot.PostAsync(Sample.Message(), old);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task MadeUpKeys_DoNotMakeTheBotFetchEveryTime()
    {
        for (var i = 0; i < 20; i++)
            await AssertRefusedAsync(SignedBy(ChannelMetadata.StrangersKey()));

        Assert.InRange(_channel.Fetches, 1, 6);
    }

    [Fact]
    public async Task Metadata_ThatWasDown_IsAskedAgain()
    {
        _channel.IsDown = true;
        using (var response = await _bot.PostAsync(Sample.Message(), _channel.Token()))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        _channel.IsDown = false;

        await AssertAcceptedAsync(_channel.Token());
    }

    [Fact]
    public async Task Metadata_ThatGoesDown_LeavesTheKnownKeysInUse()
    {
        await AssertAcceptedAsync(_channel.Token());
        _channel.IsDown = true;

        await AssertAcceptedAsync(_channel.Token(token => token.IssuedAt = null));
    }

    [Fact]
    public async Task Token_ThatWasAcceptedOnce_IsStillComparedWithEachActivity()
    {
        var token = _channel.Token();
        await AssertAcceptedAsync(token);

        using var response = await _bot.PostAsync(Sample.Message(serviceUrl: "https://smba.trafficmanager.net/amer/"), token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Body_ThatIsNoActivity_TellsNothingToAStranger()
    {
        using var response = await _bot.PostAsync("{");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("conversation")]
    [InlineData("channelData")]
    [InlineData("both")]
    public async Task Tenant_ThatIsNotAllowed_IsForbidden(string place)
    {
        var activity = Sample.Message();
        if (place is "conversation" or "both")
            activity["conversation"]!["tenantId"] = Guid.NewGuid().ToString();
        if (place is "channelData" or "both")
            activity["channelData"]!["tenant"]!["id"] = Guid.NewGuid().ToString();

        await AssertForbiddenAsync(activity, _channel.Token());
    }

    [Fact]
    public async Task Tenant_ThatIsNotStated_IsForbidden()
    {
        var activity = Sample.Message();
        activity["conversation"]!.AsObject().Remove("tenantId");
        activity.Remove("channelData");

        await AssertForbiddenAsync(activity, _channel.Token());
    }

    [Fact]
    public async Task Tenant_OnTheList_IsAllowedBesideTheBotsOwn()
    {
        var guest = Guid.NewGuid().ToString();
        var settings = _channel.Settings;
        settings["Klynge:AllowedTenants"] = $"{ChannelMetadata.TenantId}, {guest.ToUpperInvariant()}";
        await using var bot = await StartBotAsync(settings);
        var activity = Sample.Message();
        activity["conversation"]!["tenantId"] = guest;

        using var response = await bot.PostAsync(activity, _channel.Token());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("https://evil.trafficmanager.net/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://botframework.com.evil.example/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    public async Task ServiceUrl_OffTheAllowList_IsForbiddenEvenWithAToken(string serviceUrl) =>
        await AssertForbiddenAsync(Sample.Message(serviceUrl: serviceUrl), _channel.Token(serviceUrl: serviceUrl));

    private string SignedBy(SecurityKey key, string algorithm = SecurityAlgorithms.RsaSha256) =>
        _channel.Token(token => token.SigningCredentials = new SigningCredentials(key, algorithm));

    private static System.Text.Json.Nodes.JsonObject Typing()
    {
        var activity = Sample.Message();
        activity["type"] = "typing";
        return activity;
    }

    private Task<BotHost> StartBotAsync(Dictionary<string, string?> settings) => BotHost.StartAsync(
        settings,
        router => router.OnMessage((_, _) =>
        {
            Interlocked.Increment(ref _turns);
            return Task.CompletedTask;
        }),
        environment: "Production",
        door: door);

    private async Task AssertAcceptedAsync(string token)
    {
        using var response = await _bot.PostAsync(Sample.Message(), token);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private async Task AssertRefusedAsync(string token, JsonObject? activity = null)
    {
        using var response = await _bot.PostAsync(activity ?? Sample.Message(), token);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, _turns);
    }

    private async Task AssertForbiddenAsync(JsonObject activity, string token)
    {
        using var response = await _bot.PostAsync(activity, token);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(0, _turns);
    }
}
