using System.Net;
using System.Text.Json.Nodes;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.WrittenProcedures;

public abstract class OtherChannelTests(ChannelFixture fixture)
{
    public sealed class ByProtocol(ChannelFixture fixture) : OtherChannelTests(fixture), IClassFixture<ChannelFixture>;

    [Collection(nameof(BotBuilderFixture))]
    public sealed class ByBotBuilder(BotBuilderFixture fixture) : OtherChannelTests(fixture);

    private Channel Channel => fixture.Channel;

    /// <summary>As a web page would that the channel is turned on for: a member's object id, and a chat of the page's own.</summary>
    [Theory]
    [InlineData("webchat")]
    [InlineData("directline")]
    public async Task Vote_ByAnotherChannel_IsRefusedOnRecordAndTakesNoChatOver(string channel)
    {
        var (procedure, id, chat) = (Guid.NewGuid(), Guid.NewGuid().ToString(), $"a:{Guid.NewGuid():N}");
        var activity = Channel.Activity("invoke", Channel.Member, chat, id);
        (activity["channelId"], activity["name"]) = (channel, "adaptiveCard/action");
        activity["conversation"]!["conversationType"] = "personal";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "procedure.vote",
                ["data"] = new JsonObject { ["forum"] = Channel.ForumId(), ["procedure"] = procedure.ToString(), ["version"] = 1, ["answer"] = "approve" },
            },
            ["trigger"] = "manual",
        };

        var answer = await Channel.PostAsync(activity);

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Equal("0", Channel.Query("""SELECT count(*) FROM "Conversations" WHERE "Id" = @p0""", chat));
        Assert.Equal("RefuseChannel ChannelNotAllowed", Channel.Query(
            """SELECT "UseCase" || ' ' || "Refusal" FROM "Audit" WHERE upper("SubjectId") = upper(@p0) AND "ActivityKey" LIKE @p1""",
            procedure.ToString(),
            $"{channel}/%{id}"));
    }

    /// <summary>The bot would send its token there. A typing sign from a stranger's host is on record like a vote, and names nobody.</summary>
    [Fact]
    public async Task Activity_FromAStrangersHost_IsOnRecordWithTheHostAlone_AndAFloodFillsNoLog()
    {
        var host = $"{Guid.NewGuid():N}.example";
        for (var number = 0; number < 60; number++)
        {
            var activity = Channel.Activity("typing", Channel.Member, $"a:{Guid.NewGuid():N}", Guid.NewGuid().ToString());
            activity["serviceUrl"] = $"https://{host}/{Channel.Member}";
            activity["from"]!["id"] = $"29:{Guid.NewGuid():N}";
            Assert.Equal(HttpStatusCode.Forbidden, (await Channel.PostAsync(activity)).Status);
        }

        var rows = int.Parse(
            Channel.Query("""SELECT count(*) FROM "Audit" WHERE "UseCase" = 'RefuseHost' AND "Refusal" = 'HostNotAllowed' AND "ActorId" IS NULL AND "ActivityKey" = @p0""", $"host/{host}")!,
            System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(rows, 1, 25);
    }
}
