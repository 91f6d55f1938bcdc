using Klynge.Domain.Invitations;

namespace Klynge.Domain.Tests.Invitations;

public sealed class CalendarMergeTests
{
    [Theory]
    [InlineData("14", "14", "14", MergeOutcome.Keep)]
    [InlineData("14", "14", "15", MergeOutcome.Take)]
    [InlineData("14", "13", "14", MergeOutcome.Keep)]
    [InlineData("14", "13", "13", MergeOutcome.Keep)]
    [InlineData("14", "13", "15", MergeOutcome.Ask)]
    [InlineData(null, "14", "14", MergeOutcome.Keep)]
    [InlineData(null, "14", "15", MergeOutcome.Ask)]
    public void AField_IsTaken_OnlyWhereTheCalendarAloneHasChangedIt(string? before, string here, string there, MergeOutcome expected) =>
        Assert.Equal(expected, CalendarMerge.Decide(before, here, there));
}
