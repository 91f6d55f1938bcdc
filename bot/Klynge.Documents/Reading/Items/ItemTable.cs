using System.Collections.Frozen;
using System.Globalization;
using Klynge.Documents.Layout;

namespace Klynge.Documents.Reading.Items;

/// <summary>
/// Some minutes are one table: a row per item, with columns such as "Nr.", "Punkt", "Referat" and "Ansvarlig". Its rows become what other
/// documents print below each other.
/// </summary>
internal static class ItemTable
{
    private static readonly FrozenSet<string> TitleColumns = FrozenSet.Create(
        StringComparer.Ordinal, "punkt", "emne", "dagsordenspunkt", "dagsorden", "sag", "titel", "overskrift", "punkter", "tema");

    private static readonly FrozenSet<string> NumberColumns = FrozenSet.Create(StringComparer.Ordinal, "nr", "punkt nr", "pkt");

    /// <summary>What an item's heading says in other documents, and the word for it there.</summary>
    private static readonly FrozenDictionary<string, string> FactColumns = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["ansvarlig"] = "Ansvarlig",
        ["hvem"] = "Ansvarlig",
        ["oplægsholder"] = "Oplægsholder",
        ["tid"] = "Tid",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static List<Block> Expand(List<Block> blocks)
    {
        var expanded = new List<Block>(blocks.Count);
        string[] columns = [];
        foreach (var block in blocks)
        {
            var cells = block.Kind == BlockKind.Row ? block.Text.Split('\t', StringSplitOptions.TrimEntries) : [];
            columns = block.Kind != BlockKind.Row ? [] : IsHeader(cells) ? cells : columns;
            if (columns.Length == 0)
                expanded.Add(block);
            else if (!IsHeader(cells))
                expanded.AddRange(Item(columns, cells).Select(part => part with { At = block.At }));
        }

        return expanded;
    }

    private static bool IsHeader(string[] cells) =>
        Array.Exists(cells, IsTitleColumn)
        && Array.Exists(cells, cell => Vocabulary.IsLabel(cell) || IsFact(cell) || IsNumber(cell));

    private static bool IsTitleColumn(string cell) =>
        TitleColumns.Contains(Vocabulary.Fold(cell));

    private static bool IsFact(string column) => FactColumns.ContainsKey(Vocabulary.Fold(column));

    private static bool IsNumber(string column) => NumberColumns.Contains(Vocabulary.Fold(column));

    private static IEnumerable<Block> Item(string[] columns, string[] cells)
    {
        var title = Cell(Array.FindIndex(columns, IsTitleColumn), cells).Split('\n', StringSplitOptions.TrimEntries);
        var number = Cell(Array.FindIndex(columns, IsNumber), cells).TrimEnd('.', ')');
        yield return Heading(number, title[0]);
        foreach (var line in title.Skip(1))
            yield return new Block(BlockKind.Paragraph, line);

        foreach (var column in Enumerable.Range(0, columns.Length).OrderBy(column => IsFact(columns[column]) ? 0 : 1))
        {
            if (Cell(column, cells) is { Length: > 0 } text && !IsTitleColumn(columns[column]) && !IsNumber(columns[column]))
            {
                foreach (var block in Part(columns[column], text))
                    yield return block;
            }
        }
    }

    private static Block Heading(string number, string title)
    {
        var label = ListLabel.Read(title);
        var text = label is { Number: > 0 } ? label.Text : title;
        var value = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var printed) ? printed : label?.Number ?? 0;
        return value > 0
            ? new Block(BlockKind.Numbered, text) { Label = string.Create(CultureInfo.InvariantCulture, $"{value}."), Number = value, HeadingLevel = 1 }
            : new Block(BlockKind.Paragraph, text) { HeadingLevel = 1 };
    }

    private static IEnumerable<Block> Part(string column, string text)
    {
        var name = column.TrimEnd(':');
        if (FactColumns.TryGetValue(Vocabulary.Fold(name), out var fact))
            return [new Block(BlockKind.Paragraph, $"{fact}: {text.Replace('\n', ' ')}")];

        var heading = new Block(BlockKind.Paragraph, name) { HeadingLevel = Vocabulary.IsLabel(name) ? 0 : 2 };
        return [heading, .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Line)];
    }

    private static Block Line(string line) => ListLabel.Read(line) is { Text.Length: > 0 } label
        ? new Block(label.Kind, label.Text) { Label = label.Label, Number = label.Number }
        : new Block(BlockKind.Paragraph, line);

    private static string Cell(int column, string[] cells) => column >= 0 && column < cells.Length ? cells[column] : "";
}
