using Klynge.Domain.Forums;

namespace Klynge.Domain.Tests.Forums;

/// <summary>How people write of each other, and whom they mean by it.</summary>
public sealed class PersonNamesTests
{
    [Theory]
    [InlineData("peter aaby thorup", NameFit.Whole)]
    [InlineData("Peter Åby-Thorup", NameFit.Whole)]
    [InlineData("Peter Thorup", NameFit.Parts)]
    [InlineData("Thorup, Peter", NameFit.Parts)]
    [InlineData("P. Thorup", NameFit.Parts)]
    [InlineData("Peters", NameFit.Parts)]
    [InlineData("PAT", NameFit.Parts)]
    [InlineData("P.A.T.", NameFit.Parts)]
    [InlineData("P A T", NameFit.Parts)]
    [InlineData("P-A-T", NameFit.None)]
    [InlineData("pat", NameFit.None)]
    [InlineData("Pat", NameFit.None)]
    [InlineData("P", NameFit.None)]
    [InlineData("TAP", NameFit.None)]
    [InlineData("PATXY", NameFit.None)]
    [InlineData("Pete", NameFit.Beginnings)]
    [InlineData("Petre Thorup", NameFit.Near)]
    [InlineData("Peter Thurop", NameFit.Near)]
    [InlineData("Hans", NameFit.None)]
    [InlineData("", NameFit.None)]
    [InlineData(null, NameFit.None)]
    public void WrittenWords_FitANameAsWellAsTheySayIt(string? written, NameFit fit) => Assert.Equal(fit, PersonNames.Fit(written, "Peter Åby Thorup"));

    [Theory]
    [InlineData("Liselotte Damgaard", "Lise-Lotte Damgaard", NameFit.Whole)]
    [InlineData("Liselotte", "Lise-Lotte Damgaard", NameFit.Parts)]
    [InlineData("Sanne", "Signe Holm", NameFit.None)]
    [InlineData("Mehmed Yildis", "Mehmet Yildiz", NameFit.Near)]
    [InlineData("Jens", "", NameFit.None)]
    public void Hyphens_AndSlips_AreAllowedFor(string written, string name, NameFit fit) => Assert.Equal(fit, PersonNames.Fit(written, name));
}
