using System.Net;
using System.Text.Json.Nodes;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.BadInput;

/// <summary>Another process holds the database: the person is told in Danish, nothing is half done, and it goes on afterwards.</summary>
public sealed class LockedDatabaseTests(ChannelFixture fixture) : IClassFixture<ChannelFixture>
{
    private const string NotSaved = "Det kunne ikke gemmes lige nu, så intet er ændret.";

    private Channel Channel => fixture.Channel;

    [Fact]
    public async Task Database_LockedByAnotherProcess_IsToldAndWorksAgainAfterwards()
    {
        var data = new JsonObject { ["forum"] = Channel.ForumId(), ["meeting"] = Channel.MeetingId(), ["title"] = "Under lås", ["kind"] = "1" };
        var before = Channel.Contents();
        await using (var other = Channel.Open())
        {
            await using var transaction = await other.BeginTransactionAsync(TestContext.Current.CancellationToken);

            var pressed = await Channel.PressAsync(Channel.Secretary, "agenda.add", data);
            var said = await Channel.SayAsync(Channel.Member, "afbud Chefforum", Channel.ForumChat);
            var news = await Task.WhenAll(News().Select(Channel.PostAsync));
            var newcomer = await Channel.SayAsync("torben-aagesen", "hjælp");

            Assert.All(news, answer => Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status));
            Assert.All(news, answer => Assert.StartsWith(NotSaved, (string?)answer.Body!["error"]!["message"], StringComparison.Ordinal));
            Assert.Equal((HttpStatusCode.OK, 500), (pressed.Status, pressed.CardStatus));
            Assert.StartsWith(NotSaved, pressed.Refusal, StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (said.Status, newcomer.Status));
            Assert.Contains(NotSaved, said.Text, StringComparison.Ordinal);
            Assert.Contains(NotSaved, newcomer.Text, StringComparison.Ordinal);
        }

        Assert.Equal(before, Channel.Contents());
        Assert.Equal(200, (await Channel.PressAsync(Channel.Secretary, "agenda.add", data)).CardStatus);
        using var ready = await Channel.Bot.Http.GetAsync("healthz/ready", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
    }

    /// <summary>What the channel tells of by itself, each of which is to be stored: nobody waits for words, so it is told to come again.</summary>
    private IEnumerable<JsonObject> News()
    {
        var installed = Channel.Activity("installationUpdate", Channel.Secretary, "19:under-laas@thread.v2");
        installed["action"] = "add";
        var added = Channel.Activity("conversationUpdate", Channel.Secretary, Channel.ForumChat);
        added["membersAdded"] = new JsonArray(new JsonObject
        {
            ["id"] = "29:en-anden",
            ["aadObjectId"] = (string)Channel.Activity("message", Channel.Member)["from"]!["aadObjectId"]!,
            ["email"] = "lise@egholt.example",
        });
        var started = Channel.Activity("event", Channel.Secretary, Channel.ForumChat);
        started["name"] = "application/vnd.microsoft.meetingStart";
        started["value"] = new JsonObject();
        started["channelData"] = new JsonObject { ["meeting"] = new JsonObject { ["id"] = "teams-under-laas" } };
        return [installed, added, started];
    }
}
