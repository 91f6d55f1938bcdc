using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Word;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>The parts that the documents of a case share, in the styles that our minutes are written with.</summary>
internal static class ProcedureWord
{
    internal static byte[] Write(string title, ProcedureRecord record, Func<WordTextWriter, IEnumerable<OpenXmlElement>> content, WordTemplate? template)
    {
        using var buffer = new MemoryStream();
        var forum = record.View.Forum;
        var facts = new WordFacts(
            Title: $"{title} – {record.View.Case.Title}",
            Header: $"{title} · {forum}",
            Subject: record.View.Case.Title,
            Category: title,
            Keywords: $"{title}; {forum}",
            Created: record.Procedure.ClosedAt);
        WordFile.Write(facts, content, buffer, template);
        return buffer.ToArray();
    }

    internal static Paragraph Heading(string text) => WordParagraphs.Of(TemplateStyles.SectionHeading, text);

    /// <summary>The text of a case, its headings as headings.</summary>
    internal static IEnumerable<OpenXmlElement> Case(CaseText text, WordTextWriter writer) =>
        CaseSections.Of(text with { Summary = null }, Texts.SummaryHeading, Texts.PresentationHeading)
            .SelectMany(section => writer.Of(section.Text, TextStyles.Body).Prepend(Heading(section.Heading!)));

    internal static Table Facts(string caption, IEnumerable<(string Label, string Value)> facts) => WordTables.Of(
        TemplateStyles.FactTable,
        caption,
        [2835, 6519],
        [.. facts.Select(fact => Row([Cell(TemplateStyles.FactLabel, fact.Label), Cell(TemplateStyles.Fact, fact.Value)]))],
        firstRowIsHeader: false);

    internal static Table Table(string caption, int[] widths, string[] columns, IEnumerable<IEnumerable<TableCell>> rows) => WordTables.Of(
        TemplateStyles.PeopleTable,
        caption,
        widths,
        [Row(columns.Select(column => Cell(TemplateStyles.PersonColumn, column))), .. rows.Select(Row)],
        firstRowIsHeader: true);

    internal static TableCell Cell(string text) => Cell(TemplateStyles.Person, text);

    private static TableCell Cell(string style, string text) => new(WordParagraphs.Of(style, text));

    private static TableRow Row(IEnumerable<TableCell> cells)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        row.Append(cells);
        return row;
    }
}
