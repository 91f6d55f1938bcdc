using System.Text;
using System.Text.Json.Nodes;
using Klynge.Application.Data.Conversion;
using Klynge.Application.Forums;
using Klynge.Application.Forums.BoardFile;
using Klynge.Application.Forums.Sample;
using Klynge.Application.Forums.Templates;
using Klynge.Domain.Forums;

namespace Klynge.Application.Tests.Forums;

/// <summary>A body's rights as a board file says them: on or off, with the source; what is not settled is off, and says so.</summary>
public sealed class LegalSwitchTests
{
    private const string Law = "Kommunestyrelsesloven § 22, stk. 2";

    public static TheoryData<string> Names => ["castingVote", "chairDecision", "dissentingOpinion", "stopExecution", "itemSubstitutes", "namedVotes"];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Switch_IsReadWithItsSource_AndWrittenBackAsItIs(string name)
    {
        foreach (var allowed in new[] { "true", "false" })
        {
            var reading = Read($$""" "{{name}}": { "allowed": {{allowed}}, "source": "{{Law}}" }, """);

            Assert.Empty(reading.Problems);
            Assert.Equal(new LegalSwitch(allowed == "true", Law), Of(reading.Board!.Forums[0].Rules, name));
            var written = BoardFileWriter.Write(reading.Board);
            Assert.Contains($"\"{name}\"", written, StringComparison.Ordinal);
            Assert.Equal(written, BoardFileWriter.Write(BoardFileReader.Read(Encoding.UTF8.GetBytes(written)).Board!));
            Assert.Empty((await NJsonSchema.JsonSchema.FromJsonAsync(BoardSchema.Text, TestContext.Current.CancellationToken)).Validate(written));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void LeftOut_ItIsUsual_AndNotWritten(string name)
    {
        var board = Read("").Board!;

        Assert.Equal(name == "namedVotes" ? LegalSwitch.On : LegalSwitch.Off, Of(board.Forums[0].Rules, name));
        Assert.DoesNotContain(name, BoardFileWriter.Write(board), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task CastingVote_OfFilesOfBefore_IsABareYesOrNo(string written, bool allowed)
    {
        var board = Read($"\"castingVote\": {written}, ").Board!;

        Assert.Equal(new LegalSwitch(allowed), board.Forums[0].Rules.CastingVote);
        Assert.Equal(allowed, BoardFileWriter.Write(board).Contains("\"castingVote\": true", StringComparison.Ordinal));
        Assert.Empty((await NJsonSchema.JsonSchema.FromJsonAsync(BoardSchema.Text, TestContext.Current.CancellationToken)).Validate(BoardFileWriter.Write(board)));
    }

    [Theory]
    [InlineData("""{ "source": "§ 22" }""", "allowed")]
    [InlineData("""{ "allowed": "ja" }""", "true eller false")]
    [InlineData("""{ "allowed": true, "kilde": "§ 22" }""", "kilde")]
    [InlineData("true", "objekt")]
    public void Switch_ThatIsNone_IsAnsweredWithWhatIsWrong(string written, string expected) =>
        Assert.Contains(expected, Assert.Single(Read($"\"chairDecision\": {written}, ").Problems).Message, StringComparison.Ordinal);

    [Fact]
    public void Schema_NamesTheSameWordsAsTheReader() => Assert.Equal(
        BoardVocabulary.SwitchKeys, JsonNode.Parse(BoardSchema.Text)!["definitions"]!["switch"]!["properties"]!.AsObject().Select(property => property.Key));

    /// <summary>What was stored before switches had a source is a bare yes or no.</summary>
    [Fact]
    public void StoredRulesOfBefore_KeepTheirCastingVote()
    {
        var rules = Read("").Board!.Forums[0].Rules;
        var stored = JsonNode.Parse(JsonColumn.Write(rules))!.AsObject();
        foreach (var name in Names.Select(row => row.Data))
            stored.Remove(name);

        stored["hasCastingVote"] = true;
        var read = JsonColumn.Read<RulesOfProcedure>(stored.ToJsonString());

        Assert.Equal(LegalSwitch.On, read.CastingVote);
        Assert.Equal(LegalSwitch.On, read.NamedVotes);
        Assert.Equal(read, JsonColumn.Read<RulesOfProcedure>(JsonColumn.Write(read)) with { StandingItems = read.StandingItems, Items = read.Items, AnnualWheel = read.AnnualWheel, Reminders = read.Reminders, WrittenProcedures = read.WrittenProcedures });
    }

    /// <summary>
    /// Domain facts: §§ 14, 22 and 33 reach the councils by regionsloven § 15, which names neither § 13 nor § 23; nor is the casting vote settled, nor writing.
    /// </summary>
    [Fact]
    public void TemplateOfACouncil_HasOnWhatTheLawSays_AndOffWhatIsNotSettled()
    {
        var rules = BoardFileReader.Read(Encoding.UTF8.GetBytes(BoardTemplates.Find("sundhedsråd")!)).Board!.Forums[0].Rules;

        Assert.Equal((true, true, true), (rules.ChairDecision.Allowed, rules.ItemSubstitutes.Allowed, rules.NamedVotes.Allowed));
        Assert.Equal((false, false, false, false), (rules.DissentingOpinion.Allowed, rules.StopExecution.Allowed, rules.CastingVote.Allowed, rules.WrittenProcedures.Allowed));
        Assert.All(Names.Select(row => Of(rules, row.Data)), one => Assert.NotNull(one.Source));
        Assert.All(new[] { rules.DissentingOpinion, rules.StopExecution, rules.CastingVote }, one => Assert.StartsWith("Ikke afklaret", one.Source, StringComparison.Ordinal));
        Assert.Equal("3 hverdage", rules.AttachmentsOut?.ToString());
    }

    [Fact]
    public void Sentences_SayTheRightWithItsSource_AndWhatIsOffBecauseItIsNotSettled()
    {
        var rules = Read($$""" "chairDecision": { "allowed": true, "source": "{{Law}}." }, "stopExecution": { "allowed": false, "source": "Ikke afklaret for sundhedsråd." }, "namedVotes": { "allowed": false }, """).Board!.Forums[0].Rules;

        Assert.Equal(
            [
                "Formanden kan mellem møderne afgøre det, der ikke kan vente eller ikke giver anledning til tvivl, og ethvert medlem kan kræve sagen på mødet. Kilde: Kommunestyrelsesloven § 22, stk. 2.",
                "Standsningsret er slået fra. Ikke afklaret for sundhedsråd.",
            ],
            SwitchSentences.Of(rules));
    }

    private static LegalSwitch Of(RulesOfProcedure rules, string name) => name switch
    {
        "castingVote" => rules.CastingVote,
        "chairDecision" => rules.ChairDecision,
        "dissentingOpinion" => rules.DissentingOpinion,
        "stopExecution" => rules.StopExecution,
        "itemSubstitutes" => rules.ItemSubstitutes,
        _ => rules.NamedVotes,
    };

    private static BoardFileReading Read(string rules)
    {
        var text = SampleFiles.BoardText();
        return BoardFileReader.Read(Encoding.UTF8.GetBytes(text.Insert(text.IndexOf("\"quorum\"", StringComparison.Ordinal), rules)));
    }
}
