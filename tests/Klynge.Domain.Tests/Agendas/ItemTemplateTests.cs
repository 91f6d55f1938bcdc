using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;

namespace Klynge.Domain.Tests.Agendas;

/// <summary>The sections that a forum wants to read, and what leads into its recommendations.</summary>
public sealed class ItemTemplateTests
{
    private static readonly ItemTemplate Template = new() { Sections = ["Resumé", "Perspektiv", "Sag", "Økonomi"], RecommendationLead = "Sekretariatet indstiller, at rådet" };

    [Theory]
    [InlineData("", "Resumé Perspektiv Sag Økonomi")]
    [InlineData("Sag", "Resumé Perspektiv Sag Økonomi")]
    [InlineData("SAG", "Resumé Perspektiv SAG Økonomi")]
    [InlineData("Proces", "Resumé Perspektiv Sag Økonomi Proces")]
    [InlineData("Resumé Proces Økonomi", "Resumé Perspektiv Sag Proces Økonomi")]
    [InlineData("Økonomi Resumé", "Økonomi Resumé Perspektiv Sag")]
    public void Fill_PutsWhatIsMissingWhereItBelongs_AndLeavesTheOrderThatIsThere(string has, string expected)
    {
        var sections = has.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(heading => new AgendaSection(heading, "x")).ToList();

        var filled = Template.Fill(sections);

        Assert.Equal(expected, string.Join(' ', filled.Select(section => section.Heading)));
        Assert.Equal(sections, filled.Where(section => section.Text == "x"));
        Assert.All(filled.Except(sections), section => Assert.Empty(section.Text));
    }

    [Fact]
    public void Lead_IsTheForumsOwn_UnlessTheItemHasOneOrRecommendsNothing()
    {
        var item = new AgendaItemContent { Title = "x", Sections = [new AgendaSection("Sag", "y")], Recommendations = ["godkender"] };

        Assert.Equal("Sekretariatet indstiller, at rådet", RecommendationLead.Of(Template.LeadIn(item)));
        Assert.Equal(item.Sections, RecommendationLead.Without(Template.LeadIn(item)));
        Assert.Equal("Formanden indstiller", RecommendationLead.Of(Template.LeadIn(RecommendationLead.Set(item, "Formanden indstiller"))));
        Assert.Null(RecommendationLead.Of(Template.LeadIn(item with { Recommendations = [] })));
        Assert.Same(item.Sections, ItemTemplate.Usual.LeadIn(item).Sections);
    }

    [Fact]
    public void Lead_SetToNothing_IsTakenAway()
    {
        var item = RecommendationLead.Set(new AgendaItemContent { Title = "x" }, "Formanden indstiller");

        Assert.Empty(RecommendationLead.Set(item, " ").Sections);
        Assert.Equal(RecommendationLead.Set(item, "B").Sections, [new AgendaSection("Indstilling", "B")]);
    }

    [Fact]
    public void Template_IsUsual_OnlyWhenItSaysNothing()
    {
        Assert.True(new ItemTemplate().IsUsual);
        Assert.False(new ItemTemplate { Minutes = 10 }.IsUsual);
        Assert.Equal(new ItemTemplate { Sections = ["A"] }, new ItemTemplate { Sections = ["A"] });
        Assert.NotEqual(new ItemTemplate { Sections = ["A"] }, new ItemTemplate { Sections = ["B"] });
        Assert.Equal(new ItemTemplate { Sections = ["A"] }.GetHashCode(), new ItemTemplate { Sections = ["A"] }.GetHashCode());
    }
}
