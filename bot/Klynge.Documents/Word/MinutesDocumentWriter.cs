using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Word;

/// <summary>
/// Writes minutes as a Word document with real styles: what the secretariat changes in Word keeps its meaning, and our own import reads it back.
/// Nothing is written that the document does not show.
/// </summary>
public static class MinutesDocumentWriter
{
    private const string Language = "da-DK";

    /// <summary>Writes a whole .docx to <paramref name="output"/>, which must be writable and is left open.</summary>
    public static void Write(MinutesDocument document, Stream output)
    {
        // The package needs to seek while it is built; where it goes to need not be able to.
        using var buffer = new MemoryStream();
        using (var file = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document, autoSave: true))
        {
            SetProperties(file, document);
            var main = file.AddMainDocumentPart();
            Feed(main.AddNewPart<StyleDefinitionsPart>(), TemplatePart.Styles);
            Feed(main.AddNewPart<NumberingDefinitionsPart>(), TemplatePart.Numbering(document.Items.Count));
            main.AddNewPart<DocumentSettingsPart>().Settings = Settings();
            main.Document = new Document(Body(document, main));
        }

        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    private static Body Body(MinutesDocument document, MainDocumentPart main)
    {
        var body = new Body(new FrontMatter(document, Bookmark).All());
        for (var at = 0; at < document.Items.Count; at++)
            body.Append(new ItemBlocks(document.Items[at], document.Forum, Bookmark(at), at + 1, TemplatePart.FirstOwnList + at).All());

        // Word wants a paragraph after a table that ends the text.
        if (body.LastChild is Table)
            body.Append(new Paragraph());

        body.Append(Page(document, main));
        return body;
    }

    private static string Bookmark(int item) => $"_Toc{WordParagraphs.Number(100000 + item)}";

    private static SectionProperties Page(MinutesDocument document, MainDocumentPart main)
    {
        var header = main.AddNewPart<HeaderPart>();
        var date = document.Date is { } held ? Texts.LongDate(held) : "";
        header.Header = new Header(WordParagraphs.Of(TemplateStyles.Header, $"{Texts.Kind(document.Kind)}{(document.Forum is { } forum ? " · " + forum : "")}\t{date}"));
        var footer = main.AddNewPart<FooterPart>();
        footer.Footer = new Footer(WordParagraphs.Of(
            TemplateStyles.Footer,
            [.. WordParagraphs.Runs("Side "), .. WordParagraphs.Field("PAGE", "1"), .. WordParagraphs.Runs(" af "), .. WordParagraphs.Field("NUMPAGES", "1")]));
        return new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(header) },
            new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(footer) },
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1418, Bottom = 1304, Left = 1276, Right = 1276, Header = 624, Footer = 567, Gutter = 0 });
    }

    private static Settings Settings() => new(
        new DefaultTabStop { Val = 567 },
        new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
        new ThemeFontLanguages { Val = Language });

    private static void SetProperties(WordprocessingDocument file, MinutesDocument document)
    {
        var kind = Texts.Kind(document.Kind);
        string?[] parts = [kind, document.Forum, document.Date is { } date ? Texts.LongDate(date) : null];
        file.PackageProperties.Title = WordParagraphs.Safe(string.Join(" – ", parts.Where(part => part is not null)));
        file.PackageProperties.Subject = WordParagraphs.Safe(document.Title ?? document.Forum ?? kind);
        file.PackageProperties.Category = kind;
        file.PackageProperties.Language = Language;
        file.PackageProperties.Creator = document.MinuteTaker is { } writer ? WordParagraphs.Safe(writer) : null;
    }

    private static void Feed(OpenXmlPart part, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        part.FeedData(stream);
    }
}
