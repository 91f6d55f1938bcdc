using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Documents.Tests.Word;

/// <summary>The two looks of minutes, and what a forum's rules do with items without a decision.</summary>
public sealed class MinutesLookTests
{
    private static readonly MinutesDocument Sample = new()
    {
        Forum = "Havneforum",
        Date = new LocalDate(2026, 2, 3),
        Start = new LocalTime(14, 0),
        End = new LocalTime(16, 0),
        Place = "Kajen 4",
        Participants = [new MinutesParticipant("Ida Skov", "Klit Kommune", Role: MinutesRole.Chair)],
        Sections = [new MinutesSection("Fremmøde", "Forummet var beslutningsdygtigt.")],
        Items =
        [
            new MinutesItem { Number = 1, Title = "Dagsorden", Recommendations = ["Godkender dagsordenen"], Decision = "Indstillingen blev godkendt." },
            new MinutesItem { Number = 2, Title = "Nyt fra kajen", Sections = [new MinutesSection(null, "Kranen er solgt."), new MinutesSection("Økonomi", "Prisen blev 4.000 kr.")], Attachments = ["Kontrakt.pdf"], Decision = "Taget til efterretning." },
            new MinutesItem { Number = 3, Title = "Eventuelt" },
            new MinutesItem { Number = 4, Title = "Lukket punkt", IsClosed = true },
        ],
    };

    [Fact]
    public void PagePerItem_HasTheOrderAndTheLabelsOfAMinutesSystem()
    {
        var lines = Lines(Write(Sample, MinutesLook.PagePerItem));

        Assert.Equal(
            [
                "REFERAT Havneforum d. 03-02-2026",
                "Mødedato|tirsdag d. 3. februar 2026 kl. 14.00–16.00", "Mødested|Kajen 4",
                "Indholdsfortegnelse", "1.Dagsorden", "2.Nyt fra kajen", "3.Eventuelt", "4.Lukket punkt",
                "Medlemmer", "Navn|Organisation|Bemærkning", "Ida Skov|Klit Kommune|Formand",
                "Fremmøde", "Forummet var beslutningsdygtigt.",
                "Punkt 1: Dagsorden", "Beslutning", "Indstillingen blev godkendt.", "Sagsfremstilling", "Det indstilles, at Havneforum:", "Godkender dagsordenen",
                "Punkt 2: Nyt fra kajen", "Beslutning", "Taget til efterretning.", "Bilag", "Kontrakt.pdf", "Sagsfremstilling", "Kranen er solgt.", "Økonomi", "Prisen blev 4.000 kr.",
                "Punkt 3: Eventuelt",
                "Punkt 4: Lukket punkt", "Lukket punkt",
            ],
            lines);
    }

    [Theory]
    [InlineData(MinutesKind.Agenda, "15 min. · Sagsnr. 2026-004512 · Kan udgå · v/ Ida Skov")]
    [InlineData(MinutesKind.Minutes, "15 min. · Sagsnr. 2026-004512 · v/ Ida Skov")]
    public void CaseNumber_StandsWithTheItem_AndWhatMayGoOnTheAgendaAlone(MinutesKind kind, string facts)
    {
        var item = new MinutesItem { Number = 1, Title = "Kran", Minutes = 15, CaseNumber = "2026-004512", MayBeDropped = true, Presenter = "Ida Skov" };

        Assert.Contains(facts, Lines(Write(Sample with { Kind = kind, Items = [item] }, MinutesLook.Continuous)));
    }

    [Fact]
    public void Continuous_EndsEachItemWithItsDecision()
    {
        var lines = Lines(Write(Sample, MinutesLook.Continuous));

        Assert.Equal(["Referat", "Havneforum", "Mødedato|tirsdag d. 3. februar 2026", "Tidspunkt|kl. 14.00–16.00", "Mødested|Kajen 4", "Medlemmer"], lines.Take(6));
        Assert.Equal(
            ["Punkt 1: Dagsorden", "Indstilling", "Det indstilles, at Havneforum:", "Godkender dagsordenen", "Beslutning", "Indstillingen blev godkendt."],
            lines.SkipWhile(line => line != "Punkt 1: Dagsorden").Take(6));
    }

    [Fact]
    public void PagePerItem_DoesNotPrintTheHeadingOfACaseTwice()
    {
        var item = new MinutesItem { Number = 1, Title = "Kranen", Sections = [new MinutesSection("Sagsfremstilling", "Den er solgt.")], Decision = "Godkendt." };

        Assert.Single(Lines(Write(new MinutesDocument { Items = [item] }, MinutesLook.PagePerItem)), "Sagsfremstilling");
    }

    /// <summary>Contents first, then people on the next page, then each item on one of its own.</summary>
    [Fact]
    public void PagePerItem_BreaksPagesAheadOfPeopleAndItems()
    {
        Assert.Equal(["Medlemmer", "Punkt 1: Dagsorden", "Punkt 2: Nyt fra kajen", "Punkt 3: Eventuelt", "Punkt 4: Lukket punkt"], Broken(MinutesLook.PagePerItem));
        Assert.Empty(Broken(MinutesLook.Continuous));

        static IEnumerable<string> Broken(MinutesLook look) => Body(Write(Sample, look), body => body.Elements<Paragraph>()
            .Where(paragraph => paragraph.ParagraphProperties?.PageBreakBefore is not null)
            .Select(paragraph => paragraph.InnerText)
            .ToList());
    }

    [Theory]
    [InlineData(MinutesLook.Continuous)]
    [InlineData(MinutesLook.PagePerItem)]
    public async Task Undecided_IsPlainStatedOrLeftOut(MinutesLook look)
    {
        const string Sentence = "Der er ikke noteret nogen beslutning.";
        var stated = Write(Sample, look, UndecidedItems.Stated);
        var leftOut = Write(Sample, look, UndecidedItems.LeftOut);

        Assert.DoesNotContain(Sentence, Lines(Write(Sample, look)));
        Assert.Single(Lines(stated), Sentence);
        Assert.Equal(["Eventuelt"], (await ReadAsync(stated)).Items.Where(item => item.Decision is null && !item.IsClosed).Select(item => item.Title));
        Assert.Equal([1, 2, 4], (await ReadAsync(leftOut)).Items.Select(item => item.Number));
        Assert.DoesNotContain("3.Eventuelt", Lines(leftOut));
    }

    /// <summary>Nothing can have been decided yet, whatever the rules are.</summary>
    [Theory]
    [InlineData(UndecidedItems.Stated)]
    [InlineData(UndecidedItems.LeftOut)]
    public async Task Agenda_HasEveryItem_AndSaysNothingOfDecisions(UndecidedItems undecided)
    {
        var agenda = Sample with { Kind = MinutesKind.Agenda, Items = [.. Sample.Items.Select(item => item with { Decision = null })] };
        var file = Write(agenda, MinutesLook.PagePerItem, undecided);

        var lines = Lines(file);
        Assert.Equal("DAGSORDEN Havneforum d. 03-02-2026", lines[0]);
        Assert.DoesNotContain("Beslutning", lines);
        Assert.Equal(4, (await ReadAsync(file)).Items.Count);
    }

    /// <summary>The one line of the title says the kind, the forum and the day, each of which may be missing, or look like another.</summary>
    [Theory]
    [InlineData(null, false)]
    [InlineData(null, true)]
    [InlineData("Havneforum", false)]
    [InlineData("Havneforum d. 03-02-2026", true)]
    [InlineData("Havneforum d. 03-02-2026", false)]
    [InlineData("REFERAT af d. 1", true)]
    public async Task TitleLine_IsReadAsWhatItWasMadeOf(string? forum, bool isDated)
    {
        foreach (var kind in Enum.GetValues<MinutesKind>())
        {
            var again = await ReadAsync(Write(new MinutesDocument { Kind = kind, Forum = forum, Date = isDated ? new LocalDate(2026, 2, 3) : null, Items = Sample.Items }, MinutesLook.PagePerItem));

            Assert.Equal((kind, forum, isDated), (again.Kind, again.Forum, again.Date is not null));
        }
    }

    /// <summary>Documents that were stored before headings said »Punkt 3:« and facts »Mødedato« are read as they were.</summary>
    [Fact]
    public async Task DocumentOfAnEarlierVersion_IsReadAsItWas()
    {
        using var stream = new MemoryStream();
        WordFile.Write(
            new WordFacts("Referat", "Referat"),
            _ =>
            [
                WordParagraphs.Of(TemplateStyles.Kind, "Referat"),
                WordParagraphs.Of(TemplateStyles.Title, "Havneforum"),
                WordTables.Of(TemplateStyles.FactTable, "Fakta", [2000, 7354], [Row("Dato", "tirsdag d. 3. februar 2026"), Row("Sted", "Kajen 4")], firstRowIsHeader: false),
                WordParagraphs.Of(TemplateStyles.Item, "3.\tKranen"),
                WordParagraphs.Of(TemplateStyles.Item, "Punktum.\tsidst"),
            ],
            stream);

        var read = await ReadAsync(stream.ToArray());

        Assert.Equal((new LocalDate(2026, 2, 3), "Kajen 4", null), (read.Date, read.Place, read.Start));
        Assert.Equal([(3, "Kranen"), ((int?)null, "Punktum.\tsidst")], read.Items.Select(item => (item.Number, item.Title)));
    }

    private static TableRow Row(string label, string value) => new(
        new TableRowProperties(new CantSplit()),
        new TableCell(WordParagraphs.Of(TemplateStyles.FactLabel, label)),
        new TableCell(WordParagraphs.Of(TemplateStyles.Fact, value)));

    private static byte[] Write(MinutesDocument document, MinutesLook look, UndecidedItems undecided = UndecidedItems.Plain)
    {
        using var stream = new MemoryStream();
        MinutesDocumentWriter.Write(document, stream, layout: new MinutesLayout(look, undecided));
        WordTemplateTests.AssertValid(stream.ToArray());
        return stream.ToArray();
    }

    private static async Task<MinutesDocument> ReadAsync(byte[] file)
    {
        var source = await MinutesReader.ReadAsync(new MemoryStream(file), "referat.docx", TestContext.Current.CancellationToken);
        return MinutesParser.Parse(source.Value).Value;
    }

    /// <summary>What the pages say, a line each; cells parted by bars, page numbers of the contents left out.</summary>
    private static List<string> Lines(byte[] file) => Body(file, body => body.ChildElements
        .SelectMany<OpenXmlElement, string>(element => element switch
        {
            Table table => table.Elements<TableRow>().Select(row => string.Join('|', row.Elements<TableCell>().Select(cell => cell.InnerText))),
            Paragraph paragraph when paragraph.Descendants<Hyperlink>().Any() => [string.Concat(paragraph.Descendants<Text>().Select(text => text.Text)).TrimEnd('–')],
            _ => [element.InnerText],
        })
        .Where(line => line.Length > 0)
        .ToList());

    private static T Body<T>(byte[] file, Func<Body, T> read)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        return read(document.MainDocumentPart!.Document!.Body!);
    }
}
