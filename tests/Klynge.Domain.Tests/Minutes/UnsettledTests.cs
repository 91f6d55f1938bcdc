using Klynge.Domain.Minutes;

namespace Klynge.Domain.Tests.Minutes;

/// <summary>What ends a matter, and what leaves it to come.</summary>
public sealed class UnsettledTests
{
    [Theory]
    [InlineData("Udsat til næste møde.", 0, RecommendationOutcome.Postponed)]
    [InlineData("Punktet udsættes til næste møde.", 2, RecommendationOutcome.Postponed)]
    [InlineData("Punktet behandles skriftligt.", 1, RecommendationOutcome.WrittenProcedure)]
    [InlineData("Indstilling 1 og 2 afventer afgørelse fra Sundhedsministeriet.", 2, RecommendationOutcome.AwaitsAuthority)]
    [InlineData("Sagen blev udskudt, da tallene manglede.", 0, RecommendationOutcome.Postponed)]
    public void Decision_ThatEndsNothing_IsUnsettled(string decision, int recommendations, RecommendationOutcome outcome) =>
        Assert.Equal(outcome, RecommendationOutcomes.Unsettled(decision, recommendations));

    [Theory]
    [InlineData("Godkendt.", 1)]
    [InlineData("Rådet drøftede sagen. Ventetiderne tages op igen på et senere møde.", 0)]
    [InlineData("Indstilling 1 blev godkendt. Indstilling 2 udsættes til næste møde.", 2)]
    [InlineData("Der var enighed om retningen.", 0)]
    [InlineData(" ", 0)]
    [InlineData(null, 0)]
    public void Decision_ThatEndsTheMatter_OrSaysNothing_IsNot(string? decision, int recommendations) =>
        Assert.Null(RecommendationOutcomes.Unsettled(decision, recommendations));

    /// <summary>Who was away stands below a decision, and says nothing of it.</summary>
    [Theory]
    [InlineData("Ikke godkendt.\n\nFraværende: Tyra Bang", RecommendationOutcome.Rejected)]
    [InlineData("Godkendt.\nAfbud: Tyra Bang og Ole Krag", RecommendationOutcome.Approved)]
    [InlineData("Ikke til stede: Tyra Bang.\nTaget til efterretning.", RecommendationOutcome.Noted)]
    public void Absence_BelowADecision_IsNoPartOfIt(string decision, RecommendationOutcome outcome) =>
        Assert.Equal([outcome, outcome], RecommendationOutcomes.Read(decision, 2).Select(one => one.Outcome));

    [Fact]
    public void Decision_TooLongToRead_IsNot() => Assert.Null(RecommendationOutcomes.Unsettled("Udsat. " + new string('x', 5000), 0));
}
