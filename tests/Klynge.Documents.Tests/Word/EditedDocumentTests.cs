using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Documents.Tests.Word;

/// <summary>Documents of ours that somebody has corrected in Word since, or that an earlier version wrote: the style says what a paragraph is.</summary>
public sealed class EditedDocumentTests
{
    [Theory]
    [InlineData(null, "Referat", MinutesKind.Minutes, null)]
    [InlineData(null, "Dagsorden", MinutesKind.Agenda, null)]
    [InlineData(null, "Havneforum", MinutesKind.Minutes, "Havneforum")]
    [InlineData("Dagsorden", "Havneforum", MinutesKind.Agenda, "Havneforum")]
    [InlineData("Referat", "Dagsorden", MinutesKind.Minutes, "Dagsorden")]
    [InlineData("Dagsorden", null, MinutesKind.Agenda, null)]
    [InlineData(null, null, MinutesKind.Minutes, null)]
    [InlineData(null, "DAGSORDEN Havneforum", MinutesKind.Agenda, "Havneforum")]
    [InlineData(null, "REFERAT ", MinutesKind.Minutes, null)]
    public async Task Titles_SayTheKindAndTheForum(string? kind, string? title, MinutesKind read, string? forum)
    {
        var minutes = await ReadAsync(_ => [.. One(TemplateStyles.Kind, kind), .. One(TemplateStyles.Title, title)]);

        Assert.Equal((read, forum), (minutes.Kind, minutes.Forum));
    }

    [Theory]
    [InlineData("Mødedato", "tirsdag d. 3. februar 2026 kl. 14.00–16.00", "2026-02-03", "14.00", "16.00")]
    [InlineData("Mødedato", "i næste uge", null, null, null)]
    [InlineData("Mødedato", "31. februar 2026", null, null, null)]
    [InlineData("Tidspunkt", "kl. 14.00", null, "14.00", null)]
    [InlineData("Tidspunkt", "til kl. 16.00", null, null, "16.00")]
    [InlineData("Tidspunkt", "til frokost", null, null, null)]
    public async Task Facts_AreReadAsTheyStandNow(string label, string value, string? date, string? start, string? end)
    {
        var minutes = await ReadAsync(_ => [Facts(label, value)]);

        Assert.Equal((date, start, end), (minutes.Date?.ToString("uuuu-MM-dd", null), Hour(minutes.Start), Hour(minutes.End)));

        static string? Hour(LocalTime? time) => time?.ToString("HH.mm", null);
    }

    [Fact]
    public async Task TextAheadOfTheFirstItem_IsASection_AndASubtitleTheTitle()
    {
        var minutes = await ReadAsync(_ =>
        [
            WordParagraphs.Of(TemplateStyles.Title, "Havneforum"),
            WordParagraphs.Of(TemplateStyles.Subtitle, "Ekstraordinært møde"),
            WordParagraphs.Of(TemplateStyles.Body, "Mødet blev holdt på kajen."),
            WordParagraphs.Of(TemplateStyles.PreambleHeading, "Fremmøde"),
            WordParagraphs.Of(TemplateStyles.Preamble, "Alle kom."),
        ]);

        Assert.Equal("Ekstraordinært møde", minutes.Title);
        Assert.Equal([(null, "Mødet blev holdt på kajen."), ("Fremmøde", "Alle kom.")], minutes.Sections.Select(section => (section.Heading, section.Text)));
    }

    /// <summary>Numbers of lists stood in the text once, with a tab behind them.</summary>
    [Theory]
    [InlineData("1.\tKøbe en kran", "1. Købe en kran")]
    [InlineData("b)\tBygge en mole", "b) Bygge en mole")]
    [InlineData("Uden mærke", "Uden mærke")]
    public async Task AnEntryOfAnEarlierVersion_HasItsLabel(string text, string read)
    {
        var minutes = await ReadAsync(_ => [WordParagraphs.Of(TemplateStyles.Item, "Punkt 1: Kranen"), WordParagraphs.Of(TemplateStyles.Labelled, text)]);

        Assert.Equal(read, Assert.Single(minutes.Items[0].Sections).Text);
    }

    /// <summary>Links, looks and hidden words of the cells and paragraphs that Word shows.</summary>
    [Fact]
    public async Task LinksAndLooks_AreKept_AndWhatIsHiddenIsNot()
    {
        var minutes = await ReadAsync(writer =>
        [
            WordParagraphs.Of(TemplateStyles.Item, "Punkt 1: Kranen"),
            .. writer.Of("Se [planen](https://havet.example/plan) og **husk** *kajen*.", TextStyles.Body),
            new Paragraph(
                new ParagraphProperties(new ParagraphStyleId { Val = "BodyText" }),
                new Hyperlink(new Run(new Text("Et sted"))) { Anchor = "x" },
                new Run(new RunProperties(new Vanish()), new Text(" skjult")),
                new Run(new RunProperties(new Bold { Val = false }), new Text(" her"))),
            WordTables.Of(TemplateStyles.TextTable, "Tabel", [4000, 4000], [new TableRow(new TableRowProperties(), Cell("Post", "Beløb"), Cell("Løn")), new TableRow(new TableCell(), Cell("4.000"))], firstRowIsHeader: true),
        ]);

        var text = string.Join('\n', minutes.Items[0].Sections.Select(section => section.Text));
        Assert.StartsWith("Se [planen](https://havet.example/plan) og **husk** *kajen*.\n\nEt sted her", text, StringComparison.Ordinal);
        Assert.Contains("| Post<br>Beløb | Løn |", text, StringComparison.Ordinal);
    }

    /// <summary>In a cell a list or a table stands as lines.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("Kranen er **klar**.", "Kranen er klar.")]
    [InlineData("## Kranen\n\nDen er klar.", "Kranen|Den er klar.")]
    [InlineData("- en\n- to", "• en|• to")]
    [InlineData("1. en\n2. to", "1. en|2. to")]
    [InlineData("| Post | Beløb |\n|---|---|\n| Løn | 4.000 |", "Post | Beløb|Løn | 4.000")]
    public void Cell_HasTheLinesOfItsText(string text, string lines)
    {
        TableCell? cell = null;
        WordFile.Write(new WordFacts("x", "x"), writer => [new Paragraph(new Run(new Text((cell = writer.Cell(text, TemplateStyles.Person)).InnerText)))], new MemoryStream());

        Assert.Equal(lines, string.Join('|', cell!.Elements<Paragraph>().Select(paragraph => paragraph.InnerText)));
    }

    private static IEnumerable<OpenXmlElement> One(string style, string? text) => text is null ? [] : [WordParagraphs.Of(style, text)];

    private static TableCell Cell(params string[] lines) => new(lines.Select(line => WordParagraphs.Of(TemplateStyles.TableCell, line)));

    private static Table Facts(string label, string value) => WordTables.Of(
        TemplateStyles.FactTable, "Fakta", [2000, 7354], [new TableRow(new TableCell(WordParagraphs.Of(TemplateStyles.FactLabel, label)), new TableCell(WordParagraphs.Of(TemplateStyles.Fact, value)))], firstRowIsHeader: false);

    private static async Task<MinutesDocument> ReadAsync(Func<WordTextWriter, IEnumerable<OpenXmlElement>> content)
    {
        using var stream = new MemoryStream();
        WordFile.Write(
            new WordFacts("Referat", "Referat"),
            writer => [Facts("Mødeleder", "Ida Skov"), .. content(writer), WordParagraphs.Of(TemplateStyles.Item, "Punkt 9: Eventuelt")],
            stream);
        var source = await MinutesReader.ReadAsync(new MemoryStream(stream.ToArray()), "referat.docx", TestContext.Current.CancellationToken);
        return MinutesParser.Parse(source.Value).Value;
    }
}
