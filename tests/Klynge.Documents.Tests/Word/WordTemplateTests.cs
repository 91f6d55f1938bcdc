using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Documents.Word;
using Klynge.Domain.Common;
using Klynge.Domain.Minutes;
using NodaTime;

namespace Klynge.Documents.Tests.Word;

/// <summary>A template as an organisation makes it in a Danish Word, and files that are none.</summary>
public sealed class WordTemplateTests : IDisposable
{
    private static readonly byte[] Logo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static readonly MinutesDocument Sample = new()
    {
        Forum = "Havneforum",
        Date = new LocalDate(2026, 2, 3),
        Place = "Kajen 4",
        Items = [new MinutesItem { Number = 1, Title = "Kranen", Sections = [new MinutesSection("Sagsfremstilling", "- et\n- to\n\n| Post | Beløb |\n|---|---|\n| Løn | 4.000 |")], Decision = "Godkendt." }],
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-template-");

    public static TheoryData<MinutesLook> Looks => [.. Enum.GetValues<MinutesLook>()];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Document_HasTheTemplatesStylesUnderOurNames_AndIsReadBack(MinutesLook look)
    {
        var file = Write(Read(Template()), look);
        AssertValid(file);
        using (var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false))
        {
            var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().ToDictionary(style => style.StyleId!.Value!, StringComparer.Ordinal);
            Assert.Equal("C00000", styles["Heading1"].StyleRunProperties!.Color!.Val!.Value);
            Assert.Null(styles["Heading1"].StyleParagraphProperties!.NumberingProperties);
            Assert.Equal("Heading1", styles["Overskriftlokal"].BasedOn!.Val!.Value);
            Assert.Equal(1, styles["ListBullet"].StyleParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value);
            Assert.Equal("Georgia", styles["Normal"].StyleRunProperties!.RunFonts!.Ascii!.Value);
            Assert.Contains("Beslutning", styles.Keys);
            Assert.Single(styles.Values, style => style.Type!.Value == StyleValues.Paragraph && style.Default?.Value == true);
        }

        var source = await MinutesReader.ReadAsync(new MemoryStream(file), "referat.docx", TestContext.Current.CancellationToken);
        var again = MinutesParser.Parse(source.Value).Value;
        Assert.Equal((Sample.Forum, Sample.Date, Sample.Place), (again.Forum, again.Date, again.Place));
        Assert.Equal((1, "Kranen", "Godkendt."), (again.Items[0].Number, again.Items[0].Title, again.Items[0].Decision));
        Assert.Contains("| Løn | 4.000 |", again.Items[0].Sections[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("- et\n- to", again.Items[0].Sections[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_HaveTheTemplatesHeadsAndFeetAndPaper()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Write(Read(Template()))), isEditable: false);
        var main = document.MainDocumentPart!;
        var section = main.Document!.Body!.Elements<SectionProperties>().Single();
        var heads = section.Elements<HeaderReference>().ToDictionary(head => head.Type!.Value, head => ((HeaderPart)main.GetPartById(head.Id!.Value!)));

        Assert.Equal("Region Havet, Sundhed", heads[HeaderFooterValues.Default].Header!.InnerText);
        Assert.Equal("Header", heads[HeaderFooterValues.Default].Header!.Descendants<ParagraphStyleId>().Single().Val!.Value);
        Assert.Equal("Lige side", heads[HeaderFooterValues.Even].Header!.InnerText);
        Assert.Equal(Logo.Length, heads[HeaderFooterValues.Default].ImageParts.Single().GetStream().Length);
        Assert.Equal("Havnegade 1", main.FooterParts.Single().Footer!.InnerText);
        Assert.NotNull(main.DocumentSettingsPart!.Settings!.GetFirstChild<EvenAndOddHeaders>());
        Assert.Equal((2268U, 1701U), (section.GetFirstChild<PageMargin>()!.Left!.Value, section.GetFirstChild<PageMargin>()!.Right!.Value));
        Assert.All(main.Document.Body.Elements<Table>(), table => Assert.InRange(table.Descendants<GridColumn>().Sum(column => int.Parse(column.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture)), 7900, 7937));
        var contents = main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == "TOC1");
        Assert.Equal(7937, contents.Descendants<TabStop>().Last().Position!.Value);
    }

    [Fact]
    public void TemplateWithoutHeads_HasOurs_OnItsPaper()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Write(Read(Template(hasHeads: false)))), isEditable: false);
        var main = document.MainDocumentPart!;

        Assert.Contains("Havneforum", main.HeaderParts.Single().Header!.InnerText, StringComparison.Ordinal);
        Assert.Contains("NUMPAGES", main.FooterParts.Single().Footer!.InnerText, StringComparison.Ordinal);
        Assert.Equal(2268U, main.Document!.Body!.Descendants<PageMargin>().Single().Left!.Value);
    }

    [Fact]
    public void WhatIsNoTemplate_IsRefusedWithASentence()
    {
        Assert.IsType<WordTemplateNotFound>(Error(Path.Combine(_folder.FullName, "er-her-ikke.dotx")));
        Assert.IsType<WordTemplateDamaged>(Error(Saved("x.dotx", [1, 2, 3])));
        Assert.IsType<WordTemplateDamaged>(Error(Saved("tom.dotx", Template()[..400])));
        Assert.IsType<WordTemplateTooLarge>(Error(Saved("stor.dotx", new byte[(20 * 1024 * 1024) + 1])));
        Assert.IsType<WordTemplateRuns>(Error(Saved("makro.dotm", Template(WordprocessingDocumentType.MacroEnabledTemplate))));
        Assert.IsType<WordTemplateHeadRefused>(Error(Saved("link.dotx", Template(hasLinkedLogo: true))));
        Assert.All(new Error[] { new WordTemplateNotFound("a.dotx"), new WordTemplateRuns("a.dotx") }, error => Assert.Contains("»a.dotx«", error.Text, StringComparison.Ordinal));

        static Error? Error(string path) => WordTemplateReader.Read(path).Error;
    }

    internal static void AssertValid(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
        var problems = new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document, TestContext.Current.CancellationToken);
        Assert.Empty(problems.Select(problem => $"{problem.Path?.XPath}: {problem.Description}"));
    }

    private static byte[] Write(WordTemplate template, MinutesLook look = MinutesLook.Continuous)
    {
        using var stream = new MemoryStream();
        MinutesDocumentWriter.Write(Sample, stream, layout: new MinutesLayout(look), template: template);
        return stream.ToArray();
    }

    private WordTemplate Read(byte[] template) => WordTemplateReader.Read(Saved("skabelon.dotx", template)).Value;

    private string Saved(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>Danish ids, headings that Word numbers, a style of its own, and margins that leave 7937 twentieths of a point for text.</summary>
    private static byte[] Template(WordprocessingDocumentType type = WordprocessingDocumentType.Template, bool hasHeads = true, bool hasLinkedLogo = false)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, type))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            var section = new SectionProperties();
            if (hasHeads)
            {
                AddHead(main, section, HeaderFooterValues.Default, "Region Havet, Sundhed", hasLinkedLogo);
                AddHead(main, section, HeaderFooterValues.Even, "Lige side", isLinked: false);
                var footer = main.AddNewPart<FooterPart>();
                footer.Footer = new Footer(new Paragraph(new Run(new Text("Havnegade 1"))));
                section.Append(new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) });
            }

            section.Append(
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 2000, Bottom = 1400, Left = 2268, Right = 1701, Header = 700, Footer = 500, Gutter = 0 });
            main.Document = new Document(new Body(new Paragraph(new Run(new Text("Her skriver du."))), section));
        }

        return stream.ToArray();
    }

    private static void AddHead(MainDocumentPart main, SectionProperties section, HeaderFooterValues type, string words, bool isLinked)
    {
        var head = main.AddNewPart<HeaderPart>();
        if (isLinked)
            head.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", new Uri("https://eksempel.dk/logo.png"));

        using (var logo = new MemoryStream(Logo))
            head.AddImagePart(ImagePartType.Png).FeedData(logo);

        head.Header = new Header(new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = "Sidehoved" }), new Run(new Text(words))));
        section.Append(new HeaderReference { Type = type, Id = main.GetIdOfPart(head) });
    }

    private static Styles Styles() => new(
        new Style(new StyleName { Val = "Normal" }, new StyleRunProperties(new RunFonts { Ascii = "Georgia", HighAnsi = "Georgia" })) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        new Style(
            new StyleName { Val = "heading 1" },
            new BasedOn { Val = "Normal" },
            new StyleParagraphProperties(new KeepNext(), new NumberingProperties(new NumberingId { Val = 7 }), new OutlineLevel { Val = 0 }),
            new StyleRunProperties(new Color { Val = "C00000" }))
        { Type = StyleValues.Paragraph, StyleId = "Overskrift1" },
        new Style(new StyleName { Val = "List Bullet" }, new BasedOn { Val = "Normal" }, new StyleParagraphProperties(new KeepNext(), new NumberingProperties(new NumberingId { Val = 9 }))) { Type = StyleValues.Paragraph, StyleId = "Opstilling-punkttegn" },
        new Style(new StyleName { Val = "header" }, new BasedOn { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Sidehoved" },
        new Style(new StyleName { Val = "Overskrift lokal" }, new BasedOn { Val = "Overskrift1" }) { Type = StyleValues.Paragraph, StyleId = "Overskriftlokal", CustomStyle = true },
        new Style(new StyleName { Val = "Titel på plakat" }, new BasedOn { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Title", CustomStyle = true });
}
