using System.Text.Json.Nodes;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.BadInput;

/// <summary>The channel delivers at least once; what an activity asks for happens once.</summary>
public sealed class RepeatedActivityTests
{
    private const string Count = """SELECT count(*) FROM "AgendaItems" WHERE "Content" LIKE '%Gentaget punkt%'""";

    [Fact]
    public async Task Activity_DeliveredEightTimesAtOnceAndLaterAndAfterAKill_HasOneEffect()
    {
        var folder = Directory.CreateTempSubdirectory("klynge-").FullName;
        const string id = "1700000000001";
        await using (var channel = await Channel.StartAsync(folder))
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AddAsync(channel, id)));
            Assert.All(answers, answer => Assert.Equal(200, answer.CardStatus));
            Assert.Equal("1", channel.Query(Count));

            await AddAsync(channel, id);
            Assert.Equal("1", channel.Query(Count));
            await channel.Bot.KillAsync();
        }

        await using (var channel = await Channel.StartAsync(folder))
        {
            var answer = await AddAsync(channel, id);
            Assert.Equal((200, "1"), (answer.CardStatus, channel.Query(Count)));

            await AddAsync(channel, "1700000000002");
            Assert.Equal("2", channel.Query(Count));
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Message_DeliveredTwice_IsAnsweredOnce()
    {
        await using var channel = await Channel.StartAsync();

        var first = await channel.SayAsync(Channel.Secretary, "nyt møde Chefforum 3. marts 2027 kl. 14", Channel.ForumChat, "1");
        var second = await channel.SayAsync(Channel.Secretary, "nyt møde Chefforum 3. marts 2027 kl. 14", Channel.ForumChat, "1");

        Assert.Contains("Mødet er planlagt", first.Text, StringComparison.Ordinal);
        Assert.Empty(second.Messages);
        Assert.Equal("1", channel.Query("""SELECT count(*) FROM "Meetings" WHERE "Date" = '2027-03-03'"""));
    }

    private static Task<ChannelAnswer> AddAsync(Channel channel, string id) => channel.PressAsync(
        Channel.Secretary,
        "agenda.add",
        new JsonObject { ["forum"] = channel.ForumId(), ["meeting"] = channel.MeetingId(), ["title"] = "Gentaget punkt", ["kind"] = "1" },
        chat: null,
        id);
}
