using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Domain.Tests.Minutes;

/// <summary>The answers to recommendations are printed as minutes do, and what is printed is read back as it was meant.</summary>
public sealed class DecisionTextTests
{
    private static readonly RecommendationOutcome[] Outcomes = Enum.GetValues<RecommendationOutcome>();

    [Fact]
    public void Answers_ThatDiffer_StandEachInAParagraph_BeforeTheTextOfTheItem()
    {
        var text = DecisionText.Write(
            [
                Answer(2, RecommendationOutcome.ApprovedSubjectTo) with { Body = "kommunerne", Until = new LocalDate(2026, 5, 1) },
                Answer(1, RecommendationOutcome.Approved),
                Answer(3, RecommendationOutcome.ApprovedWithRemarks) with { Text = "tidsplanen er stram" },
                Answer(4, RecommendationOutcome.Approved),
                Answer(5, RecommendationOutcome.Referred) with { Body = "Direktørforum" },
            ],
            6,
            "Rådet takkede for arbejdet.").Value;

        Assert.Equal(
            """
            Indstilling 1 og 4 blev godkendt.

            Indstilling 2 blev godkendt med forbehold for godkendelse fra kommunerne senest d. 1. maj 2026.

            Indstilling 3 blev godkendt med bemærkninger. Tidsplanen er stram.

            Indstilling 5 sendes videre til Direktørforum.

            Rådet takkede for arbejdet.
            """.ReplaceLineEndings("\n"),
            text);
    }

    /// <summary>A day in the name of the body is no end of the sentence.</summary>
    [Theory]
    [InlineData("Direktørforum 28. februar", null)]
    [InlineData("Direktørforum d. 17. april", "Økonomien skal med.")]
    [InlineData("Direktørforum 28. februar 2027", null)]
    public void Body_MayNameADay(string body, string? text)
    {
        var answer = Answer(1, RecommendationOutcome.Referred) with { Body = body, Text = text };

        Assert.Equal([answer], DecisionText.Read(DecisionText.Write([answer], 1, null).Value, 1).Answers);
    }

    [Theory]
    [InlineData(RecommendationOutcome.Approved, 3, "Indstillingerne blev godkendt.")]
    [InlineData(RecommendationOutcome.Approved, 1, "Indstillingen blev godkendt.")]
    [InlineData(RecommendationOutcome.Rejected, 2, "Indstillingerne blev ikke godkendt.")]
    [InlineData(RecommendationOutcome.Noted, 2, "Indstillingerne blev taget til efterretning.")]
    [InlineData(RecommendationOutcome.Postponed, 2, "Punktet udsættes til næste møde.")]
    [InlineData(RecommendationOutcome.WrittenProcedure, 1, "Punktet behandles skriftligt.")]
    public void Answers_ThatAreAlike_AreOneSentence(RecommendationOutcome outcome, int count, string sentence)
    {
        var text = DecisionText.Write(Enumerable.Range(1, count).Select(number => Answer(number, outcome)), count, text: null).Value;

        Assert.Equal(sentence, text);
        Assert.Equal(Enumerable.Repeat(outcome, count), RecommendationOutcomes.Read(text, count).Select(one => one.Outcome));
    }

    /// <summary>Every mixture that a form can send: what is printed has the same answers and the same text.</summary>
    [Fact]
    public void Answers_Printed_AreReadBackAsTheyWere()
    {
        var random = new Random(20_261_129);
        for (var round = 0; round < 3_000; round++)
        {
            var count = random.Next(1, 13);
            var answers = Enumerable.Range(1, count).Where(_ => random.Next(5) > 0).Select(number => Any(number, random)).ToList();
            var text = random.Next(3) == 0 ? "Punktet blev drøftet.\n\nDer var enighed om en bred inddragelse." : null;

            var printed = DecisionText.Write(answers, count, text).Value;
            var (back, rest) = DecisionText.Read(printed, count);

            Assert.Equal(answers, back);
            Assert.Equal(text, rest);
            Assert.Equal(answers, RecommendationOutcomes.Read(printed, count).Take(answers.Count));
        }
    }

    [Theory]
    [InlineData("Indstilling 1 blev godkendt, idet rådet bemærkede at tiden er knap.")]
    [InlineData("Indstilling 1 og 2 blev godkendt. Rådet bemærkede, at tiden er knap.")]
    [InlineData("Indstilling 9 blev godkendt.")]
    [InlineData("Indstillingen blev godkendt.")]
    [InlineData("Punktet blev godkendt.")]
    public void OtherWords_AreLeftAsTheyAre(string decision)
    {
        var (answers, text) = DecisionText.Read(decision, 2);

        Assert.Empty(answers);
        Assert.Equal(decision, text);
    }

    [Fact]
    public void AnswersInOtherWords_AfterThePrintedOnes_CountToo() => Assert.Equal(
        [RecommendationOutcome.Approved, RecommendationOutcome.Postponed],
        RecommendationOutcomes.Read("Indstilling 1 blev godkendt.\n\nAd 2: Udsat til næste møde", 2).Select(one => one.Outcome));

    [Theory]
    [InlineData(RecommendationOutcome.ApprovedSubjectTo)]
    [InlineData(RecommendationOutcome.Recommended)]
    [InlineData(RecommendationOutcome.Referred)]
    [InlineData(RecommendationOutcome.AwaitsAuthority)]
    public void Outcome_OfAnotherBody_NamesIt(RecommendationOutcome outcome) =>
        Assert.IsType<OutcomeBodyMissing>(DecisionText.Write([Answer(1, outcome) with { Body = " " }], 1, null).Error);

    /// <summary>Nothing that somebody wrote falls away without a word.</summary>
    [Fact]
    public void NameOrDay_ThatTheOutcomeHasNoPlaceFor_IsRefused()
    {
        Assert.IsType<OutcomeBodyUnused>(DecisionText.Write([Answer(1, RecommendationOutcome.Approved) with { Body = "kommunerne" }], 1, null).Error);
        Assert.IsType<OutcomeBodyUnused>(DecisionText.Write([Answer(1, RecommendationOutcome.Referred) with { Body = "Direktørforum", Until = new LocalDate(2026, 5, 1) }], 1, null).Error);
    }

    [Theory]
    [InlineData("rådet. Og ministeriet")]
    [InlineData("kommunerne senest d. 1. maj 2026")]
    public void Name_ThatCouldNotBeReadBack_IsRefused(string body) =>
        Assert.IsType<OutcomeBodyUnreadable>(DecisionText.Write([Answer(1, RecommendationOutcome.ApprovedSubjectTo) with { Body = body }], 1, null).Error);

    [Fact]
    public void Name_WithAnAbbreviation_IsReadWhole()
    {
        var answer = Answer(1, RecommendationOutcome.AwaitsAuthority) with { Body = "Byrådet i Gl. Havn", Text = "Svaret ventes i maj." };

        Assert.Equal([answer], DecisionText.Read(DecisionText.Write([answer], 2, null).Value, 2).Answers);
    }

    [Theory]
    [InlineData("Indstilling 1 blev godkendt.\nIndstilling 1 blev drøftet.", 1)]
    [InlineData("Indstilling 1 blev godkendt.\nIndstilling 2 og 9 blev drøftet.", 1)]
    [InlineData("Indstilling 0 blev godkendt.", 0)]
    [InlineData("Indstilling 1 blev godkendt med forbehold for godkendelse fra PLO senest d. 30. februar 2026.", 0)]
    [InlineData("Indstilling 1 blev godkendt med forbehold for godkendelse fra PLO senest d. 0. maj 2026.", 0)]
    [InlineData("Indstilling 1 blev godkendt med forbehold for godkendelse fra PLO senest d. 1. maj 1026.", 0)]
    [InlineData("Indstilling 1 blev godkendt med forbehold for godkendelse fra PLO senest d. 1. maj 9026.", 0)]
    [InlineData("Indstilling 1 blev godkendt med forbehold for godkendelse fra PLO senest d. 1. høst 2026.", 0)]
    [InlineData("Indstilling 1 anbefales til PLO senest d. 1. maj 2026.", 0)]
    public void Answer_ThatContradictsOrCannotBe_IsText(string decision, int answers)
    {
        var (read, text) = DecisionText.Read(decision, 3);

        Assert.Equal(answers, read.Count);
        Assert.Equal(decision.Split('\n')[^1], text);
    }

    [Theory]
    [InlineData("det skal evalueres", "Det skal evalueres.")]
    [InlineData("Er det nok?", "Er det nok?")]
    [InlineData("Det haster!", "Det haster!")]
    [InlineData("Rådet sagde »nej«", "Rådet sagde »nej«")]
    [InlineData("Der mangler:", "Der mangler:")]
    public void Text_EndsAsASentence(string typed, string printed) =>
        Assert.Equal($"Indstillingen blev godkendt. {printed}", DecisionText.Write([Answer(1, RecommendationOutcome.Approved) with { Text = typed }], 1, null).Value);

    [Fact]
    public void Name_ThatIsLongerThanALine_IsRefused() => Assert.IsType<OutcomeBodyUnreadable>(
        DecisionText.Write([Answer(1, RecommendationOutcome.Referred) with { Body = new string('a', DecisionText.MaxBodyLength + 1) }], 1, null).Error);

    /// <summary>Answers are looked for among as many as an item can have, in a text that a person can have written.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(61, 1)]
    [InlineData(1, 500)]
    public void Outcomes_OfWhatNobodyWrote_AreNone(int recommendations, int sentences) =>
        Assert.Empty(RecommendationOutcomes.Read(string.Concat(Enumerable.Repeat("Indstilling 1 blev godkendt. ", sentences)), recommendations));

    private static RecommendationDecision Answer(int number, RecommendationOutcome outcome) => new(number, outcome);

    private static RecommendationDecision Any(int number, Random random)
    {
        var outcome = Outcomes[random.Next(Outcomes.Length)];
        return Answer(number, outcome) with
        {
            Body = outcome.NeedsBody() ? random.GetItems(new[] { "Direktørforum", "PLO", "kommunalbestyrelserne i Nordhavn og Sydby", "Udvalget (sundhed)" }, 1)[0] : null,
            Until = outcome == RecommendationOutcome.ApprovedSubjectTo && random.Next(2) == 0 ? new LocalDate(2026, 1, 1).PlusDays(random.Next(700)) : null,
            Text = random.GetItems(new[] { null, null, "Der følges op i maj.", "»Mere« tid. Også til 3. sektor!" }, 1)[0],
        };
    }
}
