using System.Net;
using System.Text.Json.Nodes;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.WrittenProcedures;

public sealed class OtherChannelTests(ChannelFixture fixture) : IClassFixture<ChannelFixture>
{
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
}
