using System.Net;
using System.Text;
using Klynge.Teams.Tests.Support;
using Microsoft.IdentityModel.Tokens;

namespace Klynge.Teams.Tests.Hosting;

/// <summary>The token that a message comes with.</summary>
public abstract class InboundAuthenticationTests(Door door) : InboundScenario(door)
{
    public sealed class ByProtocol() : InboundAuthenticationTests(Door.Protocol);

    public sealed class ByBotBuilder() : InboundAuthenticationTests(Door.BotBuilder);

    [Fact]
    public async Task Message_WithTheChannelsToken_ReachesTheHandler()
    {
        using var response = await Bot.PostAsync(Sample.Message(), Channel.Token());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(1, Turns);
    }

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task Token_WithALongerHash_IsAccepted(string algorithm) =>
        await AssertAcceptedAsync(SignedBy(Channel.Key, algorithm));

    [Fact]
    public async Task Message_WithoutToken_IsRefusedWithNoDetail()
    {
        using var response = await Bot.PostAsync(Sample.Message());

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, Turns);
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
        using var response = await Bot.SendAsync(
            content, change: request => request.Headers.TryAddWithoutValidation("Authorization", "Basic " + Channel.Token()));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Token_WithoutSignature_IsRefused() =>
        await AssertRefusedAsync(Channel.Token(token => token.SigningCredentials = null));

    [Fact]
    public async Task Token_SignedWithTheAppIdAsSharedSecret_IsRefused()
    {
        var secret = new SymmetricSecurityKey(Encoding.UTF8.GetBytes(ChannelMetadata.AppId)) { KeyId = Channel.Key.KeyId };

        await AssertRefusedAsync(SignedBy(secret, SecurityAlgorithms.HmacSha256));
    }

    [Fact]
    public async Task Token_WithPssSignature_IsRefused() => await AssertRefusedAsync(SignedBy(Channel.Key, SecurityAlgorithms.RsaSsaPssSha256));

    [Fact]
    public async Task Token_SignedByAStrangerUnderAKnownKeyId_IsRefused()
    {
        var stranger = ChannelMetadata.StrangersKey();
        stranger.KeyId = Channel.Key.KeyId;

        await AssertRefusedAsync(SignedBy(stranger));
    }

    [Fact]
    public async Task Token_OfAnotherIssuer_IsRefused() =>
        await AssertRefusedAsync(Channel.Token(token => token.Issuer = "https://sts.example"));

    [Fact]
    public async Task Token_ForAnotherBot_IsRefused() =>
        await AssertRefusedAsync(Channel.Token(token => token.Audience = Guid.NewGuid().ToString()));

    [Fact]
    public async Task Token_WithoutExpiry_IsRefused() => await AssertRefusedAsync(Channel.Token(token => token.Expires = null));

    [Theory]
    [InlineData(-6, HttpStatusCode.Unauthorized)]
    [InlineData(-4, HttpStatusCode.OK)]
    public async Task Token_ThatHasExpired_IsGoodForFiveMoreMinutes(int minutes, HttpStatusCode expected)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        using var response = await Bot.PostAsync(Sample.Message(), Channel.Token(token =>
            (token.NotBefore, token.IssuedAt, token.Expires) = (now.AddHours(-1), now.AddHours(-1), now.AddMinutes(minutes))));

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData(6, HttpStatusCode.Unauthorized)]
    [InlineData(4, HttpStatusCode.OK)]
    public async Task Token_ThatIsNotYetValid_IsGoodFiveMinutesBefore(int minutes, HttpStatusCode expected)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        using var response = await Bot.PostAsync(Sample.Message(), Channel.Token(token => token.NotBefore = now.AddMinutes(minutes)));

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Token_WithoutServiceUrlClaim_IsRefused() => await AssertRefusedAsync(Channel.Token(serviceUrl: null));

    [Fact]
    public async Task Token_ForAnotherServiceUrl_IsRefused() =>
        await AssertRefusedAsync(Channel.Token(serviceUrl: "https://smba.trafficmanager.net/amer/"));

    [Fact]
    public async Task Token_WhoseServiceUrlDiffersInCaseOnly_IsAccepted() =>
        await AssertAcceptedAsync(Channel.Token(serviceUrl: Sample.ServiceUrl.ToUpperInvariant()));

    [Fact]
    public async Task Activity_WithoutServiceUrl_IsRefused() =>
        await AssertRefusedAsync(Channel.Token(), Sample.Message(serviceUrl: null));

    [Theory]
    [InlineData("appid")]
    [InlineData("azp")]
    public async Task Token_OfAnotherBotThatCallsThisOneAsASkill_IsRefused(string claim) => await AssertRefusedAsync(Channel.Token(token =>
    {
        token.Claims["ver"] = claim == "azp" ? "2.0" : "1.0";
        token.Claims[claim] = Guid.NewGuid().ToString();
    }));

    [Fact]
    public async Task Issuers_AreTheConfiguredOnes()
    {
        const string entra = "https://login.microsoftonline.com/22222222-2222-2222-2222-222222222222/v2.0";
        var settings = Channel.Settings;
        settings["Klynge:ValidIssuers"] = $"https://api.botframework.com, {entra}";
        await using var bot = await StartBotAsync(settings);

        using var response = await bot.PostAsync(Sample.Message(), Channel.Token(token => token.Issuer = entra));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Body_ThatIsNoActivity_TellsNothingToAStranger()
    {
        using var response = await Bot.PostAsync("{");

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
