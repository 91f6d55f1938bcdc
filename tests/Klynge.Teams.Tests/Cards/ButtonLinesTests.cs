using Klynge.Teams.Cards;

namespace Klynge.Teams.Tests.Cards;

public sealed class ButtonLinesTests
{
    [Fact]
    public void Buttons_AreLaidInLinesOfTwo_OrOfOneWhereTwoDoNotFit_InTheirOrder() => Assert.Equal(
        ["Markér som færdig|Udskyd", "Overlad pladsen til stedfortræderen", "Ret|Fortryd", "Se sagen"],
        Titles(ButtonLines.Of(Buttons("Markér som færdig", "Udskyd", "Overlad pladsen til stedfortræderen", "Ret", "Fortryd", "Se sagen"))));

    [Fact]
    public void Card_WhoseButtonsFitInOneLine_IsLeftAsItIs()
    {
        var card = Card("Gem", "Tilbage");

        Assert.Same(card, card.WithButtonsInLines());
    }

    [Fact]
    public void Card_WithMoreButtons_HasThemBelowItsText()
    {
        var card = Card("Gem ved siden af", "Erstat dokumentet", "Tilbage").WithButtonsInLines();

        Assert.Null(card.Actions);
        var below = Assert.IsType<Container>(card.Body[^1]);
        Assert.Equal(["Gem ved siden af", "Erstat dokumentet|Tilbage"], Titles(below.Items.Cast<ActionSet>()));
    }

    [Fact]
    public void Card_WithoutButtons_IsLeftAsItIs() => Assert.Empty(ButtonLines.Of([]));

    private static AdaptiveCard Card(params string[] titles) =>
        new() { Speak = "Kort", FallbackText = "Kort", Body = [new TextBlock("Tekst")], Actions = [.. Buttons(titles)] };

    private static IEnumerable<CardAction> Buttons(params string[] titles) => titles.Select(title => new ExecuteAction(title, "verb"));

    private static IEnumerable<string> Titles(IEnumerable<ActionSet> lines) =>
        lines.Select(line => string.Join('|', line.Actions.Select(action => action.Title)));
}
