using Klynge.Domain.Agendas;

namespace Klynge.Domain.Tests.Agendas;

public sealed class RecommendationLinesTests
{
    [Theory]
    [InlineData("1. godkender planen\n2. drøfter tidsplanen", "godkender planen|drøfter tidsplanen")]
    [InlineData("1) Godkender planen\r\n2) Drøfter tidsplanen", "Godkender planen|Drøfter tidsplanen")]
    [InlineData("(1) godkender", "godkender")]
    [InlineData("a) godkender\nb) drøfter", "godkender|drøfter")]
    [InlineData("• godkender\n• drøfter", "godkender|drøfter")]
    [InlineData("- godkender\n- drøfter", "godkender|drøfter")]
    [InlineData("10.\tgodkender", "godkender")]
    [InlineData("Det indstilles, at Chefforum:\n1. godkender planen", "godkender planen")]
    [InlineData("Det indstilles, at Chefforum\n1. godkender planen", "godkender planen")]
    [InlineData("Indstilling\n\n1. godkender planen\n\n2. drøfter", "godkender planen|drøfter")]
    [InlineData("Sekretariatet indstiller, at direktørforum\ngodkender", "godkender")]
    public void PastedLists_LoseTheirNumbersAndTheirHeading(string pasted, string expected) =>
        Assert.Equal(expected.Split('|'), RecommendationLines.Read(pasted));

    [Theory]
    [InlineData("1. marts er sidste frist")]
    [InlineData("1.200.000 kr. bevilges")]
    [InlineData("2026-planen godkendes")]
    [InlineData("2 - 3 initiativer udpeges")]
    [InlineData("24. dec. holdes lukket")]
    [InlineData("Det indstilles, at Chefforum godkender planen")]
    [InlineData("Indstilling")]
    [InlineData("1.")]
    [InlineData("A-huset lukkes")]
    public void WhatIsNoListAndNoHeading_StaysAsItWasTyped(string line) => Assert.Equal([line], RecommendationLines.Read(line));

    [Fact]
    public void Nothing_IsNoLines() => Assert.Empty(RecommendationLines.Read(null));
}
