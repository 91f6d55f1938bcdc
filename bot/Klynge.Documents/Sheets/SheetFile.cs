using System.Globalization;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Klynge.Documents.Files;
using Klynge.Domain.Common;

namespace Klynge.Documents.Sheets;

/// <summary>
/// Reads the one filled sheet of an Excel file (.xlsx) as rows of text. Nothing is run: a formula is named, and its cell is asked about. What a
/// hostile file could do (unpack to gigabytes, nest deeply, name a cell a million columns away, link elsewhere) is measured first or never
/// followed.
/// </summary>
public static class SheetFile
{
    public const int MaxBytes = 2 * 1024 * 1024;
    public const int MaxRows = 1_000;
    public const int MaxColumns = 50;
    private const int MaxTextLength = 2_000;
    private const long MaxCharacters = 16 * 1024 * 1024;

    /// <param name="content">The whole file.</param>
    /// <param name="name">What to call it.</param>
    /// <returns>Rows that all have the same number of cells, empty ones at the end left out; or why it cannot be read.</returns>
    public static Result<SheetRows> Read(byte[] content, string name)
    {
        ArgumentNullException.ThrowIfNull(content);
        if (content.Length > MaxBytes)
            return new SheetTooLarge(name);

        try
        {
            WordPackageGuard.Check(content, MaxCharacters);
            using var document = SpreadsheetDocument.Open(new MemoryStream(content, writable: false), isEditable: false);
            return document.WorkbookPart is { } book ? Read(book, name) : new SheetDamaged(name);
        }
        catch (Exception exception) when (exception is InvalidDataException or XmlException or OpenXmlPackageException or FileFormatException or IOException
            or ArgumentException or FormatException or InvalidOperationException or NotSupportedException or KeyNotFoundException)
        {
            return new SheetDamaged(name);
        }
    }

    private static Result<SheetRows> Read(WorkbookPart book, string name)
    {
        var cells = new SheetCells(book);
        var filled = new List<SheetRows>();
        foreach (var sheet in book.Workbook?.Descendants<Sheet>().Where(one => one.State is null || one.State.Value == SheetStateValues.Visible) ?? [])
        {
            if (sheet.Id?.Value is not { } id || book.GetPartById(id) is not WorksheetPart part)
                continue;

            if (!Read(part, cells, name).TryGet(out var rows, out var error))
                return error;

            if (rows.Rows.Any(row => row.Count > 0))
                filled.Add(rows);
        }

        return filled.Count switch
        {
            0 => new SheetEmpty(name),
            1 => filled[0],
            _ => new SeveralSheets(name),
        };
    }

    private static Result<SheetRows> Read(WorksheetPart part, SheetCells cells, string name)
    {
        var rows = new List<List<string>>();
        var (formulas, failed) = (new List<string>(), new List<string>());
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement || reader.LoadCurrentElement() is not Row row)
                continue;

            if (LineOf(row, cells) is not { } line || !TryAdd(rows, line, row.RowIndex?.Value))
                return new SheetTooLarge(name);

            formulas.AddRange(row.Elements<Cell>().Where(cell => cell.CellFormula is not null).Select(Place));
            failed.AddRange(row.Elements<Cell>().Where(cell => cell.DataType?.Value == CellValues.Error).Select(Place));
        }

        return (formulas, failed) switch
        {
            ({ Count: > 0 }, _) => new SheetHasFormulas(name, string.Join(", ", formulas.Take(5))),
            (_, { Count: > 0 }) => new SheetHasFailedCells(name, string.Join(", ", failed.Take(5))),
            _ => new SheetRows([.. rows]),
        };
    }

    /// <returns>Null for a row that is wider, or a cell that is longer, than a table of people.</returns>
    private static List<string>? LineOf(Row row, SheetCells cells)
    {
        var line = new List<string>();
        var next = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            var column = ColumnOf(cell.CellReference?.Value, next);
            next = column + 1;
            var text = cells.TextOf(cell);
            if (string.IsNullOrWhiteSpace(text))
                continue;

            if (column >= MaxColumns || text.Length > MaxTextLength)
                return null;

            while (line.Count <= column)
                line.Add(string.Empty);

            line[column] = text;
        }

        return line;
    }

    /// <summary>
    /// Where Excel shows the row, so that a question about »række 7« is about the one that people see there: a file leaves out rows with
    /// nothing in them.
    /// </summary>
    /// <param name="number">1 for the first; null where the file does not say, and it is the next.</param>
    /// <returns>False where there is no room for it.</returns>
    private static bool TryAdd(List<List<string>> rows, List<string> line, uint? number)
    {
        if (line.Count == 0 && number is not null)
            return true;

        if (rows.Count >= MaxRows || number > MaxRows)
            return false;

        while (rows.Count + 1 < number)
            rows.Add([]);

        rows.Add(line);
        return true;
    }

    /// <summary>Where Excel shows the cell, »B7«; a cell that does not say has its text, or what it would show.</summary>
    private static string Place(Cell cell) => cell.CellReference?.Value ?? cell.CellValue?.Text ?? "uden adresse";

    /// <summary>0 for A, 27 for AB; where a cell does not say where it is, it is the next; <see cref="MaxColumns"/> for any beyond.</summary>
    private static int ColumnOf(string? reference, int next)
    {
        if (reference is null)
            return next;

        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
        {
            column = (column * 26) + letter - 'A' + 1;
            if (column > MaxColumns)
                return MaxColumns;
        }

        return column > 0 ? column - 1 : throw new InvalidDataException("No place in a sheet.");
    }
}

/// <param name="Rows">Each a list of cells; a shorter one has nothing in the others.</param>
public sealed record SheetRows(IReadOnlyList<IReadOnlyList<string>> Rows);

public sealed record SheetTooLarge(string Name)
    : Error($"»{Name}« er for stor: højst 2 MB, {SheetFile.MaxRows.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '.')} rækker og {SheetFile.MaxColumns} kolonner. Gem kun tabellen i en fil for sig, og prøv igen.");

public sealed record SheetDamaged(string Name)
    : Error($"»{Name}« er ikke et helt Excel-ark (.xlsx). Åbn det i Excel, gem det igen uden adgangskode, og prøv igen.");

public sealed record SheetEmpty(string Name) : Error($"»{Name}« er tom, så der er intet at læse.");

/// <summary>Which one is meant only people can say.</summary>
public sealed record SeveralSheets(string Name)
    : Error($"»{Name}« har flere ark med indhold. Gem det, jeg skal læse, som en fil for sig.");

/// <summary>What a formula would come to is not computed here.</summary>
public sealed record SheetHasFormulas(string Name, string Cells)
    : Error($"»{Name}« har formler ({Cells}), og dem regner jeg ikke ud. Kopiér tabellen, sæt den ind som værdier, og prøv igen.");

/// <summary>What should have stood where Excel shows #I/T only people know.</summary>
public sealed record SheetHasFailedCells(string Name, string Cells)
    : Error($"»{Name}« har fejl fra Excel ({Cells}), fx #I/T. Skriv, hvad der skal stå, og prøv igen.");
