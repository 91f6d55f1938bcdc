using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NodaTime;

namespace Klynge.Documents.Word;

/// <summary>What a Word file says of itself.</summary>
/// <param name="Title">The title, which Word and screen readers announce.</param>
/// <param name="Header">What stands at the head of each page.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Category">Its kind: "Referat".</param>
/// <param name="Author">Who wrote it, by name.</param>
/// <param name="Keywords">What it is found by.</param>
/// <param name="Created">When it was written; null leaves it out.</param>
public sealed record WordFacts(
    string Title, string Header, string? Subject = null, string? Category = null, string? Author = null, string? Keywords = null, Instant? Created = null);

/// <summary>Writes Word files with our styles, numbering, page, header and footer; every document of ours comes from here.</summary>
public static class WordFile
{
    private const string Language = "da-DK";

    /// <summary>Writes a whole .docx to <paramref name="output"/>, which must be writable and is left open.</summary>
    /// <param name="facts">What it says of itself.</param>
    /// <param name="content">Its text.</param>
    /// <param name="output">Where it goes.</param>
    /// <param name="template">Whose styles and pages it has; null for ours.</param>
    public static void Write(WordFacts facts, Func<WordTextWriter, IEnumerable<OpenXmlElement>> content, Stream output, WordTemplate? template = null)
    {
        template ??= WordTemplate.Ours;
        // The package needs to seek while it is built; where it goes to need not be able to.
        using var buffer = new MemoryStream();
        using (var file = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document, autoSave: true))
        {
            SetProperties(file, facts);
            var main = file.AddMainDocumentPart();
            Feed(main.AddNewPart<StyleDefinitionsPart>(), template.Styles);
            template.AddTheme(main);
            var lists = new ListNumbers();
            var body = new Body(content(new WordTextWriter(main, lists)));

            // Word wants a paragraph after a table that ends the text.
            if (body.LastChild is Table)
                body.Append(new Paragraph());

            template.FitTables(body);

            Feed(main.AddNewPart<NumberingDefinitionsPart>(), TemplatePart.Numbering(lists.All));
            main.AddNewPart<DocumentSettingsPart>().Settings = Settings(body.Descendants<FieldCode>().Any(), template.HasEvenPages);
            body.Append(template.AddPages(main, () => Page(main, facts.Header)));
            main.Document = new Document(body);
        }

        buffer.Position = 0;
        buffer.CopyTo(output);
    }

    private static SectionProperties Page(MainDocumentPart main, string heading)
    {
        var header = main.AddNewPart<HeaderPart>();
        header.Header = new Header(WordParagraphs.Of(TemplateStyles.Header, heading));
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

    /// <param name="hasFields">Only the program that lays out the pages knows the numbers of the contents, so Word is asked to fill them in.</param>
    /// <param name="hasEvenPages">Even pages have a head or a foot of their own.</param>
    private static Settings Settings(bool hasFields, bool hasEvenPages)
    {
        var settings = new Settings(new DefaultTabStop { Val = 567 });
        if (hasEvenPages)
            settings.Append(new EvenAndOddHeaders());

        if (hasFields)
            settings.Append(new UpdateFieldsOnOpen { Val = true });

        settings.Append(
            new Compatibility(new CompatibilitySetting { Name = CompatSettingNameValues.CompatibilityMode, Uri = "http://schemas.microsoft.com/office/word", Val = "15" }),
            new ThemeFontLanguages { Val = Language });
        return settings;
    }

    private static void SetProperties(WordprocessingDocument file, WordFacts facts)
    {
        var properties = file.PackageProperties;
        properties.Title = WordParagraphs.Safe(facts.Title);
        properties.Subject = facts.Subject is { } subject ? WordParagraphs.Safe(subject) : null;
        properties.Category = facts.Category;
        properties.Language = Language;
        properties.Creator = facts.Author is { } author ? WordParagraphs.Safe(author) : null;
        properties.Keywords = facts.Keywords is { } keywords ? WordParagraphs.Safe(keywords) : null;
        if (facts.Created is { } created)
            properties.Created = created.ToDateTimeUtc();
    }

    private static void Feed(OpenXmlPart part, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        part.FeedData(stream);
    }
}
