using System.Text.Json.Nodes;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Klynge.EndToEnd.Tests.Support;

namespace Klynge.EndToEnd.Tests.BadInput;

/// <summary>What people write is text: nothing in it is obeyed, nothing of it is lost, and none of it reaches a log.</summary>
public sealed class AwkwardTextTests(ChannelFixture fixture) : IClassFixture<ChannelFixture>
{
    private const string Title = "Kvark <at>Alle</at> **fed** [link](http://evil.example) <b>x</b> 🎉 & ]]> \"q\"";

    /// <summary>Of those that XML 1.0 has no place for, and a lone half of a surrogate pair.</summary>
    private const string Illegal = "\u0001\u000B\u001F\uFFFE\uD800";

    private Channel Channel => fixture.Channel;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Markup_ThroughAWholeMeeting_StaysTextInCardsSearchAndDocument()
    {
        var meeting = Channel.MeetingId();
        var added = await PressAsync(meeting, "agenda.add", new JsonObject
        {
            ["title"] = Illegal + Title,
            ["kind"] = "1",
            ["minutes"] = "10",
            ["presenter"] = "Bo <i>Friis</i>",
            ["section0"] = $"Første linje {Illegal}\n- **anden** <script>alert(1)</script>",
            ["recommendations"] = "godkender <at>det</at>",
        });
        Assert.Equal(200, added.CardStatus);
        var item = Channel.Query("""SELECT "Id" FROM "AgendaItems" ORDER BY rowid DESC LIMIT 1""");

        var agenda = await Channel.SayAsync(Channel.Secretary, "dagsorden", Channel.ForumChat);
        Assert.DoesNotContain("<at>", agenda.Messages[^1].ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Kvark", agenda.Text, StringComparison.Ordinal);

        Assert.Equal(200, (await PressAsync(meeting, "meeting.begin", new JsonObject { ["sure"] = true })).CardStatus);
        Assert.Equal(200, (await PressAsync(meeting, "agenda.decide", new JsonObject { ["choice"] = $"{item}/1", ["text"] = $"Kvarkbeslutning {Illegal} <b>&" })).CardStatus);
        Assert.Equal(200, (await PressAsync(meeting, "meeting.finish", new JsonObject { ["sure"] = true })).CardStatus);
        var written = await PressAsync(meeting, "minutes.write");
        Assert.True(written.CardStatus == 200, written.Refusal);

        var found = await Channel.SayAsync(Channel.Secretary, "søg kvark");
        Assert.Contains("Kvark", found.Text, StringComparison.Ordinal);
        AssertIsInDocument(await DocumentAsync(meeting), Title, "Kvarkbeslutning");
        Assert.DoesNotContain("Kvark", Channel.Bot.Output, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("", "Skriv en titel til punktet")]
    [InlineData(" \u200B\u0007\uFEFF", "Skriv en titel til punktet")]
    [InlineData(null, "Titlen er på 10000 tegn")]
    public async Task Title_EmptyOrOf10000Letters_IsRefusedWithWhatToDo(string? title, string sentence)
    {
        var before = Channel.Contents();

        var answer = await Channel.PressAsync(Channel.Secretary, "agenda.add", new JsonObject
        {
            ["forum"] = Channel.ForumId("direktoerforum"),
            ["meeting"] = Channel.MeetingId("direktoerforum"),
            ["title"] = title ?? new string('x', 10_000),
            ["kind"] = "1",
        });

        Assert.Equal((400, before), (answer.CardStatus, Channel.Contents()));
        Assert.Contains(sentence, answer.Refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tilføj punkt {0}", "Titlen fylder 10.000 tegn")]
    [InlineData("afbud Chefforum {0}", "Begrundelsen fylder 10.000 tegn")]
    [InlineData("beslutning 1 {0}", "Beslutningen fylder 10.000 tegn")]
    [InlineData("skriftlig behandling {0}", "Titlen fylder 10.000 tegn")]
    [InlineData("nyt møde Chefforum 4. marts 2027 kl. 14 {0}", "Stedet fylder 10.000 tegn")]
    [InlineData("søg {0}", "Søgningen fylder 10.000 tegn")]
    public async Task Command_With10000Letters_IsRefusedWithTheLimit(string command, string sentence)
    {
        var before = Channel.Contents();

        var answer = await Channel.SayAsync(
            Channel.Secretary, command.Replace("{0}", new string('x', 10_000), StringComparison.Ordinal), Channel.ForumChat);

        Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
        Assert.Equal(before, Channel.Contents());
    }

    private static void AssertIsInDocument(byte[] document, params string[] texts)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(document), isEditable: false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(word, Ct));
        var text = word.MainDocumentPart!.Document!.Body!.InnerText;
        Assert.All(texts, expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain('\u0001', text);
    }

    private Task<ChannelAnswer> PressAsync(string meeting, string verb, JsonObject? data = null)
    {
        data ??= [];
        (data["forum"], data["meeting"]) = (Channel.ForumId(), meeting);
        return Channel.PressAsync(Channel.Secretary, verb, data);
    }

    private async Task<byte[]> DocumentAsync(string meeting)
    {
        var path = Channel.Query("""SELECT "DocumentPath" FROM "Minutes" WHERE "MeetingId" = @p0""", meeting)!;
        var file = Path.Combine(Channel.Bot.Folder, ".data", "documents", path);
        return await File.ReadAllBytesAsync(file, Ct);
    }
}
