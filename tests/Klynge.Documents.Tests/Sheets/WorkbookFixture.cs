using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Klynge.Documents.Tests.Sheets;

/// <summary>Workbooks cell by cell, in the ways that Excel and the programs beside it write them.</summary>
internal static class WorkbookFixture
{
    /// <summary>A workbook of one sheet with these rows; <paramref name="change"/> adds to it, or damages it.</summary>
    public static byte[] Build(IEnumerable<Row> rows, Action<WorkbookPart>? change = null)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new WorkbookProperties(), new DocumentFormat.OpenXml.Spreadsheet.Sheets());
            Add(book, rows);
            change?.Invoke(book);
        }

        return stream.ToArray();
    }

    public static Sheet Add(WorkbookPart book, IEnumerable<Row> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new Worksheet(new SheetData(rows));
        var sheets = book.Workbook!.Sheets!;
        var sheet = new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.ChildElements.Count + 1, Name = $"Ark{sheets.ChildElements.Count + 1}" };
        sheets.Append(sheet);
        return sheet;
    }

    public static Row Line(params Cell[] cells) => new(cells);

    public static Cell Text(string text, string? place = null) =>
        new() { CellReference = place is null ? null : new StringValue(place), DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };

    /// <param name="type">As the file writes it; null for a number.</param>
    public static Cell Value(string value, CellValues? type = null, uint? style = null, string? place = null) =>
        new() { CellReference = place is null ? null : new StringValue(place), DataType = type, CellValue = new CellValue(value), StyleIndex = style };

    /// <summary>Formats by number, each with its code where it is one of the workbook's own; a cell's style is the place in the list.</summary>
    public static Action<WorkbookPart> Formats(params (uint Number, string? Code)[] formats) => book =>
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
            new NumberingFormats(formats.Where(format => format.Code is not null).Select(format => new NumberingFormat { NumberFormatId = format.Number, FormatCode = format.Code })),
            new CellFormats(formats.Select(format => new CellFormat { NumberFormatId = format.Number })));

    public static Action<WorkbookPart> Shared(params SharedStringItem[] items) => book =>
        book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(items);

    /// <summary>The package with one part changed as text.</summary>
    public static byte[] Changed(byte[] package, string part, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
                text = reader.ReadToEnd();

            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(change(text));
        }

        return stream.ToArray();
    }
}
