using Klynge.Domain.Minutes;

namespace Klynge.Documents.Tests.Reading;

/// <summary>The parts of one item: what its labels open, which attachments must be read, who is told not to have been there.</summary>
public sealed class ItemPartTests
{
    [Theory]
    [InlineData("1. Vagtplan (forventes læst)\n2. Notat", "", new[] { 1 })]
    [InlineData("1. Vagtplan\n2. Notat - forudsættes læst", "", new[] { 2 })]
    [InlineData("1. Vagtplan\n2. Notat", "Alle bilag forventes læst.", new[] { 1, 2 })]
    [InlineData("1. Vagtplan\n2. Notat", "Bilag nr. 2 bedes læst.", new[] { 2 })]
    [InlineData("1. Vagtplan\n2. Notat", "Bilag 1-2 skal være læst.", new[] { 1, 2 })]
    [InlineData("1. Vagtplan\n2. Notat", "Bilag 1 forventes ikke læst.", new int[0])]
    [InlineData("Bilag 2 - Vagtplan\nBilag 1 - Notat", "Bilag 2 forventes læst.", new[] { 1 })]
    public void AttachmentsToBeRead_AreThoseThatAreNamed(string attachments, string sentence, int[] required)
    {
        var item = Papers.With(second: $"Ny vagtplan\n\nSagsfremstilling\n\nPlanen er klar.\n\n{sentence}\n\nBilag\n{attachments}").Items[1];

        Assert.Equal(required, item.RequiredReading);
        Assert.Equal(2, item.Attachments.Count);
        Assert.DoesNotContain(item.Attachments, name => name.Contains("læst", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Bilag 9 forventes læst.")]
    [InlineData("Bilag 0 forventes læst.")]
    public void AnAttachmentThatIsNotThere_IsAsked(string sentence)
    {
        var minutes = Papers.With(second: $"Ny vagtplan\n\nSagsfremstilling\n\n{sentence}\n\nBilag\n1. Vagtplan\n2. Notat");

        Assert.Empty(minutes.Items[1].RequiredReading);
        Assert.Equal("items[1].attachments", Assert.Single(minutes.Doubts).Path);
    }

    /// <summary>What stands on the list is an attachment; a sentence behind it is the case's.</summary>
    [Theory]
    [InlineData("Vagtplan.pdf\n\nNotat om vagter", new[] { "Vagtplan.pdf", "Notat om vagter" }, "")]
    [InlineData("a) Vagtplan\nb) Notat", new[] { "a) Vagtplan", "b) Notat" }, "")]
    [InlineData("- Vagtplan\n- Notat", new[] { "Vagtplan", "Notat" }, "")]
    [InlineData("Bilag 1: Vagtplan.", new[] { "Bilag 1: Vagtplan." }, "")]
    [InlineData("Vagtplan\n\nUdvalget behandler bilagene på mødet i maj.", new[] { "Vagtplan" }, "Udvalget behandler bilagene på mødet i maj.")]
    [InlineData("Vagtplan\n\nBilag 1 forventes læst", new[] { "Vagtplan" }, "Bilag 1 forventes læst")]
    public void Attachments_EndWithTheirList(string list, string[] attachments, string rest)
    {
        var item = Papers.With(second: $"Ny vagtplan\n\nBilag\n\n{list}").Items[1];

        Assert.Equal(attachments, item.Attachments);
        Assert.Equal(rest, string.Concat(item.Sections.Select(section => section.Text)));
    }

    [Theory]
    [InlineData("Referat og beslutning")]
    [InlineData("Referat af punktet")]
    [InlineData("Konkluderende referat")]
    [InlineData("Drøftelse og beslutning")]
    public void ALongerLabel_IsNoPartOfTheDecision(string label)
    {
        var minutes = Papers.With(second: $"Ny vagtplan\n\nSagsfremstilling\n\nPlanen er klar.\n\n{label}\n\nPlanen købes.", decision: "");

        Assert.StartsWith("Planen købes.", minutes.Items[1].Decision, StringComparison.Ordinal);
    }

    [Fact]
    public void ReferatBesideABeslutning_IsASection()
    {
        var item = Papers.With(second: "Ny vagtplan\n\nReferat\n\nDer var en god snak.").Items[1];

        Assert.Equal(("Referat", "Der var en god snak."), (Assert.Single(item.Sections).Heading, item.Sections[0].Text));
        Assert.Equal("Planen blev drøftet.", item.Decision);
    }

    /// <summary>What the heading says already counts; a line below that says otherwise is kept as it stands.</summary>
    [Theory]
    [InlineData("Ny vagtplan v/ Ida Bang\n\nv/ Tor Vang Holm", "Ida Bang", null, "v/ Tor Vang Holm")]
    [InlineData("Ny vagtplan v/ Ida Bang\n\nv/ Ida Bang", "Ida Bang", null, "")]
    [InlineData("Ny vagtplan (15 min.)\n\nTid: 20 min.", null, 15, "Tid: 20 min.")]
    [InlineData("Ny vagtplan\n\nv/ Ida Bang (20 min.)", "Ida Bang", 20, "")]
    [InlineData("Ny vagtplan\n\nIda Bang indleder punktet.", "Ida Bang", null, "Ida Bang indleder punktet.")]
    public void WhoAndHowLong_IsTheHeadings_OrTheLineBelow(string second, string? presenter, int? minutes, string text)
    {
        var item = Papers.With(second: second).Items[1];

        Assert.Equal(("Ny vagtplan", presenter, minutes), (item.Title, item.Presenter, item.Minutes));
        Assert.Equal(text, string.Concat(item.Sections.Select(section => section.Text)));
    }

    [Theory]
    [InlineData("Det indstilles, at udvalget\n\n1. godkender planen\n  - for kajen\n  - for molen\n2. drøfter den", "godkender planen\n- for kajen\n- for molen|drøfter den")]
    [InlineData("Det indstilles, at Styregruppe Havnen drøfter planen.", "drøfter planen.")]
    [InlineData("Det indstilles at:\n- planen godkendes", "planen godkendes")]
    [InlineData("Havnens indstilling\n\nPlanen godkendes.", "Planen godkendes.")]
    public void Recommendations_AreWhatIsRecommended(string text, string recommendations) =>
        Assert.Equal(recommendations.Split('|'), Papers.With(second: $"Ny vagtplan\n\n{text}").Items[1].Recommendations.Select(one => one.ReplaceLineEndings("\n")));

    [Theory]
    [InlineData("Afbud: Ingen")]
    [InlineData("Afbud: Ingen afbud")]
    [InlineData("Afbud: Intet")]
    [InlineData("Gæster: Ingen gæster")]
    [InlineData("Afbud: -")]
    [InlineData("Til stede: Alle")]
    [InlineData("Fremmødte: Alle var til stede")]
    [InlineData("Gæster: 3 borgere")]
    public void Nobody_IsNobody(string line)
    {
        var minutes = Papers.With(people: $"{Papers.People}\n{line}");

        Assert.Equal(["Ida Bang", "Tor Vang Holm", "Una Friis"], minutes.Participants.Select(person => person.Name));
        Assert.Empty(minutes.Away());
        Assert.Empty(minutes.Doubts);
    }

    /// <summary>Who stands on two lists is one person, with what each says.</summary>
    [Theory]
    [InlineData("Medlemmer:\nUna Friis, Havnby Kommune", "Gæster:\nUna Friis, sundhedschef", "Havnby Kommune|sundhedschef")]
    [InlineData("Medlemmer:\nUna Friis (formand)", "Gæster:\nUna Friis, Havnby Kommune", "Havnby Kommune|")]
    [InlineData("Medlemmer:\nUna Friis, sundhedschef", "Afbud:\nUna Friis", "|sundhedschef")]
    [InlineData("Medlemmer:\nUna Friis (V)", "Deltagere:\nUna Friis (gik kl. 10)", "|")]
    public void OnePersonOnTwoLists_IsOne(string first, string second, string facts)
    {
        var una = Papers.With(people: $"{first}\nIda Bang\n\n{second}\n").Person("Una Friis");

        Assert.Equal(facts, $"{una.Organisation}|{una.Title}");
        Assert.Equal(second.StartsWith("Afbud", StringComparison.Ordinal), una.Apology);
        Assert.Equal(first.Contains("formand", StringComparison.Ordinal), una.Role == MinutesRole.Chair);
    }

    [Fact]
    public void TwoPeopleOfOneName_AreTwo() => Assert.Equal(
        ["Havnby Kommune", "Region Havet"],
        Papers.With(people: "Medlemmer:\nUna Friis, Havnby Kommune\nIda Bang\n\nGæster:\nUna Friis, Region Havet").Participants.Where(person => person.Name == "Una Friis").Select(person => person.Organisation!));
}
