using Klynge.Domain.Minutes;

namespace Klynge.Domain.Tests.Minutes;

public sealed class MinutesTextTests
{
    [Theory]
    [InlineData("Et afsnit.")]
    [InlineData("Et afsnit\nmed et linjeskift.\n\nEt til.")]
    [InlineData("Vi skal:\n- ringe\n  - i dag\n- skrive\n\nDet var det.")]
    [InlineData("1. et\n2. to\n12) tolv\na) bogstav")]
    public void Split_ThenJoin_IsTheSameText(string text) => Assert.Equal(text, MinutesText.Join(MinutesText.Split(text)));

    [Theory]
    [InlineData("1. et", 3)]
    [InlineData("  12) to", 4)]
    [InlineData("b) bogstav", 3)]
    [InlineData("b. bogstav", 3)]
    [InlineData("d. 3. maj", 0)]
    [InlineData("f. eks. i dag", 0)]
    [InlineData("2024. året", 0)]
    [InlineData("1.5 liter", 0)]
    [InlineData("Tekst", 0)]
    public void LabelLength_CountsOnlyLabelsOfLists(string block, int expected) => Assert.Equal(expected, MinutesText.LabelLength(block));

    [Fact]
    public void LevelOf_CountsTwoBlanksPerLevel() => Assert.Equal(2, MinutesText.LevelOf("    - dybt"));
}
