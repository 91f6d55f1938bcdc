using Klynge.Domain.Forums;

namespace Klynge.Domain.Tests.Forums;

public sealed class QuorumRuleTests
{
    [Theory]
    [InlineData("0.5", 13, 7)]
    [InlineData("0.5", 12, 6)]
    [InlineData("0.5", 1, 1)]
    [InlineData("0.5", 0, 0)]
    [InlineData("0.6667", 12, 8)]
    [InlineData("0.6667", 13, 9)]
    [InlineData("1", 13, 13)]
    [InlineData("0.3333", 99, 33)]
    public void SeatsNeeded_IsTheShareOfTheSeatsRoundedUp(string share, int seats, int needed) =>
        Assert.Equal(needed, new QuorumRule(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture), EverySector: false).SeatsNeeded(seats));
}
