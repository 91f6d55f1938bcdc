using DocumentFormat.OpenXml.Wordprocessing;

namespace Klynge.Documents.Word;

public static class WordTables
{
    /// <summary>A table that a screen reader can name, and whose header row, where it has one, repeats on each page.</summary>
    public static Table Of(string style, string caption, IReadOnlyList<int> widths, IReadOnlyList<TableRow> rows, bool firstRowIsHeader)
    {
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = style },
                new TableWidth { Width = WordParagraphs.Number(widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook { FirstRow = firstRowIsHeader, LastRow = false, FirstColumn = !firstRowIsHeader, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = WordParagraphs.Safe(caption) }),
            new TableGrid(widths.Select(width => new GridColumn { Width = WordParagraphs.Number(width) })));
        if (firstRowIsHeader)
            rows[0].TableRowProperties!.Append(new TableHeader());

        foreach (var row in rows)
        {
            SetWidths(row, widths);
            table.Append(row);
        }

        return table;
    }

    private static void SetWidths(TableRow row, IReadOnlyList<int> widths)
    {
        var column = 0;
        foreach (var cell in row.Elements<TableCell>())
            cell.TableCellProperties = new TableCellProperties(new TableCellWidth { Width = WordParagraphs.Number(widths[column++]), Type = TableWidthUnitValues.Dxa });
    }
}
