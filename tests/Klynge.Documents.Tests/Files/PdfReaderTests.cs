using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Klynge.Documents.Tests.Files;

/// <summary>Where words stand on a page of a PDF says which belong to one line, one column and one row.</summary>
public sealed class PdfReaderTests
{
    private static readonly string[] Left = [.. Enumerable.Range(1, 14).Select(line => $"Venstre linje {line} er her")];

    private static readonly string[] Right = [.. Enumerable.Range(1, 14).Select(line => $"Modsat linje {line} er der")];

    [Fact]
    public async Task TwoColumns_AreReadOneAfterTheOther()
    {
        var read = await ReadAsync(page => Put(page, (60, Left), (320, Right)));

        Assert.Equal([.. Left, .. Right], read.Where(line => !line.IsBlank).Select(line => line.Text));
    }

    [Theory]
    [InlineData(14, 8)]
    [InlineData(8, 14)]
    public async Task ATableOfFacts_StaysRows(int left, int right)
    {
        var read = await ReadAsync(page => Put(page, (60, Left[..left]), (320, Right[..right])));

        Assert.Equal($"{Left[0]}\t{Right[0]}", read[0].Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AColumnOfFewWordsBesideTheText_IsNone(bool isRight)
    {
        string[] marks = [.. Enumerable.Range(1, 14).Select(line => $"{line}")];

        var read = await ReadAsync(page => Put(page, (60, isRight ? Left : marks), (320, isRight ? marks : Right)));

        Assert.Equal(isRight ? $"{Left[0]}\t1" : $"1\t{Right[0]}", read[0].Text);
    }

    [Fact]
    public async Task BoldWords_MakeABoldLine_AndAGapBetweenLinesAnEmptyOne()
    {
        var read = await ReadAsync(page =>
        {
            page.Text("Beslutning", 60, 700, isBold: true);
            page.Text("Godkendt.", 60, 686);
            page.Text("Eventuelt", 60, 640);
        });

        Assert.Equal([("Beslutning", true), ("Godkendt.", false), ("", false), ("Eventuelt", false), ("", false)], read.Select(line => (line.Text, line.IsBold)));
    }

    /// <summary>Without a running head the page's end is all that tells it from the end of a paragraph, and "1" alone there is its number.</summary>
    [Fact]
    public async Task ASentenceThatThePageBreaks_GoesOn_AndANumberAtThePagesEnd_IsNoText()
    {
        string[] first = ["Referat: Styregruppe Havnen", "Dato: 4. maj 2027", "Deltagere: Ida Bang, Tor Holm", "1. Ny vagtplan", "Sagsfremstilling", "Planen gives videre af formanden til det kommende"];
        string[] second = ["udvalg om havnen.", "Beslutning", "Godkendt.", "2. Eventuelt", "Beslutning", "Intet."];

        var source = await SourceAsync(
            page =>
            {
                Put(page, (60, first));
                page.Text("7", 300, 40);
            },
            page => Put(page, (60, second)));

        var item = MinutesParser.Parse(source).Value.Items[0];
        Assert.Equal("Planen gives videre af formanden til det kommende udvalg om havnen.", Assert.Single(item.Sections).Text);
        Assert.Equal("Godkendt.", item.Decision);
    }

    private static void Put(Sheet page, params (int X, string[] Lines)[] columns)
    {
        foreach (var (x, lines) in columns)
        {
            for (var line = 0; line < lines.Length; line++)
                page.Text(lines[line], x, 770 - (14 * line));
        }
    }

    private static async Task<IReadOnlyList<SourceLine>> ReadAsync(params Action<Sheet>[] pages) => (await SourceAsync(pages)).Lines;

    private static async Task<MinutesSource> SourceAsync(params Action<Sheet>[] pages)
    {
        var builder = new PdfDocumentBuilder();
        var fonts = (builder.AddStandard14Font(Standard14Font.Helvetica), builder.AddStandard14Font(Standard14Font.HelveticaBold));
        foreach (var page in pages)
            page(new Sheet(builder.AddPage(PageSize.A4), fonts));

        return (await MinutesReader.ReadAsync(new MemoryStream(builder.Build()), "referat.pdf", TestContext.Current.CancellationToken)).Value;
    }

    private sealed record Sheet(PdfPageBuilder Page, (PdfDocumentBuilder.AddedFont Plain, PdfDocumentBuilder.AddedFont Bold) Fonts)
    {
        public void Text(string words, int x, int y, bool isBold = false) => Page.AddText(words, 11, new PdfPoint(x, y), isBold ? Fonts.Bold : Fonts.Plain);
    }
}
