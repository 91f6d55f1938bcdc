using Klynge.Documents.Files;
using Klynge.Documents.Markup;
using Klynge.Documents.Word;

namespace Klynge.Documents.Reading.Templates;

/// <summary>One text of a document of ours, put together again from its paragraphs and rows.</summary>
internal sealed class TemplateText
{
    private readonly List<RichBlock> _blocks = [];

    public bool IsEmpty => _blocks.Count == 0;

    public static RichBlock? WithoutLabel(RichBlock? block) => block is RichEntry entry ? new RichParagraph(entry.Spans) : block;

    /// <param name="line">A paragraph or a row.</param>
    /// <param name="depth">How much deeper the text's lists stand in the document than in the text.</param>
    public void Add(SourceLine line, int depth = 0)
    {
        switch (line.Meant)
        {
            case RichTable row: AddRow(row, isFirst: line.Style == TemplateStyles.TableColumn); break;
            case RichEntry entry: _blocks.Add(entry with { Level = Math.Max(0, entry.Level - depth) }); break;
            case RichParagraph paragraph when line.Style == TemplateStyles.Labelled: _blocks.Add(new RichParagraph(WithoutTab(paragraph.Spans))); break;
            case { } block: _blocks.Add(block); break;
            default: break;
        }
    }

    public string ToMarkdown() => RichText.Read(new RichText(_blocks).ToMarkdown()).ToMarkdown();

    private void AddRow(RichTable row, bool isFirst)
    {
        if (!isFirst && _blocks.LastOrDefault() is RichTable table)
            _blocks[^1] = table with { Rows = [.. table.Rows, .. row.Rows] };
        else
            _blocks.Add(row);
    }

    /// <summary>Documents of earlier versions have the label and a tab in front of the entry.</summary>
    private static IReadOnlyList<RichSpan> WithoutTab(IReadOnlyList<RichSpan> spans)
    {
        var tab = spans.Count > 0 ? spans[0].Text.IndexOf('\t', StringComparison.Ordinal) : -1;
        return tab < 0 ? spans : [spans[0] with { Text = $"{spans[0].Text[..tab]} {spans[0].Text[(tab + 1)..]}" }, .. spans.Skip(1)];
    }
}
