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

    [Fact]
    public void Decision_TooLongToRead_IsNot() => Assert.Null(RecommendationOutcomes.Unsettled("Udsat. " + new string('x', 5000), 0));
}
