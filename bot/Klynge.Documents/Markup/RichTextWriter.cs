using System.Text;
using Klynge.Documents.Layout;

namespace Klynge.Documents.Markup;

/// <summary>Writes a text in its stored form: paragraphs parted by an empty line, an entry of a list on a line of its own, tables with bars.</summary>
internal static class RichTextWriter
{
    private const int Indent = 2;

    public static string Write(RichText text)
    {
        var written = new StringBuilder();
        for (var at = 0; at < text.Blocks.Count; at++)
        {
            if (at > 0)
                written.Append(text.Blocks[at] is RichEntry && text.Blocks[at - 1] is RichEntry or RichParagraph ? "\n" : "\n\n");

            written.Append(Block(text.Blocks[at]));
        }

        return written.ToString();
    }

    /// <summary>Entries of a list and rows of a table follow each other closely; everything else is parted by an empty line.</summary>
    public static string Join(IEnumerable<string> blocks)
    {
        var text = new StringBuilder();
        var wasRow = false;
        foreach (var block in blocks.Where(block => !string.IsNullOrWhiteSpace(block)))
        {
            var isEntry = ListLabel.Read(block) is not null;
            var isRow = !isEntry && block.Contains('\t', StringComparison.Ordinal);
            text.Append(text.Length == 0 ? "" : (isEntry && !wasRow) || (isRow && wasRow) ? "\n" : "\n\n").Append(block);
            wasRow = isRow;
        }

        return text.ToString();
    }

    private static string Block(RichBlock block) => block switch
    {
        RichParagraph paragraph => Lines(Spans(paragraph.Spans, ""), from: 0),
        RichHeading heading => $"## {Spans(heading.Spans, "").Replace('\n', ' ')}",
        RichEntry entry => $"{new string(' ', entry.Level * Indent)}{(entry.Label.Length == 0 ? "-" : entry.Label)} {Lines(Spans(entry.Spans, ""), from: 1)}",
        RichTable table => Table(table),
        _ => throw new NotSupportedException($"No form is known for {block.GetType().Name}."),
    };

    private static string Table(RichTable table)
    {
        var lines = table.Rows.Select(row => $"| {string.Join(" | ", row.Select(Cell))} |").ToList();
        lines.Insert(1, $"| {string.Join(" | ", table.IsRight.Select(isRight => isRight ? "---:" : "---"))} |");
        return string.Join('\n', lines);
    }

    private static string Cell(IReadOnlyList<RichSpan> spans) => Spans(spans, "|").Replace("\n", TableLines.Break, StringComparison.Ordinal);

    /// <summary>A line that would begin a block of its own gets a backslash, so that it does not.</summary>
    private static string Lines(string text, int from)
    {
        if (from == 0 && !text.Contains('\n', StringComparison.Ordinal) && !MayOpen(text))
            return text;

        var lines = text.Split('\n');
        for (var at = from; at < lines.Length; at++)
        {
            if (MayOpen(lines[at]))
                lines[at] = '\\' + lines[at];
            else if (at > 0 && HasBar(lines[at]) && HasBar(lines[at - 1]))
                lines[at] = Escaping.Escape(lines[at], "|");
        }

        return string.Join('\n', lines);
    }

    private static bool HasBar(string line) => line.Contains('|', StringComparison.Ordinal);

    private static bool MayOpen(string line) => line.Length > 0
        && (line[0] == '#' || (line[0] is '-' or '*' && ListLabel.Read(line) is not null));

    /// <summary>With as few backslashes as the reader needs to see the same.</summary>
    private static string Spans(IReadOnlyList<RichSpan> spans, string always)
    {
        var meant = RichSpan.Merge(spans);
        if (meant is [{ IsPlain: true } only] && always.Length == 0 && IsReadAs(only.Text, meant))
            return only.Text;

        foreach (var which in (string[])[always, Escaping.InlineMarks + always])
        {
            var text = Marked(meant, which);
            if (IsReadAs(text, meant))
                return text;
        }

        // A look that marks cannot say (half a word) is left out; the words are not.
        var plain = Escaping.Escape(RichSpan.TextOf(meant), Escaping.InlineMarks + always);
        var read = InlineReader.Read(plain);
        var unescaped = Marked(read, always);
        return IsReadAs(unescaped, read) ? unescaped : plain;
    }

    private static bool IsReadAs(string text, IReadOnlyList<RichSpan> meant) => InlineReader.Read(text).SequenceEqual(meant);

    private static string Marked(IReadOnlyList<RichSpan> spans, string which)
    {
        var text = new StringBuilder();
        foreach (var span in spans)
        {
            if (span is { IsBold: false, IsItalic: false, Link: { } bare } && bare == span.Text)
                text.Append(bare);
            else
                Append(text, span, which);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, RichSpan span, string which)
    {
        var words = Escaping.Escape(span.Text, which);
        var core = words.Trim(' ', '\n');
        if (span.IsPlain || core.Length == 0)
        {
            Append(text, words);
            return;
        }

        var start = words.IndexOf(core, StringComparison.Ordinal);
        var marks = (span.IsBold, span.IsItalic) switch { (true, true) => "***", (true, false) => "**", (false, true) => "*", _ => "" };
        Append(text, words[..start]);
        Append(text, marks);
        Append(text, span.Link is null ? "" : "[");
        Append(text, core);
        Append(text, span.Link is { } link ? $"]({Target(link)})" : "");
        Append(text, marks);
        Append(text, words[(start + core.Length)..]);
    }

    /// <summary>Backslashes at the end of what is there already stay backslashes before a mark.</summary>
    private static void Append(StringBuilder text, string next)
    {
        if (next.Length > 0 && Escaping.IsMark(next[0]))
        {
            var backslashes = 0;
            while (backslashes < text.Length && text[^(backslashes + 1)] == '\\')
                backslashes++;

            text.Append('\\', backslashes);
        }

        text.Append(next);
    }

    private static string Target(string link) => link.AsSpan().ContainsAny("()\\") ? $"<{link}>" : link;
}
