using Klynge.Domain.Minutes;

namespace Klynge.Documents.Tests.Reading;

/// <summary>Signs that typesetting and symbol fonts leave in a text, and the words for what somebody is.</summary>
public sealed class SignAndRoleTests
{
    [Theory]
    [InlineData("\u00A0", " ")]
    [InlineData("\u202F", " ")]
    [InlineData("\u2007", " ")]
    [InlineData("\u2009", " ")]
    [InlineData("\u00AD", "")]
    [InlineData("\u200B", "")]
    [InlineData("\u200C", "")]
    [InlineData("\u2060", "")]
    [InlineData("\uFEFF", "")]
    [InlineData("\uFFFD", "")]
    [InlineData("\u0007", "")]
    [InlineData("\u009F", "")]
    [InlineData("\u2010", "-")]
    [InlineData("\u2011", "-")]
    [InlineData("\uFB00", "ff")]
    [InlineData("\uFB01", "fi")]
    [InlineData("\uFB02", "fl")]
    [InlineData("\uFB03", "ffi")]
    [InlineData("\uFB04", "ffl")]
    [InlineData("😀", "😀")]
    public void ASignOfTypesetting_IsWhatItStandsFor(string sign, string meant) =>
        Assert.Equal($"Planen{meant}ordnet.", Papers.With(decision: $"Planen{sign}ordnet.").Items[1].Decision);

    [Theory]
    [InlineData("\uF0B7")]
    [InlineData("\uF0A7")]
    [InlineData("\uF0D8")]
    [InlineData("\uF0FC")]
    [InlineData("\uF076")]
    public void ABulletOfASymbolFont_IsABullet(string sign)
    {
        var expected = Papers.With(decision: "• Planen\n• Vagten").Items[1].Decision;

        Assert.Contains("Vagten", expected, StringComparison.Ordinal);
        Assert.Equal(expected, Papers.With(decision: $"{sign} Planen\n{sign} Vagten").Items[1].Decision);
    }

    [Theory]
    [InlineData("medformand", MinutesRole.CoChair)]
    [InlineData("regional medformand", MinutesRole.CoChair)]
    [InlineData("næstformand", MinutesRole.DeputyChair)]
    [InlineData("viceformand", MinutesRole.DeputyChair)]
    [InlineData("fast medlem", MinutesRole.Member)]
    [InlineData("klyngesekretær", MinutesRole.Secretariat)]
    public void AWordBehindAName_IsTheRole(string word, MinutesRole role) =>
        Assert.Equal(role, Papers.With(people: $"Deltagere:\nIda Bang (formand)\nTor Vang Holm\nUna Friis ({word})").Person("Una Friis").Role);
}
