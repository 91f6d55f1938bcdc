using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Markup;

namespace Klynge.Documents.Word;

/// <summary>A table of a text: header row on each page, amounts to the right, columns as wide as what is in them.</summary>
internal static class WordTextTable
{
    private const int TotalWidth = 9354;
    private const int MaxWordLength = 24;
    private const int MaxLineLength = 60;
    private const int LetterWidth = 130;
    private const int Padding = 240;

    public static Table Of(RichTable table, WordTextWriter text)
    {
        var rows = table.Rows.Select((row, at) => Row(row, table.IsRight, at == 0 ? TemplateStyles.TableColumn : TemplateStyles.TableCell, text)).ToList();
        var caption = Texts.TableCaption + string.Join(", ", table.Rows[0].Select(RichSpan.TextOf).Where(cell => cell.Length > 0)).Replace('\n', ' ');
        return WordTables.Of(TemplateStyles.TextTable, caption, Widths(table), rows, firstRowIsHeader: true);
    }

    private static TableRow Row(IReadOnlyList<IReadOnlyList<RichSpan>> cells, IReadOnlyList<bool> isRight, string style, WordTextWriter text)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        for (var column = 0; column < cells.Count; column++)
        {
            var paragraph = WordParagraphs.Of(style, text.Runs(cells[column]));
            if (isRight[column])
                paragraph.ParagraphProperties!.Justification = new Justification { Val = JustificationValues.Right };

            row.Append(new TableCell(paragraph));
        }

        return row;
    }

    /// <summary>Each column at least as wide as its longest word, so that no amount is broken; the rest goes to the columns with most text.</summary>
    private static int[] Widths(RichTable table)
    {
        var columns = Enumerable.Range(0, table.IsRight.Count).Select(column => table.Rows.Select(row => RichSpan.TextOf(row[column])).ToList()).ToList();
        var least = columns.ConvertAll(cells => (cells.Max(cell => cell.Split(' ', '\n').Max(word => Math.Min(word.Length, MaxWordLength))) * LetterWidth) + Padding);
        var wanted = columns.ConvertAll(cells => (Math.Min(cells.Max(cell => cell.Length), MaxLineLength) * LetterWidth) + Padding);
        var (left, more) = (TotalWidth - least.Sum(), wanted.Sum() - least.Sum());
        return left <= 0
            ? [.. least.Select(width => TotalWidth * width / least.Sum())]
            : [.. least.Select((width, column) => width + (more <= 0 ? left / least.Count : (int)((long)left * Math.Max(0, wanted[column] - width) / more)))];
    }
}
