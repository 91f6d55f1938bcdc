using System.Net;
using Klynge.Teams.Tests.Support;

namespace Klynge.Teams.Tests.Hosting;

/// <summary>A token that holds is not enough: channel, tenant and host have to be let in, too.</summary>
public abstract class AllowedOriginTests(Door door) : InboundScenario(door)
{
    public sealed class ByProtocol() : AllowedOriginTests(Door.Protocol);

    public sealed class ByBotBuilder() : AllowedOriginTests(Door.BotBuilder);

    /// <summary>The key speaks for every channel that is turned on for the bot; in some of them a client writes the sender itself.</summary>
    [Theory]
    [InlineData("webchat")]
    [InlineData("directline")]
    [InlineData("emulator")]
    [InlineData("MSTEAMS")]
    public async Task Activity_OfAnEndorsedChannelThatIsNotLetIn_IsForbiddenAndReachesNobody(string channel)
    {
        Channel.Endorse(channel);
        foreach (var activity in new[] { Sample.Message(), Typing() })
        {
            activity["channelId"] = channel;
            activity["from"]!["aadObjectId"] = Guid.NewGuid().ToString();
            using var response = await Bot.PostAsync(activity, Channel.Token());

            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }

        Assert.Equal(0, Turns);
    }

    /// <summary>Somebody lets another channel in: what it says of tenant and person is not believed.</summary>
    [Fact]
    public async Task Activity_OfAChannelThatProvesNobody_HasNoPersonAndNoTenant()
    {
        Channel.Endorse("directline");
        Klynge.Teams.Routing.TurnContext? seen = null;
        var settings = new Dictionary<string, string?>(Channel.Settings)
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
        }), door: Door);
        var activity = Sample.Message();
        activity["channelId"] = "directline";
        activity["from"]!["aadObjectId"] = Guid.NewGuid().ToString();
        using var response = await bot.PostAsync(activity, Channel.Token());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Null(seen!.Sender.AadObjectId);
        Assert.Null(seen.TenantId);
    }

    /// <summary>Where tenants are listed, a tenant that nobody proves is none of them.</summary>
    [Fact]
    public async Task Tenant_OfAChannelThatProvesNobody_IsNotBelieved()
    {
        Channel.Endorse("directline");
        await using var bot = await StartBotAsync(new(Channel.Settings) { ["Klynge:AllowedChannels"] = "msteams,directline" });
        var activity = Sample.Message();
        activity["channelId"] = "directline";
        using var response = await bot.PostAsync(activity, Channel.Token());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(0, Turns);
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
        using var response = await Bot.PostAsync(activity, Channel.Token(serviceUrl: "https://stranger.example/"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Theory]
    [InlineData("webchat")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Activity_OfAChannelThatTheKeyDoesNotSpeakFor_IsRefused(string? channelId)
    {
        var activity = Sample.Message();
        activity["channelId"] = channelId;

        await AssertRefusedAsync(Channel.Token(), activity);
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

        await AssertForbiddenAsync(activity, Channel.Token());
    }

    [Fact]
    public async Task Tenant_ThatIsNotStated_IsForbidden()
    {
        var activity = Sample.Message();
        activity["conversation"]!.AsObject().Remove("tenantId");
        activity.Remove("channelData");

        await AssertForbiddenAsync(activity, Channel.Token());
    }

    [Fact]
    public async Task Tenant_OnTheList_IsAllowedBesideTheBotsOwn()
    {
        var guest = Guid.NewGuid().ToString();
        var settings = Channel.Settings;
        settings["Klynge:AllowedTenants"] = $"{ChannelMetadata.TenantId}, {guest.ToUpperInvariant()}";
        await using var bot = await StartBotAsync(settings);
        var activity = Sample.Message();
        activity["conversation"]!["tenantId"] = guest;

        using var response = await bot.PostAsync(activity, Channel.Token());

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
        await AssertForbiddenAsync(Sample.Message(serviceUrl: serviceUrl), Channel.Token(serviceUrl: serviceUrl));

    private static System.Text.Json.Nodes.JsonObject Typing()
    {
        var activity = Sample.Message();
        activity["type"] = "typing";
        return activity;
    }
}
