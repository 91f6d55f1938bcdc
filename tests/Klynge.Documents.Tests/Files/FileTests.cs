using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Documents.Tests.Reading;
using Klynge.Domain.Minutes;
using PageSize = UglyToad.PdfPig.Content.PageSize;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Klynge.Documents.Tests.Files;

public sealed class FileTests
{
    [Fact]
    public async Task Pdf_IsReadWithoutItsPageHeads_AndWithItsBrokenWords()
    {
        string[] first =
        [
            "Referat: Styregruppe Havnen", "Dato: 4. maj 2027", "Tid: kl. 9.00-11.00", "", "Deltagere: Ida Bang (formand), Tor Holm", "",
            "1. Godkendelse af dagsorden", "Beslutning", "Godkendt.", "", "2. Ny vagtplan", "Sagsfremstilling",
            "Planen virker fra marts og omfatter dag og aften og nat, hvor alle vagter skal for-",
            "deles igen mellem de tre havne, og det sker i samarbejde med de ansattes orga-",
            "nisationer. Den nye plan er sendt til alle, og svarene er samlet i et separat no-",
            "tat, som ligger ved sagen, og som gives videre af formanden til det kommende nye",
        ];
        string[] second = ["udvalg om havnen efter sommerferien.", "Beslutning", "Planen blev godkendt.", "", "3. Eventuelt", "Beslutning", "Intet."];

        var minutes = await ReadAsync(Pdf(first, second), "referat.pdf");

        Assert.Equal(["Godkendelse af dagsorden", "Ny vagtplan", "Eventuelt"], minutes.Items.Select(item => item.Title));
        Assert.Equal("Planen blev godkendt.", minutes.Items[1].Decision);
        var text = minutes.Items[1].Sections[0].Text;
        Assert.Contains("skal fordeles igen", text, StringComparison.Ordinal);
        Assert.Contains("kommende nye udvalg om havnen", text, StringComparison.Ordinal);
        Assert.DoesNotContain(minutes.Items, item => item.Sections.Any(section => section.Text.Contains("Side", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task PdfOfPictures_IsRefusedWithASentence()
    {
        var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4);

        var result = await MinutesReader.ReadAsync(new MemoryStream(builder.Build()), "scan.pdf", TestContext.Current.CancellationToken);

        Assert.IsType<MinutesPdfWithoutText>(result.Error);
    }

    [Fact]
    public async Task SavedAgendaPage_IsReadByItsTags_AndHiddenTextIsNone()
    {
        const string page = """
            <!DOCTYPE html><html><head><title>Dagsorden</title><script>var x = "Punkt 9";</script></head><body>
            <nav><ul><li>Forside</li></ul></nav>
            <h1>Referat af m&oslash;de i Styregruppe Havnen</h1>
            <table><tr><td>Dato</td><td>4. maj 2027</td></tr><tr><td>Sted</td><td>R&aring;dhuset</td></tr></table>
            <h3>Deltagere</h3><ul><li>Ida Bang (formand)</li><li>Tor Holm - afbud</li></ul>
            <h2>1. Godkendelse af dagsorden</h2><h3>Beslutning</h3><p>Godkendt.</p><a href="#">Til toppen</a>
            <h2>2. Ny vagtplan</h2><div style="display:none"><p>Internt notat</p></div>
            <h3>Indstilling</h3><p>Det indstilles, at Styregruppe Havnen</p><ol><li>godkender planen</li><li>drøfter tidsplanen</li></ol>
            <h3>Beslutning</h3><p>Indstilling 1 blev godkendt.<br>Indstilling 2 blev udsat.</p>
            </body></html>
            """;

        var minutes = await ReadAsync(Encoding.UTF8.GetBytes(page), "side.html");

        Assert.Equal(("Styregruppe Havnen", "Rådhuset"), (minutes.Forum, minutes.Place));
        Assert.Equal(["Tor Holm"], minutes.Away());
        Assert.Equal(["Godkendelse af dagsorden", "Ny vagtplan"], minutes.Items.Select(item => item.Title));
        Assert.Equal(["godkender planen", "drøfter tidsplanen"], minutes.Items[1].Recommendations);
        Assert.Equal("Godkendt.", minutes.Items[0].Decision);
        Assert.DoesNotContain(minutes.Items, item => item.Sections.Any(section => section.Text.Contains("notat", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Word_HiddenTextIsNone_FootnotesAreKept_AndAPageHeadWithAMeaningIsRead()
    {
        var minutes = await ReadAsync(Word(), "referat.docx");

        Assert.Equal("2026-999", minutes.CaseNumber);
        Assert.Equal("Planen er klar.\n\n[Planen af 2024 gælder stadig.]", minutes.Items[0].Sections[0].Text);
        Assert.DoesNotContain(minutes.Sections, section => section.Text.Contains("Side", StringComparison.Ordinal));
    }

    [Fact]
    public async Task DocumentsInAZip_AreReadOneByOne()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.zip");
        try
        {
            using (var archive = await ZipFile.OpenAsync(path, ZipArchiveMode.Create, TestContext.Current.CancellationToken))
            {
                await archive.CreateEntryFromFileAsync(MinutesFixtures.PathOf(MinutesFixtures.Table), "a/tabel.txt", TestContext.Current.CancellationToken);
                await archive.CreateEntryFromFileAsync(MinutesFixtures.PathOf(MinutesFixtures.Agenda), "b.txt", TestContext.Current.CancellationToken);
                archive.CreateEntry("billede.png");
            }

            Assert.Equal(["a/tabel.txt", "b.txt"], MinutesArchive.Names(path).Value);
            Assert.Equal("Koordineringsgruppe SYD", (await ImportMinutes.ReadAsync(path, "a/tabel.txt", TestContext.Current.CancellationToken)).Value.Forum);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<MinutesDocument> ReadAsync(byte[] bytes, string name)
    {
        var source = await MinutesReader.ReadAsync(new MemoryStream(bytes), name, TestContext.Current.CancellationToken);
        Assert.True(source.IsSuccess, source.Error?.Text);
        return MinutesParser.Parse(source.Value).Value;
    }

    private static byte[] Pdf(params string[][] pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var number = 0; number < pages.Length; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            page.AddText($"Styregruppe Havnen   Side {number + 1} af {pages.Length}", 9, new PdfPoint(60, 810), font);
            for (var line = 0; line < pages[number].Length; line++)
            {
                if (pages[number][line].Length > 0)
                    page.AddText(pages[number][line], 11, new PdfPoint(60, 770 - (14 * line)), font);
            }
        }

        return builder.Build();
    }

    private static byte[] Word()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<HeaderPart>().Header = new Header(P("Sagsnr. 2026-999 Fortroligt"), P("Side 1 af 2"));
            main.AddNewPart<FootnotesPart>().Footnotes = new Footnotes(new Footnote(P("Planen af 2024 gælder stadig.")) { Id = 2 });
            var note = new Run(new FootnoteReference { Id = 2 });
            var hidden = new Run(new RunProperties(new Vanish()), new Text("Må ikke ses."));
            main.Document = new Document(new Body(
                P("Referat af møde i Styregruppe Havnen"), P("Dato: 4. maj 2027"), P("Deltagere: Ida Bang (formand), Tor Holm"),
                P("1. Ny vagtplan"), P("Sagsfremstilling"), new Paragraph(new Run(new Text("Planen er klar.")), note, hidden), P("Beslutning"), P("Godkendt."),
                P("2. Eventuelt"), P("Beslutning"), P("Intet.")));
        }

        return stream.ToArray();
    }

    private static Paragraph P(string text) => new(new Run(new Text(text)));
}
