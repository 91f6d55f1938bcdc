using System.Globalization;
using System.Text;
using Klynge.Documents.Layout;
using Klynge.Domain.Calendar;

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

    /// <summary>
    /// Whether the text of a block can be stored and read again as the same: not where marks go with nothing left of them ("[ ](#)x",
    /// "[1. x](#)"), so that what follows would be read as something else, nor where they stand in each other's way ("***(** --*").
    /// </summary>
    /// <param name="spans">The text.</param>
    /// <param name="from">The first of its lines that stands at the beginning of a line.</param>
    public static bool CanStore(IReadOnlyList<RichSpan> spans, int from)
    {
        var text = Spans(spans, "");
        var lines = text.Split('\n');
        return IsReadAs(text, spans)
            && Array.TrueForAll(lines, line => line.Length > 0 && !char.IsWhiteSpace(line[0]) && DanishText.CleanLines(line) == line)
            && lines.Skip(from).All(line => ListLabel.Read(line) is null || line[0] is '-' or '*');
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
        var lines = table.Rows.Select(row => Row(row.Select(Cell))).ToList();
        lines.Insert(1, Row(table.IsRight.Select(isRight => isRight ? "---:" : "---")));
        return string.Join('\n', lines);
    }

    private static string Row(IEnumerable<string> cells) => $"{string.Concat(cells.Select(cell => cell.Length == 0 ? "| " : $"| {cell} "))}|";

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
                lines[at] = WithoutBars(lines[at]);
        }

        return string.Join('\n', lines);
    }

    /// <summary>A backslash before each bar that has none yet.</summary>
    private static string WithoutBars(string line)
    {
        var text = new StringBuilder(line.Length + 4);
        var backslashes = 0;
        foreach (var letter in line)
        {
            if (letter == '|' && backslashes % 2 == 0)
                text.Append('\\');

            backslashes = letter == '\\' ? backslashes + 1 : 0;
            text.Append(letter);
        }

        return text.ToString();
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

        if (TryMark(meant, always) is { } marked)
            return marked;

        // A look that marks cannot say (half a word) is left out; the words and their links are not.
        var plain = Marked([.. meant.Select(span => span.Link == span.Text ? new RichSpan(span.Text, Link: span.Link) : new RichSpan(span.Text))], Escaping.InlineMarks + always, inBrackets: true);
        return TryMark(InlineReader.Read(plain), always) ?? plain;
    }

    /// <returns>Null where no marks are read as what is meant.</returns>
    private static string? TryMark(IReadOnlyList<RichSpan> meant, string always)
    {
        foreach (var (which, inBrackets) in new[] { (always, false), (always, true), (Escaping.InlineMarks + always, true) })
        {
            var text = Marked(meant, which, inBrackets);

            // Without its brackets an address can make a label of what stands before it: "a. <https://region.dk>".
            if (IsReadAs(text, meant) && (inBrackets || Array.TrueForAll(text.Split('\n'), line => ListLabel.Read(line) is null)))
                return text;
        }

        return null;
    }

    private static bool IsReadAs(string text, IReadOnlyList<RichSpan> meant) => InlineReader.Read(text).SequenceEqual(meant);

    /// <param name="spans">What is meant.</param>
    /// <param name="which">The marks that get a backslash where they are letters.</param>
    /// <param name="inBrackets">Addresses that stand in the text get angle brackets, which part them from marks next to them.</param>
    private static string Marked(IReadOnlyList<RichSpan> spans, string which, bool inBrackets)
    {
        var text = new StringBuilder();
        foreach (var span in spans)
        {
            if (span.Link is { } address && address == span.Text)
                Append(text, span, inBrackets ? $"<{address}>" : address);
            else
                Append(text, span with { Link = null }, span.Link is { } link ? Linked(span, link, which) : Escaping.Escape(span.Text, which));
        }

        return text.ToString();
    }

    private static string Linked(RichSpan span, string link, string which)
    {
        var label = new StringBuilder("[");
        Append(label, Escaping.Escape(span.Text, which));
        Append(label, "]");
        var target = link.AsSpan().ContainsAny("()\\") ? $"<{link}>" : link;
        return label.Append(CultureInfo.InvariantCulture, $"({target})").ToString();
    }

    /// <summary>Blanks at the ends of what is bold stand outside the marks.</summary>
    private static void Append(StringBuilder text, RichSpan look, string words)
    {
        var marks = (look.IsBold, look.IsItalic) switch { (true, true) => "***", (true, false) => "**", (false, true) => "*", _ => "" };
        var core = words.Trim(' ', '\n');
        if (marks.Length == 0 || core.Length == 0)
        {
            Append(text, words);
            return;
        }

        var start = words.IndexOf(core, StringComparison.Ordinal);
        Append(text, words[..start]);
        Append(text, marks);
        Append(text, core);
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
}
