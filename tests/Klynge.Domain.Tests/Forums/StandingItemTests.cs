using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;

namespace Klynge.Domain.Tests.Forums;

public sealed class StandingItemTests
{
    private static readonly StandingItem Item = new("Velkomst", AgendaItemKind.Information, 5) { Presenter = "Formanden", Text = "Goddag.", Recommendations = ["Godkender"] };

    [Fact]
    public void SameItem_IsTheSame_AndAnyOtherIsNot()
    {
        Assert.Equal(Item, Item with { Recommendations = ["Godkender"] });
        Assert.Equal(Item.GetHashCode(), (Item with { Recommendations = ["Godkender"] }).GetHashCode());
        Assert.All(
            new[] { Item with { Text = null }, Item with { Presenter = null }, Item with { Recommendations = [] }, Item with { Minutes = 6 }, Item with { StandsLast = true }, Item with { Title = "Eventuelt" }, Item with { Kind = AgendaItemKind.Decision } },
            other => Assert.NotEqual(Item, other));
        Assert.False(Item.Equals(null));
    }

    [Theory]
    [InlineData("", "Sagsfremstilling")]
    [InlineData("Resumé|Økonomi", "Resumé")]
    [InlineData("Resumé|Sagsfremstilling og baggrund", "Sagsfremstilling og baggrund")]
    public void Text_StandsUnderTheHeadingOfTheCase_OrTheFirst(string headings, string expected) => Assert.Equal(
        expected,
        Assert.Single(Item.ToContent(new ItemTemplate { Sections = headings.Split('|', StringSplitOptions.RemoveEmptyEntries) }).Sections).Heading);

    [Fact]
    public void ItemThatSaysNothing_HasNoSection() => Assert.Empty((Item with { Text = null, Recommendations = [] }).ToContent(ItemTemplate.Usual).Sections);
}
