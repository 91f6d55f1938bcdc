using Klynge.Domain.Agendas;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Domain.Tests.WrittenProcedures;

/// <summary>A case's text has its headings as lines »# Økonomi«; the names of its voters may say whom they are of.</summary>
public sealed class CaseSectionsTests
{
    [Theory]
    [InlineData("# Økonomi", "Økonomi")]
    [InlineData("#  Økonomi ", "Økonomi")]
    [InlineData("# ", null)]
    [InlineData("#Økonomi", null)]
    [InlineData("Økonomi", null)]
    [InlineData("## Økonomi", null)]
    public void ALine_IsAHeadingByItsMark(string line, string? heading) => Assert.Equal(heading, CaseSections.HeadingOf(line));

    [Theory]
    [InlineData("Sagsfremstilling", "Planen er klar.\n\n# Økonomi\nDen koster.")]
    [InlineData("sagsfremstilling", "Planen er klar.\n\n# Økonomi\nDen koster.")]
    [InlineData("Baggrund", "# Baggrund\nPlanen er klar.\n\n# Økonomi\nDen koster.")]
    [InlineData(null, "Planen er klar.\n\n# Økonomi\nDen koster.")]
    [InlineData("", "Planen er klar.\n\n# Økonomi\nDen koster.")]
    public void Sections_AreOneText_WithoutTheHeadingOfTheForm(string? heading, string text) =>
        Assert.Equal(text, CaseSections.Join([new AgendaSection(heading, "Planen er klar."), new AgendaSection("Økonomi", "Den koster.")], "Sagsfremstilling"));

    [Fact]
    public void TheFormsHeadingFurtherDown_IsASection() => Assert.Equal(
        "Planen.\n\n# Sagsfremstilling\nDen koster.",
        CaseSections.Join([new AgendaSection(null, "Planen."), new AgendaSection("Sagsfremstilling", "Den koster.")], "Sagsfremstilling"));

    [Theory]
    [InlineData("Jens Holm (Egholt Kommune)", "Jens Holm")]
    [InlineData("Jens Holm", "Jens Holm")]
    [InlineData("Jens Holm)", "Jens Holm)")]
    [InlineData(" (Egholt)", " (Egholt)")]
    public void AName_IsBareWithoutWhereItIsFrom(string name, string bare) => Assert.Equal(bare, RollEntry.Bare(name));
}
