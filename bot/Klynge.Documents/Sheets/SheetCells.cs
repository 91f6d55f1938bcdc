using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Klynge.Documents.Sheets;

/// <summary>The text of a cell as people see it, as far as a table of names needs it: text, whole numbers, yes and no, and dates as 2027-01-31.</summary>
internal sealed partial class SheetCells(WorkbookPart book)
{
    /// <summary>Excel takes no longer one, and what is longer is not tried for a date.</summary>
    private const int MaxFormatLength = 255;

    private static readonly SearchValues<char> Years = SearchValues.Create("yYåÅ");

    private readonly List<string> _shared = [.. book.SharedStringTablePart?.SharedStringTable?.Elements<SharedStringItem>().Select(Shown) ?? []];
    private readonly List<uint> _formats = [.. book.WorkbookStylesPart?.Stylesheet?.CellFormats?.Elements<CellFormat>().Select(format => format.NumberFormatId?.Value ?? 0) ?? []];
    private readonly Dictionary<uint, string> _custom = (book.WorkbookStylesPart?.Stylesheet?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
        .Where(format => format.NumberFormatId is not null)
        .GroupBy(format => format.NumberFormatId!.Value)
        .ToDictionary(format => format.Key, format => format.First().FormatCode?.Value ?? string.Empty);

    /// <summary>Files from old Macs count days from 1904.</summary>
    private readonly int _offset = book.Workbook?.WorkbookProperties?.Date1904?.Value == true ? 1_462 : 0;

    /// <summary>Text, colours and escaped letters in a format: without them »0 "pr. dyr"« would say a day and a year.</summary>
    [GeneratedRegex(@"""[^""]*""|\[[^\]]*\]|\\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Literals { get; }

    /// <exception cref="InvalidDataException">It names a shared text that the file does not have.</exception>
    internal string TextOf(Cell cell)
    {
        var value = cell.CellValue?.Text ?? string.Empty;
        var type = cell.DataType?.Value;
        if (type == CellValues.SharedString)
            return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < _shared.Count ? _shared[at] : throw new InvalidDataException("A shared text that is not there.");

        if (type == CellValues.InlineString)
            return cell.InlineString?.InnerText ?? string.Empty;

        if (type == CellValues.Boolean)
            return value == "1" ? "ja" : "nej";

        if (type == CellValues.Date)
            return value.Split('T')[0];

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
        return format is >= 14 and <= 17 or 22 || (_custom.TryGetValue(format, out var code) && code.Length <= MaxFormatLength && SaysDayAndYear(Literals.Replace(code, string.Empty)));
    }

    /// <summary>In the letters of an English Excel, »dd-mm-yyyy«, or a Danish one, »dd-mm-åååå«.</summary>
    private static bool SaysDayAndYear(string code) =>
        code.Contains('d', StringComparison.OrdinalIgnoreCase) && code.AsSpan().ContainsAny(Years);

    /// <summary>From 1 March 1900, before which Excel counts a day that there never was.</summary>
    private string? DateOf(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var days) && days + _offset is >= 61 and < 2_958_466
            ? new DateTime(1899, 12, 30).AddDays(Math.Floor(days + _offset)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
