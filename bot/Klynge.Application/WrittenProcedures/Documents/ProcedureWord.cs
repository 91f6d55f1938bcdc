using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Word;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>A Word document of a case, in the styles that our minutes are written with.</summary>
internal static class ProcedureWord
{
    private const string Language = "da-DK";

    internal static byte[] Write(string title, string forum, IEnumerable<OpenXmlElement> content)
    {
        using var buffer = new MemoryStream();
        using (var file = WordprocessingDocument.Create(buffer, WordprocessingDocumentType.Document, autoSave: true))
        {
            file.PackageProperties.Title = WordParagraphs.Safe(title);
            file.PackageProperties.Language = Language;
            var main = file.AddMainDocumentPart();
            Feed(main.AddNewPart<StyleDefinitionsPart>(), TemplatePart.Styles);
            Feed(main.AddNewPart<NumberingDefinitionsPart>(), TemplatePart.Numbering(ownLists: 0));
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(
                new DefaultTabStop { Val = 567 },
                new ThemeFontLanguages { Val = Language });
            var body = new Body(content);
            body.Append(new Paragraph());
            body.Append(Page(main, $"{title} · {forum}"));
            main.Document = new Document(body);
        }

        return buffer.ToArray();
    }

    internal static Paragraph Heading(string text) => WordParagraphs.Of(TemplateStyles.SectionHeading, text);

    internal static IEnumerable<Paragraph> Text(string text) =>
        WordParagraphs.OfText(text, TemplateStyles.Body, TemplateStyles.Bullet, TemplatePart.BulletList);

    /// <summary>The text of a case, its headings as headings.</summary>
    internal static IEnumerable<Paragraph> Case(CaseText text) => CaseSections.Of(text with { Summary = null }, Texts.SummaryHeading, Texts.PresentationHeading)
        .SelectMany(section => Text(section.Text).Prepend(Heading(section.Heading!)));

    internal static IEnumerable<Paragraph> Numbered(IEnumerable<string> lines) =>
        lines.Select(line => WordParagraphs.Entry(TemplateStyles.Recommendation, TemplatePart.NumberList, 0, line));

    internal static Table Facts(string caption, IEnumerable<(string Label, string Value)> facts) => WordTables.Of(
        TemplateStyles.FactTable,
        caption,
        [2835, 6519],
        [.. facts.Select(fact => Row([(TemplateStyles.FactLabel, fact.Label), (TemplateStyles.Fact, fact.Value)]))],
        firstRowIsHeader: false);

    internal static Table Table(string caption, int[] widths, string[] columns, IEnumerable<string[]> rows) => WordTables.Of(
        TemplateStyles.PeopleTable,
        caption,
        widths,
        [
            Row(columns.Select(column => (TemplateStyles.PersonColumn, column))),
            .. rows.Select(row => Row(row.Select(cell => (TemplateStyles.Person, cell)))),
        ],
        firstRowIsHeader: true);

    private static TableRow Row(IEnumerable<(string Style, string Text)> cells)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        row.Append(cells.Select(cell => new TableCell(WordParagraphs.Of(cell.Style, cell.Text))));
        return row;
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

    private static void Feed(OpenXmlPart part, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        part.FeedData(stream);
    }
}
