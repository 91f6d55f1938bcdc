using System.Text;
using System.Text.Json.Nodes;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Sample;
using Klynge.Domain.Minutes;

namespace Klynge.Application.Tests.Forums;

/// <summary>How a forum's minutes look, as a board file says it.</summary>
public sealed class MinutesRulesTests
{
    [Fact]
    public async Task Look_IsReadAndWrittenBackAsItIs()
    {
        var reading = Read("\"look\": \"pagePerItem\", \"undecided\": \"leftOut\"");

        Assert.Empty(reading.Problems);
        Assert.Equal(new MinutesLayout(MinutesLook.PagePerItem, UndecidedItems.LeftOut), reading.Board!.Forums[0].Rules.Minutes);
        var written = BoardFileWriter.Write(reading.Board);
        Assert.Equal(written, BoardFileWriter.Write(BoardFileReader.Read(Encoding.UTF8.GetBytes(written)).Board!));
        Assert.Empty((await NJsonSchema.JsonSchema.FromJsonAsync(BoardSchema.Text, TestContext.Current.CancellationToken)).Validate(written));
    }

    [Fact]
    public void Look_ThatIsUsual_IsNotWritten()
    {
        var usual = Read("").Board!;

        Assert.Equal(MinutesLayout.Usual, usual.Forums[0].Rules.Minutes);
        Assert.DoesNotContain("\"minutes\": {", BoardFileWriter.Write(usual), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"look\": \"punkt for punkt\"", "pagePerItem")]
    [InlineData("\"undecided\": \"udelades\"", "leftOut")]
    [InlineData("\"udseende\": \"x\"", "look")]
    public void Look_ThatIsNone_IsAnsweredWithTheOnesThatAre(string written, string expected) =>
        Assert.Contains(expected, Assert.Single(Read(written).Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Schema_NamesTheSameWordsAsTheReader()
    {
        var minutes = JsonNode.Parse(BoardSchema.Text)!["definitions"]!["rules"]!["properties"]!["minutes"]!["properties"]!;

        Assert.Equal(BoardVocabulary.MinutesKeys, minutes.AsObject().Select(property => property.Key));
        Assert.Equal(BoardVocabulary.Looks.Keys, Choices("look"));
        Assert.Equal(BoardVocabulary.Undecided.Keys, Choices("undecided"));

        IEnumerable<string?> Choices(string name) => minutes[name]!["enum"]!.AsArray().Select(choice => (string?)choice);
    }

    private static BoardFileReading Read(string minutes)
    {
        var text = SampleFiles.BoardText();
        var at = text.IndexOf("\"quorum\"", StringComparison.Ordinal);
        return BoardFileReader.Read(Encoding.UTF8.GetBytes(text.Insert(at, $"\"minutes\": {{ {minutes} }}, ")));
    }
}
