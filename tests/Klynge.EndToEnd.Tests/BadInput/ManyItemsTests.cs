using System.Text;
using System.Text.Json.Nodes;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.BadInput;

/// <summary>An agenda of 300 items with long texts: it pages, in the chat and for each person, and stays under what Teams takes.</summary>
public sealed class ManyItemsTests
{
    private const int MaxBytes = 40 * 1024;

    [Fact]
    public async Task AgendaOf300Items_PagesAndEveryCardStaysSmall()
    {
        await using var channel = await Channel.StartAsync();
        var (forum, meeting) = (channel.ForumId(), channel.MeetingId());
        for (var number = 1; number <= 300; number++)
        {
            var added = await channel.PressAsync(Channel.Secretary, "agenda.add", new JsonObject
            {
                ["forum"] = forum,
                ["meeting"] = meeting,
                ["title"] = $"Punkt {number} {Danish(150)}",
                ["kind"] = "1",
                ["section0"] = Danish(4_000),
                ["recommendations"] = Danish(300),
            });
            Assert.Equal(200, added.CardStatus);
        }

        var shared = await channel.SayAsync(Channel.Secretary, "dagsorden", Channel.ForumChat);
        Assert.InRange(Size(Assert.Single(shared.Messages)["content"]!["attachments"]![0]!["content"]!), 1, MaxBytes);

        var titles = new HashSet<string>(StringComparer.Ordinal);
        var next = new JsonObject { ["forum"] = forum, ["meeting"] = meeting, ["page"] = 0 };
        for (var page = 0; page < 60 && titles.Count < 300; page++)
        {
            next["page"] = page;
            var answer = await channel.PressAsync(Channel.Secretary, "agenda.show", next);
            Assert.Equal(200, answer.CardStatus);
            Assert.InRange(Size(answer.Body!["value"]!), 1, MaxBytes);
            titles.UnionWith(answer.Text.Split('\n').Where(line => line.StartsWith("Punkt ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]));
        }

        Assert.Equal(300, titles.Count);
        var full = await channel.PressAsync(Channel.Secretary, "agenda.full", next);
        Assert.Equal(200, full.CardStatus);
        Assert.InRange(Size(full.Body!["value"]!), 1, MaxBytes);
    }

    private static string Danish(int length) =>
        string.Concat(Enumerable.Repeat("Ældre på Øfjord får besøg af sygeplejersken, før de bliver udskrevet. ", 1 + (length / 60)))[..length];

    /// <summary>As Teams counts: UTF-16 would be less strict for Danish.</summary>
    private static int Size(JsonNode card) => Encoding.UTF8.GetByteCount(card.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
}
