using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Documents.Tests;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Application.Tests.Minutes.Rendering;

public sealed class MinutesDocumentWriterTests
{
    public static TheoryData<string> Fixtures => MinutesFixtures.All;

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task Document_IsValidOffice(string name) => AssertValid(Write(await MinutesFixtures.ReadAsync(name)));

    [Fact]
    public void EmptyDocument_IsValidOffice() => AssertValid(Write(new MinutesDocument()));

    [Fact]
    public async Task IllegalCharacters_AreDropped_AndEmojiStay()
    {
        var file = Write(new MinutesDocument
        {
            Forum = "Forum\u0000\u000B nord",
            Date = new LocalDate(2026, 5, 1),
            Items = [new MinutesItem { Number = 1, Title = "Punkt \u001B😀 \uD800<at>", Decision = "Ja\u0008\uFFFF." }],
        });

        AssertValid(file);
        var source = await MinutesReader.ReadAsync(new MemoryStream(file), "x.docx", TestContext.Current.CancellationToken);
        var again = MinutesParser.Parse(source.Value).Value;
        Assert.Equal(("Forum nord", "Punkt 😀 <at>", "Ja."), (again.Forum, again.Items[0].Title, again.Items[0].Decision));
    }

    [Fact]
    public async Task Document_HasRealStylesLanguageAndPageNumbers()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Write(await MinutesFixtures.ReadAsync(MinutesFixtures.Export))), isEditable: false);
        var main = file.MainDocumentPart!;
        var styles = main.Document.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value).ToHashSet();

        Assert.Superset(new HashSet<string?> { "Title", "Heading1", "Heading2", "ListNumber", "ListBullet", "Beslutning", "TOC1" }, styles);
        Assert.Equal("da-DK", main.StyleDefinitionsPart!.Styles!.Descendants<Languages>().First().Val!.Value);
        Assert.Equal("Referat – Fagligt forum Sundhedsråd Bælthavet – fredag d. 6. marts 2026", file.PackageProperties.Title);
        Assert.Contains("NUMPAGES", main.FooterParts.Single().Footer.InnerText, StringComparison.Ordinal);
        Assert.Contains("Fagligt forum", main.HeaderParts.Single().Header.InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain(main.Document.Descendants<FieldCode>(), code => code.Text.Contains(" TOC ", StringComparison.Ordinal));
        Assert.Contains(main.Document.Descendants<FieldCode>(), code => code.Text.Contains("PAGEREF _Toc100000", StringComparison.Ordinal));
        Assert.All(main.Document.Descendants<Table>().Skip(1), table => Assert.NotEmpty(table.Descendants<TableHeader>()));
        Assert.Equal(11906U, main.Document.Descendants<PageSize>().Single().Width!.Value);
    }

    /// <summary>What Word's navigation lists: items, and the groups of people ahead of them.</summary>
    [Fact]
    public async Task GroupsAndItems_AreHeadingsOfTheOutline()
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Write(await MinutesFixtures.ReadAsync(MinutesFixtures.Export))), isEditable: false);
        var main = file.MainDocumentPart!;
        var levels = main.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!, style => style.StyleParagraphProperties?.OutlineLevel?.Val?.Value, StringComparer.Ordinal);

        Assert.Equal((0, 1, 1), (levels["Heading1"], levels["Heading2"], levels["Deltageroverskrift"]));
        Assert.Contains(main.Document!.Body!.Elements<Paragraph>(), paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val == "Deltageroverskrift" && paragraph.InnerText == "Medlemmer");
    }

    [Fact]
    public void EachRecommendation_IsNumberedFromOne()
    {
        var item = new MinutesItem { Title = "A", Recommendations = ["x", "y"] };
        using var file = WordprocessingDocument.Open(new MemoryStream(Write(new MinutesDocument { Items = [item, item] })), isEditable: false);

        var lists = file.MainDocumentPart!.Document.Descendants<NumberingId>().Select(list => list.Val!.Value).ToList();

        Assert.Equal(2, lists.Distinct().Count());
        Assert.Equal((lists[0], lists[2]), (lists[1], lists[3]));
    }

    [Fact]
    public void Properties_SayWhoWhenAndWhatItIsFoundBy()
    {
        using var stream = new MemoryStream();
        MinutesDocumentWriter.Write(
            new MinutesDocument { Forum = "Chefforum", Date = new LocalDate(2026, 3, 6), MinuteTaker = "Eva Lund", CaseNumber = "26/118" },
            stream,
            Instant.FromUtc(2026, 3, 7, 8, 30));
        using var file = WordprocessingDocument.Open(new MemoryStream(stream.ToArray()), isEditable: false);

        Assert.Equal("Eva Lund", file.PackageProperties.Creator);
        Assert.Equal("Referat; Chefforum; fredag d. 6. marts 2026; 26/118", file.PackageProperties.Keywords);
        Assert.Equal(new DateTime(2026, 3, 7, 8, 30, 0, DateTimeKind.Utc), file.PackageProperties.Created?.ToUniversalTime());
    }

    [Fact]
    public void Text_BecomesTablesListsAndLinksOfWord()
    {
        var item = new MinutesItem
        {
            Title = "Økonomi",
            Sections = [new MinutesSection(null, "## Budget\n\nSe **hele** [planen](https://region.dk/plan).\n\nPost\tBeløb\nLøn\t1.200.000\n\n- et\n  - under\n\n3. tre\n4. fire\n   a) bogstav")],
            Decision = "| Post | Beløb |\n|---|---|\n| Løn | 900.000 |",
        };
        var bytes = Write(new MinutesDocument { Items = [item] });
        AssertValid(bytes);
        using var file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var main = file.MainDocumentPart!;
        var body = main.Document.Body!;

        var tables = body.Elements<Table>().ToList();
        Assert.Equal(["PostBeløbLøn1.200.000", "PostBeløbLøn900.000"], tables.Select(table => table.InnerText));
        Assert.All(tables, table => Assert.Single(table.Descendants<TableHeader>()));
        Assert.All(tables, table => Assert.Equal(JustificationValues.Right, table.Descendants<TableCell>().Last().GetFirstChild<Paragraph>()!.ParagraphProperties!.Justification!.Val!.Value));
        Assert.Equal("https://region.dk/plan", main.HyperlinkRelationships.Single().Uri.OriginalString);
        Assert.Equal("hele", body.Descendants<Run>().Single(run => run.RunProperties?.Bold is not null).InnerText);
        Assert.Contains(body.Elements<Paragraph>(), paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == "Heading3" && paragraph.InnerText == "Budget");
        Assert.Contains(body.Elements<Paragraph>(), paragraph => paragraph.InnerText == "under" && paragraph.ParagraphProperties!.NumberingProperties!.NumberingLevelReference!.Val!.Value == 1);
        Assert.DoesNotContain("3.", body.InnerText, StringComparison.Ordinal);
        Assert.DoesNotContain("**", body.InnerText, StringComparison.Ordinal);
        var three = body.Elements<Paragraph>().Single(paragraph => paragraph.InnerText == "tre").ParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value;
        var list = main.NumberingDefinitionsPart!.Numbering!.Elements<NumberingInstance>().Single(one => one.NumberID!.Value == three);
        Assert.Equal(3, list.Descendants<StartOverrideNumberingValue>().Single().Val!.Value);
    }

    [Fact]
    public void PastedNumberOfARecommendation_IsNotThereTwice() =>
        Assert.DoesNotContain("1.", Body(new MinutesDocument { Items = [new MinutesItem { Title = "A", Recommendations = ["1. Godkender"] }] }), StringComparison.Ordinal);

    [Fact]
    public void Output_IsLeftOpen_AndNeedsNoSeeking()
    {
        using var output = new ForwardOnlyStream();

        MinutesDocumentWriter.Write(new MinutesDocument { Forum = "Forum" }, output);

        Assert.True(output.Written > 1000);
    }

    private static string Body(MinutesDocument document)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(Write(document)), isEditable: false);
        return file.MainDocumentPart!.Document.Body!.InnerText;
    }

    private static byte[] Write(MinutesDocument document)
    {
        using var stream = new MemoryStream();
        MinutesDocumentWriter.Write(document, stream);
        return stream.ToArray();
    }

    internal static void AssertValid(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var problems = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken);
        Assert.Empty(problems.Select(problem => $"{problem.Path?.XPath}: {problem.Description}"));
    }

    private sealed class ForwardOnlyStream : MemoryStream
    {
        public long Written { get; private set; }

        public override bool CanSeek => false;

        public override void Write(byte[] buffer, int offset, int count) => Written += count;

        public override void Write(ReadOnlySpan<byte> buffer) => Written += buffer.Length;
    }
}
