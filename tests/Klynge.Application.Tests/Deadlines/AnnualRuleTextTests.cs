using System.Text.Json;
using Klynge.Application.Data.Conversion;
using Klynge.Application.Deadlines.AnnualWheel;
using Klynge.Domain.Deadlines;

namespace Klynge.Application.Tests.Deadlines;

public sealed class AnnualRuleTextTests
{
    [Theory]
    [InlineData("30. april", "30. april")]
    [InlineData("hver 30. april", "30. april")]
    [InlineData("hvert år den 1. marts", "1. marts")]
    [InlineData("29. februar", "29. februar")]
    [InlineData("Sidste fredag i måneden", "sidste fredag i måneden")]
    [InlineData("den sidste fredag i hver måned", "sidste fredag i måneden")]
    [InlineData("sidste hverdag i juni", "sidste hverdag i juni")]
    [InlineData("sidste mandag i marts", "sidste mandag i marts")]
    [InlineData("11 hverdage før mødet", "11 hverdage før mødet")]
    [InlineData("11 hverdage før hvert møde", "11 hverdage før mødet")]
    [InlineData("2 uger før mødet", "14 dage før mødet")]
    public void Rule_AsPeopleWriteIt_IsReadAndSaysItself(string written, string says)
    {
        var rule = AnnualRuleText.Parse(written);

        Assert.True(rule.IsSuccess, rule.Error?.Text);
        Assert.Equal(says, rule.Value.ToString());
        Assert.Equal(rule.Value, AnnualRuleText.Parse(says).Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("snart")]
    [InlineData("april")]
    [InlineData("sidste fredag")]
    [InlineData("sidste fridag i måneden")]
    [InlineData("en hverdag før mødet")]
    [InlineData("99999999999 dage før mødet")]
    public void Rule_ThatIsNone_IsAskedAgain(string written) => Assert.IsType<AnnualRuleUnknown>(AnnualRuleText.Parse(written).Error);

    [Fact]
    public void Rule_OfADayThatDoesNotExist_SaysSo() => Assert.IsType<AnnualDayImpossible>(AnnualRuleText.Parse("31. april").Error);

    [Fact]
    public void Entry_AsJson_IsReadBackTheSame()
    {
        var entry = new AnnualEntry("Udpegning til ledelsesprogrammet", new AnnualRule.EveryYear(4, 30)) { ResponsibleRole = Domain.Forums.Role.Chair };

        var json = JsonSerializer.Serialize(entry, JsonColumn.Options);

        Assert.Contains("\"30. april\"", json, StringComparison.Ordinal);
        Assert.Equal(entry, JsonSerializer.Deserialize<AnnualEntry>(json, JsonColumn.Options));
    }
}
