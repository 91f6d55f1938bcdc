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

            if (rows.Rows.Count > 0)
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
        var formulas = new List<string>();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType != typeof(Row) || !reader.IsStartElement || reader.LoadCurrentElement() is not Row row)
                continue;

            if (rows.Count == MaxRows)
                return new SheetTooLarge(name);

            var line = new List<string>();
            foreach (var cell in row.Elements<Cell>())
            {
                var text = cells.TextOf(cell);
                if (text.Length == 0 && cell.CellFormula is null)
                    continue;

                var column = ColumnOf(cell.CellReference?.Value, line.Count);
                if (column is < 0 or >= MaxColumns || text.Length > MaxTextLength)
                    return new SheetTooLarge(name);

                if (cell.CellFormula is not null)
                    formulas.Add(cell.CellReference?.Value ?? string.Empty);

                while (line.Count <= column)
                    line.Add(string.Empty);

                line[column] = text;
            }

            rows.Add(line);
        }

        while (rows.Count > 0 && rows[^1].TrueForAll(string.IsNullOrWhiteSpace))
            rows.RemoveAt(rows.Count - 1);

        return formulas.Count > 0 ? new SheetHasFormulas(name, string.Join(", ", formulas.Take(5))) : new SheetRows([.. rows]);
    }

    /// <summary>0 for A, 27 for AB; where a cell does not say where it is, it is the next.</summary>
    private static int ColumnOf(string? reference, int next)
    {
        if (reference is null)
            return next;

        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetterUpper))
        {
            column = (column * 26) + letter - 'A' + 1;
            if (column > MaxColumns)
                return int.MaxValue;
        }

        return column - 1;
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
