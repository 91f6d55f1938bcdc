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
            var newcomer = await Channel.SayAsync("torben-aagesen", "hjælp");

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
}
