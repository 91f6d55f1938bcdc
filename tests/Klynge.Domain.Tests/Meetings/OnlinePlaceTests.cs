using Klynge.Domain.Meetings;

namespace Klynge.Domain.Tests.Meetings;

public sealed class OnlinePlaceTests
{
    [Theory]
    [InlineData("Teams", "365124644791", "Teams (møde-id 365 124 644 791)")]
    [InlineData("Kajen 4", "365 124 644 791 2", "Kajen 4 (møde-id 365 124 644 791 2)")]
    [InlineData("", "365124644791", "Teams (møde-id 365 124 644 791)")]
    [InlineData("Teams-møde (id: 365 124 644 791)", "365124644791", "Teams-møde (id: 365 124 644 791)")]
    [InlineData("Kajen 4", null, "Kajen 4")]
    [InlineData("Kajen 4", "12", "Kajen 4")]
    [InlineData("Kajen 4", "123456789012345678901", "Kajen 4")]
    [InlineData("", null, "")]
    public void Place_IsPrintedWithTheNumber(string place, string? number, string printed) => Assert.Equal(printed, OnlinePlace.Of(place, number));

    [Theory]
    [InlineData("https://teams.microsoft.com/meet/3651246447912?p=Ww4npp", "3651246447912")]
    [InlineData("https://teams.microsoft.com/meet/3651246447912/", "3651246447912")]
    [InlineData("https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc/0", null)]
    [InlineData("https://teams.microsoft.com/meet/kajen", null)]
    [InlineData("https://teams.microsoft.com/meet/365124644791/kode", null)]
    [InlineData("teams", null)]
    [InlineData(null, null)]
    public void Number_IsReadOfAShortLinkAlone(string? link, string? number) => Assert.Equal(number, OnlinePlace.NumberIn(link));
}
