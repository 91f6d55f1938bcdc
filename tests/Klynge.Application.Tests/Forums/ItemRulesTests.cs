using System.Text;
using System.Text.Json.Nodes;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Sample;
using Klynge.Domain.Forums;

namespace Klynge.Application.Tests.Forums;

/// <summary>What a forum's items are written in, and whether members have a right to theirs, as a board file says it.</summary>
public sealed class ItemRulesTests
{
    private const string Template = """ "items": { "sections": ["Resumé", "Sagsfremstilling"], "recommendationLead": "Sekretariatet indstiller, at forummet", "minutes": 20 }, "initiativeRight": true, "castingVote": true, "agendaApproval": "coChairs", """;

    [Fact]
    public async Task Rules_AreReadAndWrittenBackAsTheyAre()
    {
        var reading = Read(Template);

        Assert.Empty(reading.Problems);
        var rules = reading.Board!.Forums[0].Rules;
        Assert.Equal(new ItemTemplate { Sections = ["Resumé", "Sagsfremstilling"], RecommendationLead = "Sekretariatet indstiller, at forummet", Minutes = 20 }, rules.Items);
        Assert.True(rules is { HasInitiativeRight: true, HasCastingVote: true });
        Assert.Equal(AgendaApprovalRule.CoChairs, rules.AgendaApproval);
        var written = BoardFileWriter.Write(reading.Board);
        Assert.Equal(written, BoardFileWriter.Write(BoardFileReader.Read(Encoding.UTF8.GetBytes(written)).Board!));
        Assert.Empty((await NJsonSchema.JsonSchema.FromJsonAsync(BoardSchema.Text, TestContext.Current.CancellationToken)).Validate(written));
    }

    [Fact]
    public void Rules_LeftOut_AreUsual_AndNotWritten()
    {
        var usual = Read("").Board!;

        Assert.All(usual.Forums.SkipLast(0), forum => Assert.False(forum.Rules.HasInitiativeRight && forum.Rules.Items.IsUsual));
        Assert.True(usual.Forums[0].Rules.Items.IsUsual);
        Assert.Equal(AgendaApprovalRule.None, usual.Forums[0].Rules.AgendaApproval);
        Assert.DoesNotContain("agendaApproval", BoardFileWriter.Write(usual), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none", AgendaApprovalRule.None)]
    [InlineData("chair", AgendaApprovalRule.Chair)]
    [InlineData("coChairs", AgendaApprovalRule.CoChairs)]
    public void Approval_IsReadByItsName_AndWhoWritesTheDanishWordIsToldIt(string written, AgendaApprovalRule rule)
    {
        Assert.Equal(rule, Read($"\"agendaApproval\": \"{written}\", ").Board!.Forums[0].Rules.AgendaApproval);
        Assert.Contains("coChairs", Assert.Single(Read("\"agendaApproval\": \"formandskabet\", ").Problems).Message, StringComparison.Ordinal);
        Assert.Equal(
            BoardVocabulary.AgendaApprovals.Keys,
            JsonNode.Parse(BoardSchema.Text)!["definitions"]!["rules"]!["properties"]!["agendaApproval"]!["enum"]!.AsArray().Select(name => (string?)name));
    }

    [Theory]
    [InlineData("""{ "sections": ["Resumé", "resumé"] }""", "står her to gange")]
    [InlineData("""{ "sections": ["Resumé", " indstilling "] }""", "har sit eget felt")]
    [InlineData("""{ "sections": ["1", "2", "3", "4", "5", "6", "7", "8"] }""", "7")]
    [InlineData("""{ "sections": [7] }""", "tekst")]
    [InlineData("""{ "sections": "Resumé" }""", "liste")]
    [InlineData("""{ "minutes": 0 }""", "480")]
    [InlineData("""{ "overskrifter": [] }""", "sections")]
    public void Template_ThatIsNone_IsAnsweredWithWhatIsWrong(string template, string expected) =>
        Assert.Contains(expected, Assert.Single(Read($"\"items\": {template}, ").Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Schema_NamesTheSameWordsAsTheReader()
    {
        var template = JsonNode.Parse(BoardSchema.Text)!["definitions"]!["itemTemplate"]!["properties"]!;

        Assert.Equal(BoardVocabulary.ItemTemplateKeys, template.AsObject().Select(property => property.Key));
        Assert.Equal(ItemTemplate.MaxSections, (int)template["sections"]!["maxItems"]!);
    }

    private static BoardFileReading Read(string rules)
    {
        var text = SampleFiles.BoardText();
        var at = text.IndexOf("\"quorum\"", StringComparison.Ordinal);
        return BoardFileReader.Read(Encoding.UTF8.GetBytes(text.Insert(at, rules)));
    }
}
