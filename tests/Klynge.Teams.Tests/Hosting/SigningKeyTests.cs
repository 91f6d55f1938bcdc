using System.Net;
using Klynge.Teams.Tests.Support;

namespace Klynge.Teams.Tests.Hosting;

/// <summary>Keys that are fetched, rotated, made up and not to be had.</summary>
public abstract class SigningKeyTests(Door door) : InboundScenario(door)
{
    public sealed class ByProtocol() : SigningKeyTests(Door.Protocol);

    public sealed class ByBotBuilder() : SigningKeyTests(Door.BotBuilder);

    [Fact]
    public async Task Key_WithoutEndorsements_SpeaksForNobody()
    {
        var key = Channel.Publish(endorsements: null);

        await AssertRefusedAsync(SignedBy(key));
    }

    [Fact]
    public async Task Key_ThatWasRotated_IsFetchedOnceAndTheMessageGoesThrough()
    {
        await AssertAcceptedAsync(Channel.Token());
        Channel.Rotate();

        await AssertAcceptedAsync(Channel.Token());

        Assert.Equal(2, Channel.Fetches);
    }

    [Fact]
    public async Task Token_SignedByARotatedAwayKey_IsRefusedThoughItWasSeenBefore()
    {
        var old = Channel.Token();
        await AssertAcceptedAsync(old);
        Channel.Rotate();
        await AssertAcceptedAsync(Channel.Token());

        using var response = await Bot.PostAsync(Sample.Message(), old);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task MadeUpKeys_DoNotMakeTheBotFetchEveryTime()
    {
        for (var i = 0; i < 20; i++)
            await AssertRefusedAsync(SignedBy(ChannelMetadata.StrangersKey()));

        Assert.InRange(Channel.Fetches, 1, 6);
    }

    [Fact]
    public async Task Metadata_ThatWasDown_IsAskedAgain()
    {
        Channel.IsDown = true;
        using (var response = await Bot.PostAsync(Sample.Message(), Channel.Token()))
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Channel.IsDown = false;

        await AssertAcceptedAsync(Channel.Token());
    }

    [Fact]
    public async Task Metadata_ThatGoesDown_LeavesTheKnownKeysInUse()
    {
        await AssertAcceptedAsync(Channel.Token());
        Channel.IsDown = true;

        await AssertAcceptedAsync(Channel.Token(token => token.IssuedAt = null));
    }

    [Fact]
    public async Task Token_ThatWasAcceptedOnce_IsStillComparedWithEachActivity()
    {
        var token = Channel.Token();
        await AssertAcceptedAsync(token);

        using var response = await Bot.PostAsync(Sample.Message(serviceUrl: "https://smba.trafficmanager.net/amer/"), token);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }
}
