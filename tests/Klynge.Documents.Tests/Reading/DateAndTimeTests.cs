using NodaTime;

namespace Klynge.Documents.Tests.Reading;

/// <summary>Days and hours as heads print them; what is no day or hour is none, and is asked about.</summary>
public sealed class DateAndTimeTests
{
    private const string Items = "Sted: Rådhuset\nDeltagere: Ida Bang, Tor Holm\n\n1. Velkomst\n\nBeslutning\n\nGodkendt.\n\n2. Eventuelt\n\nBeslutning\n\nIntet.";

    [Theory]
    [InlineData("4. maj 2027", "2027-05-04")]
    [InlineData("tirsdag d. 4/5-27", "2027-05-04")]
    [InlineData("2027-05-04", "2027-05-04")]
    [InlineData("29. februar 2028", "2028-02-29")]
    [InlineData("29. februar 2027", null)]
    [InlineData("31. april 2027", null)]
    [InlineData("32. maj 2027", null)]
    [InlineData("0. maj 2027", null)]
    [InlineData("04.13.2027", null)]
    [InlineData("04.00.2027", null)]
    [InlineData("00.05.2027", null)]
    [InlineData("32.05.2027", null)]
    [InlineData("2027-13-04", null)]
    public void ADay_IsReadWhereItExists(string text, string? date)
    {
        var minutes = Papers.Read($"Referat af møde i Styregruppe Havnen\nDato: {text}\n{Items}");

        Assert.Equal(date, minutes.Date?.ToString("uuuu-MM-dd", null));
        Assert.Equal(date is null, minutes.Doubts.Any(doubt => doubt.Path == "date"));
    }

    [Theory]
    [InlineData("kl. 9.00-11.00", "09.00", "11.00")]
    [InlineData("9:00 til 11:30", "09.00", "11.30")]
    [InlineData("kl. 23.59", "23.59", null)]
    [InlineData("kl. 9-25", null, null)]
    [InlineData("kl. 25-26", null, null)]
    [InlineData("kl. 9.75", null, null)]
    [InlineData("kl. 24.00", null, null)]
    public void AnHour_IsReadWhereItExists(string text, string? start, string? end)
    {
        var minutes = Papers.Read($"Referat af møde i Styregruppe Havnen\nDato: 4. maj 2027\nTid: {text}\n{Items}");

        Assert.Equal((start, end), (Hour(minutes.Start), Hour(minutes.End)));

        static string? Hour(LocalTime? time) => time?.ToString("HH.mm", null);
    }

    [Theory]
    [InlineData("Slut: kl. 11.00", "11.00")]
    [InlineData("Sluttidspunkt: 11.00", "11.00")]
    [InlineData("Møde slut: kl. 11", "11.00")]
    [InlineData("Slut: kl. 11.00\nMøde slut: kl. 12.00", "11.00")]
    public void AnEnd_IsTheEnd_TheFirstOneThatIsNamed(string text, string end)
    {
        var minutes = Papers.Read($"Referat af møde i Styregruppe Havnen\nDato: 4. maj 2027\nStart: kl. 9.00\n{text}\n{Items}");

        Assert.Equal((new LocalTime(9, 0), end), (minutes.Start, minutes.End?.ToString("HH.mm", null)));
    }

    /// <summary>Whatever is left of a time, a sentence or a title may be the place, where none is named.</summary>
    [Theory]
    [InlineData("Tid og sted: kl. 9.00-11.00, Kaj 4", "Kaj 4")]
    [InlineData("Tid og sted: 4. maj 2027 kl. 9.00 i Havnehuset", "Havnehuset")]
    [InlineData("Tidspunkt: kl. 9.00 - 11.00, lokale B2", "lokale B2")]
    [InlineData("Tid: kl. 9.00-11.00\nRådhuset, lokale 4", "Rådhuset, lokale 4")]
    [InlineData("Tid: kl. 9.00-11.00\nMødet holdes i Havnehuset", "Havnehuset")]
    [InlineData("Tid: kl. 9.00-11.00\nSted: Kajen 4\nSted: Molen 2", "Kajen 4")]
    [InlineData("Tid: kl. 9.00-11.00\nHavnen er lukket i hele ugen på grund af storm, og derfor er der møde et andet sted end vi plejer at være.", null)]
    public void WhereItIsHeld_IsThePlace(string head, string? place) =>
        Assert.Equal(place, Papers.Read($"Referat af møde i Styregruppe Havnen\nDato: 4. maj 2027\n{head}\n{Items[(Items.IndexOf('\n', StringComparison.Ordinal) + 1)..]}").Place);

    [Theory]
    [InlineData("Titel: Møde om kranen", "Møde om kranen", null, null)]
    [InlineData("Titel: Møde om kranen\nTitel: Møde om molen", "Møde om kranen", null, null)]
    [InlineData("Dok.nr.: 27-4", null, null, "27-4")]
    [InlineData("Sagsnr.: 27/118", null, "27/118", null)]
    [InlineData("Sagsnr.: 27/118\tDok.nr.: 27-4", null, "27/118", "27-4")]
    [InlineData("Sagsnr.\t27/118\tDok.nr.\t27-4", null, "27/118", "27-4")]
    public void FactsOfTheHead_AreReadByTheirLabels(string head, string? title, string? @case, string? document)
    {
        var minutes = Papers.Read($"Referat af møde i Styregruppe Havnen\nDato: 4. maj 2027\n{head}\n{Items}");

        Assert.Equal((title, @case, document), (minutes.Title, minutes.CaseNumber, minutes.DocumentNumber));
    }
}
