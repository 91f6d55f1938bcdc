using NodaTime;

namespace Klynge.Documents.Tests.Reading;

public sealed class HeadTests
{
    private const string Items = "Deltagere: Ida Bang, Tor Holm\n\n1. Velkomst\n\nBeslutning\n\nGodkendt.\n\n2. Eventuelt\n\nBeslutning\n\nIntet.";

    [Theory]
    [InlineData("Dato: 4. maj 2027\nTid: kl. 9.00-11.00\nSted: Rådhuset")]
    [InlineData("Mødet holdes tirsdag 04.05.2027 kl. 9-11 på Rådhuset")]
    [InlineData("Mødet blev afholdt den 4. maj 2027 på Rådhuset. Mødet begyndte kl. 9.00 og sluttede kl. 11.00.")]
    [InlineData("den 4. maj 2027 kl. 9:00\ni Rådhuset\n\nMødet blev hævet kl. 11.00.")]
    [InlineData("STARTTIDSPUNKT\n04-05-2027 09:00:00\nSLUTTIDSPUNKT\n04-05-2027 11:00:00\nSted\nRådhuset")]
    [InlineData("Den 4. maj 2027, kl. 9.00 - 11.00, Rådhuset")]
    public void WhenAndWhere_InAnyWording_IsRead(string head)
    {
        var minutes = Papers.Read($"Referat af møde i Styregruppe Havnen\n{head}\n\n{Items}");

        Assert.Equal(("Styregruppe Havnen", new LocalDate(2027, 5, 4)), (minutes.Forum, minutes.Date));
        Assert.Equal((new LocalTime(9, 0), new LocalTime(11, 0), "Rådhuset"), (minutes.Start, minutes.End, minutes.Place));
        Assert.Empty(minutes.Doubts);
    }

    [Theory]
    [InlineData("Sundhedsråd Havnen - Referat - 4. maj 2027", "Sundhedsråd Havnen")]
    [InlineData("Referat: Sundhedsråd Havnen\n4. maj 2027", "Sundhedsråd Havnen")]
    [InlineData("Bestyrelsesmøde i Foreningen Havnen\nDato: 4. maj 2027", "Foreningen Havnen")]
    public void TheForum_IsReadOutOfTheTitle(string title, string forum) => Assert.Equal(forum, Papers.Read($"{title}\n\n{Items}").Forum);

    [Fact]
    public void AWeekdayThatDoesNotFit_IsAsked()
    {
        var minutes = Papers.Read($"Referat af møde i Styregruppe Havnen\nDato: mandag den 4. maj 2027\n\n{Items}");

        var doubt = Assert.Single(minutes.Doubts);
        Assert.Equal(("date", 1), (doubt.Path, doubt.Line));
    }

    [Fact]
    public void ALineAmongThePeopleThatIsNoName_IsAsked_AndKept()
    {
        var minutes = Papers.With(people: $"Deltagere:\nIda Bang\nTor Holm\nresten kom senere på dagen");

        Assert.Equal(("participants", 8), (Assert.Single(minutes.Doubts).Path, minutes.Doubts[0].Line));
        Assert.Contains("resten kom senere", minutes.Sections.Single().Text, StringComparison.Ordinal);
    }
}
