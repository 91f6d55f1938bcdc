using Klynge.Domain.Agendas;

namespace Klynge.Domain.Tests.Agendas;

/// <summary>What an item is by what it asks of the forum.</summary>
public sealed class RecommendedKindTests
{
    [Theory]
    [InlineData("godkender forslaget til mødeplan", AgendaItemKind.Decision)]
    [InlineData("At rådet godkender budgettet for 2027", AgendaItemKind.Decision)]
    [InlineData("beslutter, hvem der leder arbejdet", AgendaItemKind.Decision)]
    [InlineData("udpeger to medlemmer til følgegruppen", AgendaItemKind.Decision)]
    [InlineData("tager stilling til, om pilotprojektet skal fortsætte", AgendaItemKind.Decision)]
    [InlineData("giver formandskabet mandat til at gå videre", AgendaItemKind.Decision)]
    [InlineData("indstiller til Direktørforum, at midlerne frigives", AgendaItemKind.Decision)]
    [InlineData("tilslutter sig anbefalingerne", AgendaItemKind.Decision)]
    [InlineData("At tiltræde aftalen", AgendaItemKind.Decision)]
    [InlineData("afsætter 200.000 kr. til opgaven", AgendaItemKind.Decision)]
    [InlineData("drøfter udkastet til handleplan", AgendaItemKind.Discussion)]
    [InlineData("at Chefforum drøfter, hvordan opgaven løses", AgendaItemKind.Discussion)]
    [InlineData("giver input til den videre proces", AgendaItemKind.Discussion)]
    [InlineData("kommer med bemærkninger til notatet", AgendaItemKind.Discussion)]
    [InlineData("kvalificerer de tre indsatser", AgendaItemKind.Discussion)]
    [InlineData("tager orienteringen til efterretning", AgendaItemKind.Information)]
    [InlineData("at rådet tager status for fase 1 til efterretning", AgendaItemKind.Information)]
    [InlineData("orienteres om tallene for september", AgendaItemKind.Information)]
    [InlineData("noterer sig, at fristen er udskudt", AgendaItemKind.Information)]
    [InlineData("Får en status på arbejdet", AgendaItemKind.Information)]
    [InlineData("drøfter og prioriterer de fem forslag", AgendaItemKind.Decision)]
    [InlineData("tager evalueringen til efterretning og beslutter det videre forløb", AgendaItemKind.Decision)]
    [InlineData("drøfter, hvordan planen skal godkendes og prioriteres", AgendaItemKind.Discussion)]
    [InlineData("drøfter udkastet, som formandskabet siden godkender", AgendaItemKind.Discussion)]
    [InlineData("Rapporten godkendes", AgendaItemKind.Decision)]
    [InlineData("Forslaget til mødeplan vedtages.", AgendaItemKind.Decision)]
    [InlineData("at der nedsættes en arbejdsgruppe", AgendaItemKind.Decision)]
    [InlineData("Det besluttes, at mødet flyttes", AgendaItemKind.Decision)]
    [InlineData("Formandskabet bemyndiges til at færdiggøre svaret", AgendaItemKind.Decision)]
    [InlineData("Anbefalingerne fra arbejdsgruppen godkendes", AgendaItemKind.Decision)]
    [InlineData("udvælger tre indsatser", AgendaItemKind.Decision)]
    [InlineData("aftaler næste møde", AgendaItemKind.Decision)]
    [InlineData("Regnskabet drøftes", AgendaItemKind.Discussion)]
    [InlineData("Det drøftes, hvordan midlerne bruges", AgendaItemKind.Discussion)]
    [InlineData("Fagligt Strategisk Niveau drøfter oplægget", AgendaItemKind.Discussion)]
    [InlineData("Status tages til efterretning", AgendaItemKind.Information)]
    [InlineData("Der orienteres om nye tal", AgendaItemKind.Information)]
    [InlineData("hører en kort status", AgendaItemKind.Information)]
    public void Kind_IsThatOfTheVerb(string recommendation, AgendaItemKind kind) => Assert.Equal(kind, RecommendedKind.Of([recommendation]));

    [Theory]
    [InlineData("Godkendelsen af planen ligger hos regionen")]
    [InlineData("Drøftelsen fortsætter på næste møde")]
    [InlineData("Se bilag 2")]
    [InlineData("15 minutter")]
    [InlineData("Godkendelse af referat")]
    [InlineData("Aftalen med kommunerne")]
    [InlineData("Anbefalingerne indgår i det videre arbejde")]
    [InlineData("beslutningen fra sidst følges op")]
    public void Kind_OfALineWithoutSuchAVerb_IsNotGuessed(string line) => Assert.Null(RecommendedKind.Of([line]));

    [Fact]
    public void Kind_OfSeveral_IsTheStrongest()
    {
        Assert.Equal(AgendaItemKind.Decision, RecommendedKind.Of(["tager orienteringen til efterretning", "drøfter notatet", "godkender planen"]));
        Assert.Equal(AgendaItemKind.Discussion, RecommendedKind.Of(["tager orienteringen til efterretning", "drøfter notatet"]));
        Assert.Null(RecommendedKind.Of([]));
    }

    [Fact]
    public void FirstThatDecides_IsTheLineItself() =>
        Assert.Equal("godkender planen", RecommendedKind.FirstThatDecides(["drøfter notatet", "godkender planen", "vedtager budgettet"]));
}
