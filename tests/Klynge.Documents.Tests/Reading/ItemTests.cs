using Klynge.Domain.Minutes;

namespace Klynge.Documents.Tests.Reading;

public sealed class ItemTests
{
    [Theory]
    [InlineData("{n} {t}")]
    [InlineData("{n}: {t}")]
    [InlineData("{n}.0 {t}")]
    [InlineData("{n}/{t}")]
    [InlineData("{n}\t{t}")]
    [InlineData("{n}) {t}")]
    [InlineData("§ {n} {t}")]
    [InlineData("Nr. {n} {t}")]
    [InlineData("Ad {n}) {t}")]
    [InlineData("Pkt. {n} {t}")]
    [InlineData("Sag {n}: {t}")]
    [InlineData("## {n}. {t}")]
    public void ItemsNumberedInAnyWay_AreFound(string heading)
    {
        string[] titles = ["Velkomst", "Ny vagtplan", "Eventuelt"];
        var items = titles.Select((title, at) => $"{heading.Replace("{n}", $"{at + 1}", StringComparison.Ordinal).Replace("{t}", title, StringComparison.Ordinal)}\n\nBeslutning\n\nGodkendt.\n\n");

        var minutes = Papers.Read($"{Papers.Head}\n{Papers.People}\n\n{string.Concat(items)}");

        Assert.Equal(titles, minutes.Items.Select(item => item.Title));
        Assert.All(minutes.Items, item => Assert.Equal("Godkendt.", item.Decision));
        Assert.Empty(minutes.Doubts);
    }

    /// <summary>Minutes systems print it again as the first line of the case, with the length; a line that says something else stays.</summary>
    [Theory]
    [InlineData("Ny vagtplan - 25 min", "Ny vagtplan - 25 min", true)]
    [InlineData("Ny vagtplan", "Ny vagtplan.", true)]
    [InlineData("Ny vagtplan - 25 min", "Ny vagtplan for kajen - 25 min", false)]
    [InlineData("Ny vagtplan", "- Ny vagtplan", false)]
    public void TitleThatIsRepeatedAsTheFirstLine_IsNoText(string title, string first, bool isDropped)
    {
        var minutes = Papers.Read($"{Papers.Head}\n{Papers.People}\n\nPunkt 1: {title}\n\n{first}\n\nPlanen er klar.\n\nBeslutning\n\nGodkendt.\n");

        Assert.Equal("Ny vagtplan", minutes.Items[0].Title);
        Assert.Equal(isDropped ? "Planen er klar." : $"{first}\n\nPlanen er klar.", minutes.Items[0].Sections[0].Text);
    }

    [Fact]
    public void AQuotedAgendaInsideACase_IsNone()
    {
        var minutes = Papers.Read($"""
            {Papers.Head}
            Indholdsfortegnelse
            Velkomst.....2
            Næste mødes dagsorden.....3
            Eventuelt.....4
            {Papers.People}

            Punkt 1: Velkomst
            Beslutning
            Godkendt.

            Punkt 2: Næste mødes dagsorden
            Sagsfremstilling
            Til næste møde er foreslået:

            Punkt 1: Besøg i havnen
            Punkt 2: Økonomi
            Punkt 3: Valg af ny formand

            Beslutning
            Drøftet.

            Punkt 3: Eventuelt
            Beslutning
            Intet.
            """);

        Assert.Equal(["Velkomst", "Næste mødes dagsorden", "Eventuelt"], minutes.Items.Select(item => item.Title));
        Assert.Contains("Besøg i havnen", minutes.Items[1].Sections[0].Text, StringComparison.Ordinal);
        Assert.Empty(minutes.Doubts);
    }

    [Fact]
    public void AnItemThatOnlyTheContentsKnow_IsAsked()
    {
        var minutes = Papers.Read($"""
            {Papers.Head}
            Indholdsfortegnelse
            Velkomst.....2
            Ny vagtplan.....3
            {Papers.People}

            Punkt 1: Velkomst
            Beslutning
            Godkendt.
            """);

        var doubt = Assert.Single(minutes.Doubts);
        Assert.Equal("items", doubt.Path);
        Assert.Contains("Ny vagtplan", doubt.Question, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Beslutning")]
    [InlineData("Vedtagelse")]
    [InlineData("Besluttet")]
    [InlineData("Protokol")]
    [InlineData("Konkluderende referat")]
    [InlineData("Beslutning i Styregruppe Havnen den 4. maj 2027")]
    [InlineData("Beslutning Styregruppe Havnen 4. maj 2027")]
    [InlineData("Behandling i Styregruppe Havnen tirsdag den 4. maj 2027, pkt. 1")]
    [InlineData("Udfald af sagen")]
    [InlineData("Gruppens svar")]
    public void AWordThatStandsAloneUnderTheItems_IsTheLabelOfTheirDecisions(string label)
    {
        var minutes = Papers.With(label: label);

        Assert.Equal(["Godkendt.", "Planen blev drøftet.", "Intet."], minutes.Items.Select(item => item.Decision));
        Assert.Equal("Planen er klar.", Assert.Single(minutes.Items[1].Sections).Text);
        Assert.Empty(minutes.Doubts);
    }

    [Fact]
    public void TheDecisionOfAnotherMeeting_IsHistory()
    {
        var minutes = Papers.With(second: "Ny vagtplan\n\nBeslutning i Økonomiudvalget den 3. marts 2027\n\nAnbefales godkendt.");

        Assert.Equal("Planen blev drøftet.", minutes.Items[1].Decision);
        Assert.Equal("Anbefales godkendt.", Assert.Single(minutes.Items[1].Sections).Text);
    }

    [Theory]
    [InlineData("Det indstilles, at planen godkendes.", 1)]
    [InlineData("Direktionen indstiller,\n\nat planen godkendes,\n\nat den evalueres.", 2)]
    [InlineData("Forslag:\n\n- at planen godkendes\n- at den evalueres", 2)]
    [InlineData("Forvaltningen foreslår,\na) at planen godkendes\nb) at den evalueres\nc) at den sendes i høring", 3)]
    [InlineData("Indstilling\n\nAdministrationen indstiller, at\n\n 1. planen godkendes\n 2. den evalueres\nBeskrivelse af sagen\n\nPlanen er ny.", 2)]
    [InlineData("Direktionen indstiller til udvalget:\n1. At planen godkendes\n\n2. At den evalueres\n\nBilag 1 forventes læst.", 2)]
    public void Recommendations_EndWithTheirList(string text, int count)
    {
        var item = Papers.With(second: $"Ny vagtplan\n\n{text}").Items[1];

        Assert.Equal(count, item.Recommendations.Count);
        Assert.Equal("Planen blev drøftet.", item.Decision);
    }

    [Fact]
    public void AttachmentsToBeReadBeforehand_AreMarked()
    {
        var item = Papers.With(second: "Ny vagtplan\n\nSagsfremstilling\n\nBilag 1 og 3 forventes læst.\n\nBilag\n1. Vagtplan\n2. Notat\n3. Tidsplan").Items[1];

        Assert.Equal(["Vagtplan", "Notat", "Tidsplan"], item.Attachments);
        Assert.Equal([1, 3], item.RequiredReading);
    }

    [Fact]
    public void CaseNumberAboveAHeading_BelongsToWhatFollows()
    {
        var minutes = Papers.With(firstDecision: "Godkendt.\n\nSagsnr. 27/118");

        Assert.Equal("Godkendt.", minutes.Items[0].Decision);
        Assert.Contains("27/118", minutes.Items[1].Sections[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ALineThatLooksLikeAHeadingInADecision_IsAsked()
    {
        var minutes = Papers.With(decision: "Planen blev drøftet.\n\nVidere perspektiver\n\nDer arbejdes med en ny plan.");

        Assert.Equal("items[1].decision", Assert.Single(minutes.Doubts).Path);
    }

    [Theory]
    [InlineData("Indstilling 1 blev godkendt.\nIndstilling 2 blev ikke godkendt.", new[] { RecommendationOutcome.Approved, RecommendationOutcome.Rejected })]
    [InlineData("a) Godkendt med bemærkning om tidsplanen\nb) Udsat til næste møde", new[] { RecommendationOutcome.ApprovedWithRemarks, RecommendationOutcome.Postponed })]
    [InlineData("Indstillingen blev tiltrådt.", new[] { RecommendationOutcome.Approved, RecommendationOutcome.Approved })]
    [InlineData("Ad 1: Godkendt.\nAd 2: Drøftet.", new[] { RecommendationOutcome.Approved, RecommendationOutcome.Discussed })]
    [InlineData("Taget til efterretning.", new[] { RecommendationOutcome.Noted, RecommendationOutcome.Noted })]
    [InlineData("Godkendt med forbehold for kommunernes politiske godkendelse.", new[] { RecommendationOutcome.ApprovedSubjectTo, RecommendationOutcome.ApprovedSubjectTo })]
    [InlineData("Planen blev godkendt med følgende bemærkninger: Tidsplanen behandles skriftligt.", new[] { RecommendationOutcome.ApprovedWithRemarks, RecommendationOutcome.ApprovedWithRemarks })]
    [InlineData("Orienteringen blev taget til efterretning. Gruppen talte også om havnen.", new RecommendationOutcome[0])]
    [InlineData("Der var en god snak om planen.", new RecommendationOutcome[0])]
    public void Outcomes_FollowFromTheDecisionsWords(string decision, RecommendationOutcome[] outcomes) =>
        Assert.Equal(outcomes, RecommendationOutcomes.Read(decision, 2).Select(one => one.Outcome));
}
