using System.Text.Json.Nodes;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.Workbench;

/// <summary>The lists that a command gives, looked at again when others have worked on: drawn anew, or saying when they stood like that.</summary>
public sealed class StaleListTests
{
    [Fact]
    public async Task Lists_InTheOwnChat_DrawThemselvesAnew_AndNothingElseDoes()
    {
        await using var channel = await Channel.StartAsync();
        foreach (var command in new[] { "frister", "mine sager", "årshjul chefforum", "møder", "søg status" })
        {
            var refresh = RefreshOf(await channel.SayAsync(Channel.Secretary, command));
            Assert.Equal(command, (string?)refresh["data"]!["text"]);
        }

        var deadlines = RefreshOf(await channel.SayAsync(Channel.Secretary, "frister chefforum"));
        await channel.SayAsync(Channel.Secretary, "frist Indsend budgettet 30. april ansvarlig sekretariatet", Channel.ForumChat);
        var seen = await RefreshAsync(channel, Channel.Secretary, deadlines);
        Assert.Contains("Indsend budgettet", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Stod sådan", seen.Text, StringComparison.Ordinal);

        var before = channel.Contents();
        deadlines["data"]!["text"] = "afbud Kursus";
        await RefreshAsync(channel, Channel.Member, deadlines);
        Assert.Equal(before, channel.Contents());
        Assert.Equal("0", channel.Query("""SELECT count(*) FROM "Apologies" """));
    }

    [Fact]
    public async Task Lists_WhereOthersReadAlong_SayWhenTheyStoodLikeThat_AndShowAgain()
    {
        await using var channel = await Channel.StartAsync();
        var list = await channel.SayAsync(Channel.Secretary, "frister", Channel.ForumChat);
        var coming = await channel.SayAsync(Channel.Member, "hvem kommer chefforum");

        Assert.Contains("Stod sådan", list.Text, StringComparison.Ordinal);
        Assert.Contains("Vis igen", list.Text, StringComparison.Ordinal);
        Assert.Contains("Stod sådan", coming.Text, StringComparison.Ordinal);
        Assert.Null(CardOf(coming)["refresh"]);

        await channel.SayAsync(Channel.Member, "afbud Kursus");
        var again = await channel.PressAsync(Channel.Member, "chat.run", new JsonObject { ["text"] = "hvem kommer chefforum" });
        Assert.Contains("Lise-Lotte Damgaard", again.Text, StringComparison.Ordinal);
    }

    private static Task<ChannelAnswer> RefreshAsync(Channel channel, string person, JsonNode action)
    {
        var activity = channel.Activity("invoke", person);
        activity["name"] = "adaptiveCard/action";
        activity["value"] = new JsonObject { ["action"] = action.DeepClone(), ["trigger"] = "automatic" };
        return channel.PostAsync(activity);
    }

    private static JsonNode RefreshOf(ChannelAnswer answer) =>
        CardOf(answer)["refresh"]?["action"]?.DeepClone() ?? throw new InvalidOperationException("The card does not refresh.");

    private static JsonObject CardOf(ChannelAnswer answer) =>
        Objects(answer.Messages[^1]).First(one => (string?)one["type"] == "AdaptiveCard");

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject parent => parent.SelectMany(pair => Objects(pair.Value)).Prepend(parent),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
