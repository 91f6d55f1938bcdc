using System.Text.RegularExpressions;
using Klynge.Documents.Layout;

namespace Klynge.Documents.Markup;

/// <summary>
/// Tables in running text: with bars, with or without the line of dashes below the header row, or with tabs, as a spreadsheet and a page
/// on the web leave them behind when they are copied.
/// </summary>
internal static partial class TableLines
{
    public const string Break = "<br>";

    /// <param name="lines">The rest of the text.</param>
    /// <param name="length">How many lines the table takes.</param>
    /// <returns>Null where no table begins.</returns>
    public static RichTable? Read(ReadOnlySpan<string> lines, out int length)
    {
        length = 0;
        List<bool>? right = null;
        if (lines.Length > 1 && HasBar(lines[0]) && Rule().IsMatch(lines[1]))
        {
            right = [.. Cells(lines[1]).Select(cell => cell.EndsWith(':') && !cell.StartsWith(':'))];
            right = right.Count == Cells(lines[0]).Count ? right : null;
        }

        var isFramed = right is null && IsFramed(lines[0]);
        var byTab = right is null && !isFramed;
        Func<string, bool> isRow = right is not null ? HasBar : isFramed ? IsFramed : HasTab;
        while (length < lines.Length && (isRow(lines[length]) || (right is not null && length == 1) || (byTab && IsGap(lines[length..], lines[0]))))
            length++;

        if (length < 2)
            return null;

        var rows = new List<List<string>>();
        for (var at = 0; at < length; at++)
        {
            if (lines[at].Length > 0 && (right is null || at != 1))
                rows.Add(right is not null || isFramed ? Cells(lines[at]) : [.. lines[at].Split('\t', StringSplitOptions.TrimEntries)]);
        }

        return Of(rows, right ?? []);
    }

    /// <summary>Every row made as long as the longest; columns of amounts stand to the right.</summary>
    private static RichTable Of(List<List<string>> rows, List<bool> right)
    {
        var columns = rows.Max(row => row.Count);
        var cells = rows.ConvertAll(row => (IReadOnlyList<IReadOnlyList<RichSpan>>)[.. Enumerable.Range(0, columns)
            .Select(column => column < row.Count ? InlineReader.ReadBlock(row[column].Replace(Break, "\n", StringComparison.OrdinalIgnoreCase), from: int.MaxValue) : [])]);
        return new RichTable(cells, [.. Enumerable.Range(0, columns).Select(column => (column < right.Count && right[column]) || AreAmounts(cells, column))]);
    }

    private static bool AreAmounts(List<IReadOnlyList<IReadOnlyList<RichSpan>>> rows, int column)
    {
        var cells = rows.Skip(1).Select(row => RichSpan.TextOf(row[column])).Where(text => text.Length > 0 && text is not ("-" or "–")).ToList();
        return cells.Count > 0 && cells.TrueForAll(cell => Amount().IsMatch(cell));
    }

    /// <summary>The cells between the bars; a bar with a backslash before it is one of the text's.</summary>
    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var text = line.AsSpan().Trim();
        text = text.StartsWith("|") ? text[1..] : text;
        var from = 0;
        var backslashes = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '|' && backslashes % 2 == 0)
            {
                cells.Add(text[from..at].Trim().ToString());
                from = at + 1;
            }

            backslashes = text[at] == '\\' ? backslashes + 1 : 0;
        }

        if (from < text.Length || from == 0)
            cells.Add(text[from..].Trim().ToString());

        return cells;
    }

    /// <summary>A bar that is no letter of the text.</summary>
    private static bool HasBar(string line) => line.Contains('|', StringComparison.Ordinal) && (Cells(line).Count > 1 || line.StartsWith('|') || (line.EndsWith('|') && !line.EndsWith("\\|", StringComparison.Ordinal)));

    private static bool HasTab(string line) => line.Contains('\t', StringComparison.Ordinal) && ListLabel.Read(line) is null;

    /// <summary>An empty line between two rows of one table: texts that were imported earlier have their rows apart.</summary>
    private static bool IsGap(ReadOnlySpan<string> rest, string first) =>
        rest.Length > 1 && rest[0].Length == 0 && HasTab(first) && HasTab(rest[1]) && rest[1].AsSpan().Count('\t') == first.AsSpan().Count('\t');

    private static bool IsFramed(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Length > 3 && text[0] == '|' && text[^1] == '|' && text[^2] != '\\' && Cells(line).Count > 1;
    }

    [GeneratedRegex(@"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^[-–−+]?\s*(kr\.?\s*)?\d[\d.\u00A0 ]*(,\d+|,-)?\s*(%|kr\.?|mio\.?|mia\.?|t\.?kr\.?|mio\.\s*kr\.|,-)?$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Amount();
}
