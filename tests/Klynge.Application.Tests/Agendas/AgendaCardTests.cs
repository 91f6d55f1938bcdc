using Klynge.Application.Agendas;
using Klynge.Application.Tests.Cards;
using Klynge.Application.Tests.Meetings;
using Klynge.Application.Tests.Support;
using Klynge.Domain.Attendance;
using Klynge.Teams.Cards;

namespace Klynge.Application.Tests.Agendas;

public sealed class AgendaCardTests
{
    private static readonly Dictionary<string, AdaptiveCard> AllSamples = new ICardSamples[] { new AgendaCardSamples(), new MeetingCardSamples() }
        .SelectMany(feature => feature.Samples().Select(sample => ($"{feature.Feature}/{sample.Name}", sample.Card)))
        .ToDictionary();

    public static TheoryData<string> Samples { get; } = [.. AllSamples.Keys];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Card_OfAnyText_StaysWithinTheLimit(string sample) =>
        Assert.InRange(CardJson.MeasureBytes(AllSamples[sample]), 1, CardJson.MaxBytes - 1);

    [Theory]
    [InlineData(0, "Punkt om sag 1\"", "Punkt om sag 13\"")]
    [InlineData(24, "Punkt om sag 300\"", "Punkt om sag 288\"")]
    [InlineData(999, "Punkt om sag 300\"", "Punkt om sag 288\"")]
    public void Agenda_OfThreeHundredItems_ShowsTwelveAtATime(int page, string shown, string notShown)
    {
        var text = AgendaCard.Build(AgendaSamples.ThreeHundred, AgendaSamples.Secretariat, page).Text();

        Assert.Contains(shown, text, StringComparison.Ordinal);
        Assert.DoesNotContain(notShown, text, StringComparison.Ordinal);
        Assert.Contains("300 punkter", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Agenda_MarksWhatChangedSinceItWasSent()
    {
        var text = AgendaCard.Build(AgendaSamples.Usual, AgendaSamples.Shared).Text();

        Assert.Contains("nyt", text, StringComparison.Ordinal);
        Assert.Contains("ændret 30. jan.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Agenda_NamesApologiesWithSubstitutesAndTheQuorum()
    {
        var text = AgendaCard.Build(AgendaSamples.Usual, AgendaSamples.Shared).Text();

        Assert.Contains("Afbud (2 af 13): Mads Holt (stedfortræder: Bo Friis), Lene Aagaard, Bo Ørum (uden stemme)", text, StringComparison.Ordinal);
        Assert.Contains("Beslutningsdygtigt: ja, alle sektorer", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Agenda_WithoutQuorum_NamesTheMissingSectors()
    {
        var view = AgendaSamples.Usual with { Quorum = new Quorum(13, 6, 7, ["almen praksis", "Birkelse Kommune"]) };

        Assert.Contains(
            "Beslutningsdygtigt: nej, 6 af 13 kommer, og der skal være mindst 7; ingen kommer fra almen praksis og Birkelse Kommune",
            AgendaCard.Build(view, AgendaSamples.Shared).Text(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Agenda_ForEverybody_HasNoneOfTheSecretariatsButtons()
    {
        var everybody = Buttons(AgendaCard.Build(AgendaSamples.Usual, AgendaAudience.Everybody).Body);

        Assert.Equal(["Deltag i mødet", "Tilføj punkt", "Meld afbud", "Hele dagsordenen"], everybody);
    }

    [Fact]
    public void Agenda_ForTheSecretariat_HasItsButtonsFoldedAway()
    {
        var more = AgendaCard.Build(AgendaSamples.Usual, AgendaSamples.Secretariat).Body.OfType<Container>().Single(part => part.Id == "more");

        Assert.False(more.IsVisible);
        Assert.Equal(
            [
                "Behandl forslag (2)", "Skriv beslutning", "Udsend dagsorden igen", "Mødet starter", "Orientering fra andet forum", "Flyt møde", "Aflys møde",
                "Mødets oplysninger",
            ],
            Buttons(more.Items));
    }

    private static IEnumerable<string> Buttons(IEnumerable<CardElement> body) =>
        body.OfType<ActionSet>().SelectMany(line => line.Actions).Select(action => action.Title);

    [Fact]
    public void Agenda_JoinButton_IsOnlyForAWebAddress()
    {
        var bad = AgendaSamples.Usual with { Meeting = AgendaSamples.Sent with { JoinUrl = "javascript:alert(1)" } };

        Assert.Contains("Deltag i mødet", AgendaCard.Build(AgendaSamples.Usual, AgendaSamples.Shared).Text(), StringComparison.Ordinal);
        Assert.DoesNotContain("Deltag i mødet", AgendaCard.Build(bad, AgendaSamples.Shared).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void WholeAgenda_OfTheLongestTexts_HoldsEveryWordOverItsPages()
    {
        var view = AgendaSamples.View(AgendaSamples.Sent, AgendaSamples.Long(1, "ord") with { Decision = "Besluttet til sidst." });

        var pages = Enumerable.Range(0, 20).Select(page => AgendaTextCard.Build(view, page).Text()).Distinct().ToList();

        Assert.True(pages.Count > 1);
        Assert.Contains("Besluttet til sidst.", pages[^1], StringComparison.Ordinal);
        var words = pages.Sum(page => page.Split("ord ").Length - 1);
        Assert.InRange(words, 40_000 / 4, 60_000 / 4);
    }
}
