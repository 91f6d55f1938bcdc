using Klynge.Documents.Reading;

namespace Klynge.Documents.Tests.Reading;

/// <summary>Bold and italics of text files: in long texts they stay, and whoever is named, what is a label and what is a date is read without them.</summary>
public sealed class EmphasisTests
{
    [Theory]
    [InlineData("Kranen er **ikke** solgt endnu.", "Kranen er **ikke** solgt endnu.")]
    [InlineData("Formålet er *at gøre kajen tryg*, siger havnen.", "Formålet er *at gøre kajen tryg*, siger havnen.")]
    [InlineData("- Kranen er **ikke** solgt", "- Kranen er **ikke** solgt")]
    [InlineData("Både **kajen** og *kranen* blev set.", "Både **kajen** og *kranen* blev set.")]
    [InlineData("Både  **kajen**   og kranen blev set.", "Både **kajen** og kranen blev set.")]
    [InlineData("Rabatten er 2*3*4 og **fast** i år.", "Rabatten er 2*3*4 og fast i år.")]
    [InlineData("Kajen er lang.", "Kajen er lang.")]
    public void Section_KeepsTheLookOfALine(string written, string read)
    {
        var minutes = MinutesParser.Parse(Minutes($"Sagsfremstilling\n\n{written}\n\nBeslutning\n\nGodkendt.")).Value;

        Assert.Equal(read, Unescaped(minutes.Items[0].Sections[0].Text));
    }

    [Fact]
    public void DecisionAndRecommendation_KeepIt_AndLabelsNamesAndTitlesAreReadWithoutIt()
    {
        var minutes = MinutesParser.Parse(Minutes(
            "**Indstilling**\n\nDet indstilles, at Havneforum\n\n1. Godkender **hele** planen\n\n**Beslutning**\n\nPlanen blev **ikke** godkendt.")).Value;

        var item = minutes.Items[0];
        Assert.Equal("Godkender **hele** planen", item.Recommendations[0], ignoreCase: true);
        Assert.Equal("Planen blev **ikke** godkendt.", item.Decision);
        Assert.Equal("Kranen", item.Title);
        Assert.Equal(["Ida Bang", "Tor Holm"], minutes.Participants.Select(person => person.Name));
    }

    private static string Unescaped(string text) => text.Replace("\\*", "*", StringComparison.Ordinal);

    private static string Minutes(string item) =>
        $"Referat: Havneforum\nDato: 4. maj 2027\nTid: kl. 9.00-11.00\n\nDeltagere: **Ida Bang** (formand), Tor Holm\n\nPunkt 1: **Kranen**\n\n{item}\n";
}
