using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Word;
using Klynge.Domain.Common;

namespace Klynge.Documents.Files;

/// <summary>
/// The paragraphs and table rows of a Word document in reading order, with what their styles and numbering say. Headers, footers and tables of
/// contents are left out: they repeat the text or count its pages.
/// </summary>
internal sealed class WordReader
{
    private const long MostCharactersInPart = 32 * 1024 * 1024;

    private readonly List<SourceLine> _lines = [];
    private readonly WordStyles _styles;
    private readonly WordNumbering _numbering;

    private WordReader(MainDocumentPart part)
    {
        _styles = new WordStyles(part.StyleDefinitionsPart?.Styles);
        _numbering = new WordNumbering(part.NumberingDefinitionsPart?.Numbering);
    }

    public static Result<MinutesSource> Read(byte[] bytes, string name)
    {
        try
        {
            WordPackageGuard.Check(bytes);
            using var stream = new MemoryStream(bytes, writable: false);
            using var file = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MostCharactersInPart, AutoSave = false });
            return file.MainDocumentPart?.Document?.Body is { } body ? Read(file.MainDocumentPart, body, name) : new MinutesFileDamaged(name);
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            return new MinutesFileDamaged(name);
        }
    }

    /// <summary>What the packaging and XML libraries throw at files that are not what they claim.</summary>
    private static bool IsDamage(Exception problem) => problem is InvalidDataException or XmlException or FileFormatException or OpenXmlPackageException
        or IOException or FormatException or ArgumentException or UriFormatException or InvalidOperationException or KeyNotFoundException or NotSupportedException;

    private static Result<MinutesSource> Read(MainDocumentPart part, Body body, string name)
    {
        var reader = new WordReader(part);
        reader.AddAll(body);
        return reader._lines.TrueForAll(line => line.IsBlank)
            ? new MinutesFileEmpty(name)
            : new MinutesSource(name, reader._lines, IsWord: true, IsTemplate: Array.TrueForAll(TemplateStyles.Marks, reader._styles.Has));
    }

    private void AddAll(OpenXmlElement container)
    {
        foreach (var element in container.ChildElements)
        {
            switch (element)
            {
                case Paragraph paragraph: Add(paragraph); break;
                case Table table: Add(table); break;
                case SdtBlock block when IsContents(block): break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun: AddAll(element); break;
                default: break;
            }
        }
    }

    private static bool IsContents(SdtBlock block) =>
        block.SdtProperties?.Descendants<DocPartGallery>().Any(gallery => gallery.Val?.Value?.Contains("Contents", StringComparison.OrdinalIgnoreCase) == true) == true;

    private void Add(Paragraph paragraph)
    {
        var style = _styles.Of(paragraph);
        if (style.IsContents)
            return;

        var list = _numbering.LabelOf(paragraph, style.Numbering);
        _lines.Add(new SourceLine(WordText.Of(paragraph), style.Name, style.HeadingLevel, IsBold: WordText.IsBold(paragraph), ListLabel: list.Label, ListLevel: list.Level));
        foreach (var box in WordText.BoxesOf(paragraph))
            AddAll(box);
    }

    /// <summary>A table of one column is only a frame around text; every other row is a line of cells.</summary>
    private void Add(Table table)
    {
        foreach (var row in table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table))
        {
            var cells = row.Elements<TableCell>().Concat(row.Elements<SdtCell>().SelectMany(cell => cell.Descendants<TableCell>())).ToList();
            if (cells.Count == 1)
            {
                AddAll(cells[0]);
            }
            else if (cells.Count > 0)
            {
                _lines.Add(new SourceLine(string.Join('\t', cells.Select(CellText)), _styles.Of(cells[0].GetFirstChild<Paragraph>()).Name, IsTableRow: true));
            }
        }
    }

    private string CellText(TableCell cell) => string.Join('\n', cell.Descendants<Paragraph>().Select(Line).Where(line => line.Length > 0)).Replace('\t', ' ');

    private string Line(Paragraph paragraph)
    {
        var list = _numbering.LabelOf(paragraph, _styles.Of(paragraph).Numbering);
        var text = WordText.Of(paragraph).Trim();
        return list.Label.Length > 0 && text.Length > 0 ? $"{list.Label} {text}" : text;
    }
}
