using System.Net;
using System.Text.Json.Nodes;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.BadInput;

/// <summary>Activities of shapes that nobody promised: read or refused, never a crash.</summary>
public abstract class OddActivityTests(ChannelFixture fixture)
{
    public sealed class ByProtocol(ChannelFixture fixture) : OddActivityTests(fixture), IClassFixture<ChannelFixture>;

    [Collection(nameof(BotBuilderFixture))]
    public sealed class ByBotBuilder(BotBuilderFixture fixture) : OddActivityTests(fixture);

    private Channel Channel => fixture.Channel;

    [Theory]
    [InlineData("conversationUpdate", "{}")]
    [InlineData("conversationUpdate", """{"membersAdded":null}""")]
    [InlineData("conversationUpdate", """{"membersAdded":[{}]}""")]
    [InlineData("conversationUpdate", """{"membersRemoved":[{"id":"29:nobody"}],"channelData":{"eventType":"teamMemberRemoved"}}""")]
    [InlineData("conversationUpdate", """{"channelData":{"eventType":"channelRenamed","channel":{"id":"19:x","name":"<b>"},"unknown":[1]}}""")]
    [InlineData("installationUpdate", "{}")]
    [InlineData("installationUpdate", """{"action":"add-upgrade"}""")]
    [InlineData("installationUpdate", """{"action":"something"}""")]
    [InlineData("event", "{}")]
    [InlineData("event", """{"name":"application/vnd.microsoft.meetingStart","value":"x"}""")]
    [InlineData("event", """{"name":"application/vnd.microsoft.meetingStart","channelData":{"meeting":{"id":""}}}""")]
    [InlineData("event", """{"name":"application/vnd.microsoft.meetingEnd","value":{"Id":5,"EndTime":"nope"}}""")]
    [InlineData("event", """{"name":"application/vnd.microsoft.meetingParticipantJoin","value":{"members":[{}]}}""")]
    [InlineData("event", """{"name":"something.else"}""")]
    [InlineData("messageReaction", """{"reactionsAdded":[{"type":"like"}]}""")]
    [InlineData("typing", "{}")]
    [InlineData("something", "{}")]
    [InlineData("message", """{"text":null}""")]
    [InlineData("message", """{"value":{"verb":5}}""")]
    [InlineData("message", """{"value":{"verb":"no.such.verb"}}""")]
    [InlineData("message", """{"value":[1,2]}""")]
    [InlineData("message", """{"text":"dagsorden","recipient":null}""")]
    public async Task Activity_OfAnOddShape_IsTakenWithoutACrash(string type, string fields)
    {
        var activity = Channel.Activity(type, Channel.Member, "19:proevebaenk-driftsforum@thread.v2");
        foreach (var (name, value) in JsonNode.Parse(fields)!.AsObject())
            activity[name] = value?.DeepClone();

        Assert.Equal(HttpStatusCode.OK, (await Channel.PostAsync(activity)).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"type\":\"message\"}")]
    [InlineData("{\"type\":\"message\"}{}")]
    [InlineData("{\"type\":5}")]
    public async Task Body_ThatIsNoActivity_IsABadRequest(string body) => Assert.Equal(400, await Channel.PostRawAsync(body));

    [Fact]
    public async Task Body_OfMoreThan256Kilobytes_IsTooLarge() => Assert.Equal(413, await Channel.PostRawAsync(new string(' ', 300_000)));

    [Fact]
    public async Task Invoke_ThatNobodyKnows_IsNotImplemented()
    {
        var activity = Channel.Activity("invoke", Channel.Member);
        activity["name"] = "no/such";

        Assert.Equal(HttpStatusCode.NotImplemented, (await Channel.PostAsync(activity)).Status);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://evil.example/")]
    [InlineData("nowhere")]
    public async Task ServiceUrl_OfAnotherHost_IsForbidden(string url)
    {
        var activity = Channel.Activity("message", Channel.Member);
        (activity["serviceUrl"], activity["text"]) = (url, "dagsorden");

        Assert.Equal(HttpStatusCode.Forbidden, (await Channel.PostAsync(activity)).Status);
    }
}
