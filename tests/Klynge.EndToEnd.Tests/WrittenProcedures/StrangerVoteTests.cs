using System.Text.Json.Nodes;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.WrittenProcedures;

public abstract class StrangerVoteTests(ChannelFixture fixture)
{
    public sealed class ByProtocol(ChannelFixture fixture) : StrangerVoteTests(fixture), IClassFixture<ChannelFixture>;

    [Collection(nameof(BotBuilderFixture))]
    public sealed class ByBotBuilder(BotBuilderFixture fixture) : StrangerVoteTests(fixture);

    private Channel Channel => fixture.Channel;

    [Fact]
    public async Task Vote_BySomebodyOnNoList_IsRefusedAndOnRecordWithTheCase()
    {
        var procedure = Guid.NewGuid();
        var activity = Guid.NewGuid().ToString();
        var data = new JsonObject { ["forum"] = Channel.ForumId(), ["procedure"] = procedure.ToString(), ["version"] = 1, ["answer"] = "approve" };

        var answer = await Channel.PressAsync(Channel.Stranger, "procedure.vote", data, id: activity);

        Assert.Equal(400, answer.CardStatus);
        Assert.Contains("Jeg kender dig ikke", answer.Refusal, StringComparison.Ordinal);
        Assert.Equal("RefuseStranger/procedure.vote UnknownPerson -", Channel.Query(
            """
            SELECT "UseCase" || ' ' || "Refusal" || ' ' || coalesce("ActorId", '-') FROM "Audit"
            WHERE upper("SubjectId") = upper(@p0) AND "ActivityKey" LIKE @p1
            """,
            procedure.ToString(),
            $"%{activity}"));
    }
}
