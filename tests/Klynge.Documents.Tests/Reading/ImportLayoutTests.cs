using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Documents.Tests.Reading;

public sealed class ImportLayoutTests
{
    [Fact]
    public async Task TableHead_IsReadCellByCell_AndTheRestIsKept()
    {
        var minutes = await MinutesFixtures.ReadAsync(MinutesFixtures.Table);

        Assert.Equal("Koordineringsgruppe SYD", minutes.Forum);
        Assert.Equal((new LocalDate(2024, 5, 14), new LocalTime(9, 0), new LocalTime(10, 30)), (minutes.Date!.Value, minutes.Start!.Value, minutes.End!.Value));
        Assert.Equal(("2024-001177", "2024-001177-4", "Palle Krog"), (minutes.CaseNumber, minutes.DocumentNumber, minutes.MinuteTaker));
        Assert.Equal("Sekretariat for Sundhed\n\nRådhusgade 3 4900 Lunde\n\nInit.: ABKL", Assert.Single(minutes.Sections).Text);
    }

    [Fact]
    public async Task PeopleRunTogetherInOneCell_AreToldApart()
    {
        var minutes = await MinutesFixtures.ReadAsync(MinutesFixtures.Table);

        Assert.Equal(
            [
                new MinutesParticipant("Astrid Bøgh", "Lunde Kommune", "direktør"),
                new MinutesParticipant("Viggo Nørlund", "Region Østersøen", "områdechef", Apology: true),
                new MinutesParticipant("Karla Ærø Holm", "Fuglsø Kommune", "sundhedschef"),
                new MinutesParticipant("Palle Krog", "Lunde Kommune", "konsulent", MinutesRole.Secretariat),
            ],
            minutes.Participants);
    }

    [Fact]
    public async Task UnnumberedItems_BetweenNumberedOnes_AreItems()
    {
        var minutes = await MinutesFixtures.ReadAsync(MinutesFixtures.Table);

        Assert.Equal([1, 2, null, 3, null], minutes.Items.Select(item => item.Number));
        Assert.Equal("Mødekalender for gruppen", minutes.Items[2].Title);
        Assert.Equal(["Vælger en dato"], minutes.Items[2].Recommendations);
        Assert.Equal(["drøfter et fælles udbud"], minutes.Items[0].Recommendations);
    }

    [Fact]
    public async Task Export_WithDecisionFirst_AndContentsAhead_IsReadByPunkt()
    {
        var minutes = await MinutesFixtures.ReadAsync(MinutesFixtures.Export);

        Assert.Equal([1, 2, 3, 4, 5], minutes.Items.Select(item => item.Number!.Value));
        Assert.Equal("Niels-Erik Aakjær", minutes.Chair);
        Assert.Equal(["Ole Ravnsborg", "Yasmin El-Khatib"], minutes.Participants.Where(person => person.Apology).Select(person => person.Name));
        Assert.Equal("Ditte Maja deltog fra kl. 13\n\nOle Ravnsborg deltog ikke", minutes.Items[0].Decision);
        Assert.Empty(minutes.Items[0].Sections);
        Assert.Equal(["Ventetid 2025 - alle matrikler.xlsx", "Notat om visitation.docx", "ventetid og visitation"], minutes.Items[2].Attachments);
        Assert.Equal("Hvilke borgere arbejdet skal omfatte", minutes.Items[2].Recommendations[2]);
        Assert.Contains("- Der nedsættes en arbejdsgruppe, som\n  - ser på visitation", minutes.Items[2].Decision, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PdfText_IsHealed_AndItsPageFurnitureRemoved()
    {
        var minutes = await MinutesFixtures.ReadAsync(MinutesFixtures.Pdf);
        var orientation = minutes.Items[1];

        Assert.Equal(new LocalDate(2025, 11, 12), minutes.Date);
        Assert.Contains("følgende beslutninger om e-journalen og IT-systemerne i børne- og ungeområdet", orientation.Sections[0].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(minutes.Items, item => item.Sections.Any(section => section.Text.Contains("Nordfjord", StringComparison.Ordinal)));
        Assert.Equal(("Orienteringen blev taget til efterretning", 1), (orientation.Decision, orientation.Recommendations.Count));
        Assert.EndsWith("grænser op til det", minutes.Items[2].Title, StringComparison.Ordinal);
        Assert.Contains("drøftes hvert 4. år", minutes.Items[2].Sections[0].Text, StringComparison.Ordinal);
        Assert.True(minutes.Participants.Single(person => person.Name == "Pia Højmark").Apology);
        Assert.Equal(MinutesRole.Guest, minutes.Participants.Single(person => person.Name == "Ingolf Thy").Role);
    }

    [Fact]
    public async Task CommitteeAgenda_InLatin1_HasItsSectionsAndSubstitute()
    {
        var minutes = await MinutesFixtures.ReadAsync(MinutesFixtures.Committee);

        Assert.Equal("Sundheds- og Omsorgsudvalget", minutes.Forum);
        Assert.Equal(["Resumé", "Sagsfremstilling", "Økonomi", "Borger-/patientperspektiv", "Indstilling"], minutes.Items[1].Sections.Select(section => section.Heading!));
        Assert.Equal(2, minutes.Items[1].Recommendations.Count);
        Assert.Equal("Rikke Thode", minutes.Participants.Single(person => person.Name == "Tom Brix").Substitute);
        Assert.Equal(("direktør", MinutesRole.Administrative), Of(minutes.Participants.Single(person => person.Name == "Helle Vang")));
        Assert.True(minutes.Items[2].IsClosed);

        static (string?, MinutesRole) Of(MinutesParticipant person) => (person.Title?.ToLowerInvariant(), person.Role);
    }

    [Fact]
    public async Task Agenda_WithTimesThatDisagree_WarnsAndReadsThem()
    {
        var agenda = await MinutesFixtures.ReadAsync(MinutesFixtures.Agenda);

        Assert.Equal(MinutesKind.Agenda, agenda.Kind);
        Assert.Equal([1, 2, 3, 4, 5, 6, null], agenda.Items.Select(item => item.Number));
        Assert.Equal(new MinutesSlot(new LocalTime(9, 55), new LocalTime(10, 15)), agenda.Items[2].Slot);
        Assert.Equal(("Gry Solbakke", 25), (agenda.Items[2].Presenter, agenda.Items[2].Minutes!.Value));
        Assert.Equal(("Ungdomspsykiatrien", 30), (agenda.Items[3].Title, agenda.Items[3].Minutes!.Value));
        Assert.Equal(["at arbejdsgangen godkendes", "at den evalueres om et år"], agenda.Items[5].Recommendations);
        Assert.Equal(2, agenda.Warnings.Count);
    }

    [Fact]
    public async Task MinutesWithoutNumbers_AreReadByTheirLabels()
    {
        var minutes = await MinutesFixtures.ReadAsync(MinutesFixtures.Unnumbered);

        Assert.Equal(["Godkendelse af sidste referat", "Influenzavaccination af personale", "Eventuelt"], minutes.Items.Select(item => item.Title));
        Assert.Equal((new LocalTime(9, 0), new LocalTime(11, 0)), (minutes.Start!.Value, minutes.End!.Value));
    }

    [Fact]
    public async Task PeopleWithTheirOfficeAhead_AreReadWithIt()
    {
        var minutes = await MinutesFixtures.ReadAsync(MinutesFixtures.Council);

        Assert.Equal(
            [
                new MinutesParticipant("Rie Holt", Role: MinutesRole.Chair),
                new MinutesParticipant("Kaj Bo Lund", Role: MinutesRole.DeputyChair),
                new MinutesParticipant("Ane Vig", Apology: true),
                new MinutesParticipant("Ib Møl", Apology: true),
                new MinutesParticipant("Ulrik Tange"),
                new MinutesParticipant("Eva Kold", Title: "Sundhedsdirektør", Role: MinutesRole.Administrative),
                new MinutesParticipant("Per Ask", Title: "konsulent", Role: MinutesRole.Administrative),
            ],
            minutes.Participants.Select(person => person with { AbsentFromItems = [] }));
        Assert.Equal([3], minutes.Participants.Single(person => person.Name == "Kaj Bo Lund").AbsentFromItems);
        Assert.Equal("Lokale 12, Regionsgården", minutes.Place);
        Assert.StartsWith("1. Udvalget støtter planen.\n2. Udvalget ønsker", minutes.Items[2].Decision, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MarkdownHeadings_AreItems_AndAMissingYearIsAWarning()
    {
        var minutes = await MinutesFixtures.ReadAsync(MinutesFixtures.Markdown);

        Assert.Equal(["Opfølgning", "Ny aftale", "Eventuelt"], minutes.Items.Select(item => item.Title));
        Assert.Equal("Godkendt med bemærkning om, at\n1. der følges op\n2. der evalueres", minutes.Items[1].Decision);
        Assert.Null(minutes.Date);
        Assert.Equal("3. februar", minutes.Sections.Single(section => section.Heading == "Dato").Text);
        Assert.Single(minutes.Warnings);
    }

    [Fact]
    public async Task ListOfItemsInTheHead_IsNoContent_AndOrganisationsAheadOfNamesHoldForAll()
    {
        var agenda = await MinutesFixtures.ReadAsync(MinutesFixtures.Levels);

        Assert.Equal([("Hanne Birk", "Region Kronjyden"), ("Per Dalum", "Region Kronjyden"), ("Ulla Tang", "Vindsund Kommune")], agenda.Participants.Select(person => (person.Name, person.Organisation)));
        Assert.Empty(agenda.Sections);
        Assert.Equal(3, agenda.Items.Count);
        Assert.Equal(("Per Dalum", new LocalTime(10, 40)), (agenda.Items[1].Presenter, agenda.Items[1].Slot!.End!.Value));
    }

    [Fact]
    public void TableOfItems_IsReadRowByRow()
    {
        var minutes = MinutesParser.Parse("""
            Referat
            Netværksgruppe Sund By
            Dato:	5. maj 2026
            Nr.	Punkt	Ansvarlig	Referat
            1	Velkomst	Ida Bang	Ida bød velkommen.
            2	Ny kampagne	Ole Friis	Kampagnen starter i juni.
            3	Evt.		Intet.
            """).Value;

        Assert.Equal([(1, "Velkomst", "Ida Bang"), (2, "Ny kampagne", "Ole Friis"), (3, "Evt.", null)], minutes.Items.Select(item => (item.Number!.Value, item.Title, item.Presenter)));
        Assert.Equal("Kampagnen starter i juni.", minutes.Items[1].Decision);
    }

    [Fact]
    public async Task WordFile_IsReadByStylesNumbersAndTables()
    {
        var source = await MinutesReader.ReadAsync(new MemoryStream(WordFixture.Build()), "x.docx", TestContext.Current.CancellationToken);
        var minutes = MinutesParser.Parse(source.Value).Value;

        Assert.Equal(("Driftsforum Havnen", "Kajen 4", "26/118"), (minutes.Forum, minutes.Place, minutes.CaseNumber));
        Assert.Equal([("Ida Skov", MinutesRole.Chair, false), ("Tor Ågård", MinutesRole.Member, true)], minutes.Participants.Select(person => (person.Name, person.Role, person.Apology)));
        Assert.Equal([(1, "Godkendelse af dagsorden"), (2, "Ny vagtplan"), (3, "Eventuelt")], minutes.Items.Select(item => (item.Number!.Value, item.Title)));
        Assert.Equal("Planen gælder fra marts:\nogså i weekenden.\n- dag\n  - aften", minutes.Items[1].Sections[0].Text);
        Assert.Equal(["godkender planen", "sender den i høring"], minutes.Items[1].Recommendations);
        Assert.Equal(("Tor Ågård", 15, "Planen blev godkendt."), (minutes.Items[1].Presenter, minutes.Items[1].Minutes!.Value, minutes.Items[1].Decision));
        Assert.DoesNotContain(minutes.Sections.Concat(minutes.Items.SelectMany(item => item.Sections)), section => section.Text.Contains("Sidehoved", StringComparison.Ordinal));
    }
}
