using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Reading.Heads;
using Klynge.Documents.Word;
using Klynge.Domain.Common;

namespace Klynge.Documents.Files;

/// <summary>
/// The paragraphs and table rows of a Word document in reading order, with what their styles and numbering say. Footnotes stand below the paragraph
/// that they belong to. Of page heads only what says something of the meeting is read ("Sagsnr. 26/118"): the rest repeats the text or counts pages,
/// as tables of contents do.
/// </summary>
internal sealed class WordReader
{
    private const long MaxCharactersInPart = 32 * 1024 * 1024;

    private static readonly Type[] Damage =
    [
        typeof(InvalidDataException), typeof(XmlException), typeof(FormatException), typeof(OverflowException), typeof(OpenXmlPackageException), typeof(IOException),
        typeof(ArgumentException), typeof(InvalidOperationException), typeof(KeyNotFoundException), typeof(NotSupportedException),
    ];

    private readonly List<SourceLine> _lines = [];
    private readonly WordStyles _styles;
    private readonly WordNumbering _numbering;
    private readonly Dictionary<long, string> _notes = [];
    private readonly WordSpans? _spans;

    private WordReader(MainDocumentPart part)
    {
        _styles = new WordStyles(part.StyleDefinitionsPart?.Styles);
        _numbering = new WordNumbering(part.NumberingDefinitionsPart?.Numbering);
        _spans = Array.TrueForAll(TemplateStyles.Marks, _styles.Has) ? new WordSpans(part) : null;
        foreach (var note in part.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? [])
        {
            var text = string.Join(' ', note.Descendants<Paragraph>().Select(WordText.Of)).Trim();
            if (text.Length > 0 && note.Id?.Value is { } id)
                _notes[id] = text;
        }
    }

    public static Result<MinutesSource> Read(byte[] bytes, string name)
    {
        try
        {
            WordPackageGuard.Check(bytes);
            using var stream = new MemoryStream(bytes, writable: false);
            using var file = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = MaxCharactersInPart, AutoSave = false });
            return file.MainDocumentPart?.Document?.Body is { } body ? Read(file.MainDocumentPart, body, name) : new MinutesFileDamaged(name);
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            return new MinutesFileDamaged(name);
        }
    }

    /// <summary>What the packaging and XML libraries throw at files that are not what they claim: a number too large for its kind is an overflow.</summary>
    internal static bool IsDamage(Exception problem) => Array.Exists(Damage, kind => kind.IsInstanceOfType(problem));

    private static Result<MinutesSource> Read(MainDocumentPart part, Body body, string name)
    {
        var reader = new WordReader(part);
        if (reader._spans is null)
            reader.AddHeads(part);

        reader.AddAll(body);
        return reader._lines.TrueForAll(line => line.IsBlank)
            ? new MinutesFileEmpty(name)
            : new MinutesSource(name, reader._lines, IsWord: true, IsTemplate: reader._spans is not null);
    }

    private void AddHeads(MainDocumentPart part)
    {
        var heads = part.HeaderParts.SelectMany(head => head.Header?.Descendants<Paragraph>() ?? []).Select(WordText.Of).Select(text => text.Trim());
        foreach (var head in heads.Where(HeadVocabulary.IsFact).Distinct(StringComparer.Ordinal))
            _lines.Add(new SourceLine(head));
    }

    /// <summary>"1) The plan of 2024 …": what the page prints at its foot.</summary>
    private void AddNotes(Paragraph paragraph)
    {
        foreach (var reference in paragraph.Descendants<FootnoteReference>())
        {
            if (_notes.TryGetValue(reference.Id?.Value ?? 0, out var note))
                _lines.Add(new SourceLine($"[{note}]"));
        }
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
        _lines.Add(new SourceLine(WordText.Of(paragraph), style.Name, style.HeadingLevel, IsBold: WordText.IsBold(paragraph), ListLabel: list.Label, ListLevel: list.Level)
        {
            Meant = _spans?.Of(paragraph, style, list),
        });
        foreach (var box in WordText.BoxesOf(paragraph))
            AddAll(box);

        AddNotes(paragraph);
    }

    /// <summary>A table of one column is only a frame around text; every other row is a line of cells.</summary>
    private void Add(Table table)
    {
        foreach (var row in table.Descendants<TableRow>().Where(row => row.Ancestors<Table>().First() == table))
        {
            var cells = row.Elements<TableCell>().Concat(row.Elements<SdtCell>().SelectMany(cell => cell.Descendants<TableCell>())).ToList();
            if (cells.Count == 1 && _styles.Of(cells[0].GetFirstChild<Paragraph>()).Name is not (TemplateStyles.TableColumn or TemplateStyles.TableCell))
                AddAll(cells[0]);
            else if (cells.Count > 0)
                _lines.Add(new SourceLine(string.Join('\t', cells.Select(CellText)), _styles.Of(cells[0].GetFirstChild<Paragraph>()).Name, IsTableRow: true) { Meant = _spans?.Of(cells) });
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
