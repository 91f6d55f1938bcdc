using System.Text;
using Klynge.Domain.Common;

namespace Klynge.Application.Forums.Members.Tables;

/// <summary>
/// Text with columns, as it is copied from Excel or a Word table (tabs) or saved as .csv (semicolons): cells may stand in quotation marks and
/// then hold the separator, line ends and quotation marks, which are doubled.
/// </summary>
internal static class TableText
{
    internal const int MaxLength = 500_000;

    private const string BeginsFormula = "=+-@";

    /// <summary>
    /// Rows without any text are rows, so that a line has the number that people count; those at the end are left out. A tab in the
    /// first row, or in that of the heads, says that tabs part the cells.
    /// </summary>
    /// <returns>Or <see cref="TableQuotesOpen"/>: with a quotation mark too many, whole rows would be the text of one cell.</returns>
    internal static Result<List<List<string>>> Read(string text)
    {
        var separator = HasTabs(text) ? '\t' : ';';
        var (rows, row, cell) = (new List<List<string>>(), new List<string>(), new StringBuilder());
        var quotes = Quotes.None;
        for (var at = 0; at < text.Length; at++)
        {
            var letter = text[at];
            if (quotes == Quotes.Open)
            {
                if (letter != '"')
                    cell.Append(letter);
                else if (at + 1 < text.Length && text[at + 1] == '"')
                    cell.Append(text[at++]);
                else
                    quotes = Quotes.Closed;
            }
            else if (letter == separator)
            {
                EndCell();
            }
            else if (letter == '\n')
            {
                EndRow();
            }
            else if (quotes == Quotes.Closed && !char.IsWhiteSpace(letter))
            {
                return new TableQuotesOpen(rows.Count + 1);
            }
            else if (letter == '"' && cell.Length == 0)
            {
                quotes = Quotes.Open;
            }
            else if (letter != '\r' && letter != '\uFEFF')
            {
                cell.Append(letter);
            }
        }

        if (quotes == Quotes.Open)
            return new TableQuotesOpen(rows.Count + 1);

        EndRow();
        return rows.GetRange(0, rows.FindLastIndex(one => one.Exists(filled => filled.Length > 0)) + 1);

        void EndCell()
        {
            row.Add(Plain(cell.ToString().Trim()));
            cell.Clear();
            quotes = Quotes.None;
        }

        void EndRow()
        {
            EndCell();
            rows.Add(row);
            row = [];
        }
    }

    /// <summary>Semicolons and CRLF, as a Danish Excel opens it. What Excel would take for a formula gets an apostrophe, which is read away again.</summary>
    internal static string Write(IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
            text.AppendJoin(';', row.Select(Quoted)).Append("\r\n");

        return text.ToString();
    }

    private static string Quoted(string cell)
    {
        var safe = NeedsApostrophe(cell) ? $"'{cell}" : cell;
        return safe.AsSpan().ContainsAny(";\"\t\r\n") || safe != safe.Trim() ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }

    private static bool NeedsApostrophe(string cell) => cell.Length > 0 && (BeginsFormula.Contains(cell[0], StringComparison.Ordinal) || (cell[0] == '\'' && NeedsApostrophe(cell[1..])));

    private static string Plain(string cell) => cell.Length > 1 && cell[0] == '\'' && NeedsApostrophe(cell[1..]) ? cell[1..] : cell;

    /// <summary>In the first line with words, or in the one with the heads: a title may stand above them.</summary>
    private static bool HasTabs(string text)
    {
        var lines = text.TrimStart('\uFEFF', '\r', '\n', ' ').Split('\n', MemberTable.MaxRowsAboveHeads + 2);
        return lines[0].Contains('\t', StringComparison.Ordinal)
            || lines.SkipLast(lines.Length > MemberTable.MaxRowsAboveHeads + 1 ? 1 : 0).Any(line => line.Split('\t') is { Length: > 1 } cells && cells.Any(cell => TableColumns.Find(cell.Trim('"', '\r', ' ')) == TableColumn.Name));
    }

    /// <summary>Of the cell that is being read.</summary>
    private enum Quotes
    {
        None,
        Open,
        Closed,
    }
}
