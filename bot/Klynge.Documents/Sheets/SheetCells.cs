using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Klynge.Documents.Sheets;

/// <summary>The text of a cell as people see it, as far as a table of names needs it: text, whole numbers, yes and no, and dates as 2027-01-31.</summary>
internal sealed class SheetCells(WorkbookPart book)
{
    private const int FirstCustomFormat = 164;

    private readonly List<string> _shared = [.. book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(Shown) ?? []];
    private readonly List<uint> _formats = [.. book.WorkbookStylesPart?.Stylesheet?.CellFormats?.Elements<CellFormat>().Select(format => format.NumberFormatId?.Value ?? 0) ?? []];
    private readonly Dictionary<uint, string> _custom = (book.WorkbookStylesPart?.Stylesheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        .Where(format => format.NumberFormatId is not null)
        .GroupBy(format => format.NumberFormatId!.Value)
        .ToDictionary(format => format.Key, format => format.First().FormatCode?.Value ?? string.Empty);

    /// <summary>Files from old Macs count days from 1904.</summary>
    private readonly int _offset = book.Workbook?.WorkbookProperties?.Date1904?.Value == true ? 1_462 : 0;

    internal string TextOf(Cell cell)
    {
        var value = cell.CellValue?.Text ?? string.Empty;
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _shared.Count ? _shared[at] : string.Empty;

        if (type == CellValues.InlineString)
            return cell.InlineString?.InnerText ?? string.Empty;

        if (type == CellValues.Boolean)
            return value == "1" ? "ja" : "nej";

        return (type is null || type == CellValues.Number) && IsDate(cell.StyleIndex?.Value) && DateOf(value) is { } date ? date : value;
    }

    /// <summary>Without what is written above the letters of Japanese and Chinese.</summary>
    private static string Shown(SharedStringItem item) =>
        item.Text?.Text ?? string.Concat(item.Elements<Run>().Select(run => run.Text?.Text));

    private bool IsDate(uint? style)
    {
        if (style is not { } index || index >= _formats.Count)
            return false;

        var format = _formats[(int)index];
        return format is >= 14 and <= 17 or 22
            || (format >= FirstCustomFormat && _custom.TryGetValue(format, out var code) && code.Contains('y', StringComparison.OrdinalIgnoreCase) && code.Contains('d', StringComparison.OrdinalIgnoreCase))
            || (format >= FirstCustomFormat && _custom.TryGetValue(format, out var danish) && danish.Contains('å', StringComparison.OrdinalIgnoreCase) && danish.Contains('d', StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>From 1 March 1900, before which Excel counts a day that there never was.</summary>
    private string? DateOf(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days + _offset is >= 61 and < 2_958_466
            ? new DateTime(1899, 12, 30).AddDays(Math.Floor(days + _offset)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
