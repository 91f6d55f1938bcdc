using Klynge.Documents.Markup;
using Klynge.Teams.Cards;

namespace Klynge.Application.Chat.LongTexts;

/// <summary>
/// A table of a text: as a table where a phone shows it whole, else row by row, each cell behind the heading of its column. A card cannot
/// be moved sideways, so a table that is wider would have its words broken letter by letter.
/// </summary>
internal static class LongTextTable
{
    private const int MaxColumns = 4;

    /// <summary>So many letters beside each other fit into the columns of a table on the narrowest phone (320 px).</summary>
    private const int MaxLetters = 30;

    private const int MaxCellLength = 120;

    /// <summary>Rows of one table; the heading stands over each part of a longer one, so that it can be broken over pages.</summary>
    private const int MaxRows = 15;

    internal static IEnumerable<CardElement> Of(RichTable table) => FitsOnAPhone(table)
        ? table.Rows.Skip(1).Chunk(MaxRows).DefaultIfEmpty([]).Select(rows => Grid(table, rows))
        : table.Rows.Count == 1 ? table.Rows[0].SelectMany(cell => LongText.Lines(0, "", cell))
        : table.Rows.Skip(1).SelectMany(row => Row(table.Rows[0], row));

    private static bool FitsOnAPhone(RichTable table) =>
        table.IsRight.Count <= MaxColumns
        && table.Rows.All(row => row.All(cell => RichSpan.TextOf(cell).Length <= MaxCellLength))
        && Enumerable.Range(0, table.IsRight.Count).Sum(column => LongestWord(table, column)) <= MaxLetters;

    private static int LongestWord(RichTable table, int column) =>
        table.Rows.Max(row => RichSpan.TextOf(row[column]).Split(' ', '\n').Max(word => word.Length));

    private static Table Grid(RichTable table, IReadOnlyList<IReadOnlyList<IReadOnlyList<RichSpan>>> rows) => new(
        [.. table.IsRight.Select((isRight, column) => new TableColumn(Math.Max(3, LongestWord(table, column)))
        {
            HorizontalCellContentAlignment = isRight ? HorizontalAlignment.Right : null,
        })],
        [
            new TableRow([.. table.Rows[0].Select(cell => new TableCell([.. Heading(cell)]))]),
            .. rows.Select(row => new TableRow([.. row.Select(cell => new TableCell([.. LongText.Lines(0, "", cell)]))])),
        ])
    {
        Spacing = Spacing.Small,
    };

    private static IEnumerable<CardElement> Heading(IReadOnlyList<RichSpan> cell) =>
        RichSpan.TextOf(cell) is { Length: > 0 } text ? [new TextBlock(CardText.Escape(text)) { Weight = TextWeight.Bolder }] : [];

    /// <summary>»**Drift**«, and below it »Beløb: 1.518« and »Andel: 12 %«.</summary>
    private static IEnumerable<CardElement> Row(IReadOnlyList<IReadOnlyList<RichSpan>> headings, IReadOnlyList<IReadOnlyList<RichSpan>> cells)
    {
        var name = true;
        for (var column = 0; column < cells.Count; column++)
        {
            if (RichSpan.TextOf(cells[column]).Length == 0)
                continue;

            var heading = RichSpan.TextOf(headings[column]);
            var spans = name ? [.. cells[column].Select(span => span with { IsBold = true })] : cells[column];
            foreach (var element in LongText.Lines(0, heading.Length == 0 || (name && column == 0) ? "" : $"{heading}: ", spans))
                yield return name ? element with { Separator = true } : element with { Spacing = Spacing.None };

            name = false;
        }
    }
}
