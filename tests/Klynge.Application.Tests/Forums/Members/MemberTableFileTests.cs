using System.Globalization;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Klynge.Application.Forums.Members.Tables;
using Klynge.Documents.Sheets;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Tests.Forums.Members;

/// <summary>A table from a file: Excel and .csv as people have them, and files that mean harm.</summary>
public sealed class MemberTableFileTests
{
    private static readonly string[] Heads = ["Navn", "Rolle", "Kommune", "Fra", "Stemmeret"];

    [Fact]
    public void Sheet_IsReadAsPeopleSeeIt_WithItsDates()
    {
        var day = (new DateTime(2027, 1, 31) - new DateTime(1899, 12, 30)).TotalDays.ToString(CultureInfo.InvariantCulture);
        var table = Read(Workbook([Text(Heads), [.. Text("Ida Lund", "Næstformand", "Egholt Kommune"), new Cell { CellValue = new CellValue(day), StyleIndex = 1 }, new Cell { DataType = CellValues.Boolean, CellValue = new CellValue("1") }]])).Value;

        Assert.Empty(table.Questions);
        var row = Assert.Single(table.Rows);
        Assert.Equal((2, "Ida Lund", Role.DeputyChair, "Egholt Kommune", new LocalDate(2027, 1, 31), true), (row.Line, row.Who.Name, row.Facts.Role, row.Facts.Organisation, row.Facts.From, row.Facts.HasVote));
    }

    [Fact]
    public void CellsThatAreLeftOut_KeepTheirColumn_AndATitleAboveTheHeadsIsPassedOver()
    {
        var cells = Text("Ida Lund", "Egholt Kommune");
        (cells[0].CellReference, cells[1].CellReference) = ("A4", "C4");
        var table = Read(Workbook([Text("Medlemmer 2027 i rådet"), [], Text(Heads), cells])).Value;

        Assert.Equal(("Ida Lund", "Egholt Kommune", (Role?)null), (table.Rows[0].Who.Name, table.Rows[0].Facts.Organisation, table.Rows[0].Facts.Role));
    }

    [Fact]
    public void Formula_IsNotRun_ButAskedAbout()
    {
        var formula = new Cell { CellReference = "A2", CellFormula = new CellFormula("WEBSERVICE(\"http://x.example\")"), CellValue = new CellValue("Ida Lund"), DataType = CellValues.String };

        Assert.Contains("har formler (A2)", Assert.IsType<SheetHasFormulas>(Read(Workbook([Text(Heads), [formula]])).Error).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralFilledSheets_AnEmptyOne_AndTooMany_AreRefused()
    {
        Assert.IsType<SeveralSheets>(Read(Workbook([Text(Heads), Text("Ida Lund")], [Text("Andet")])).Error);
        Assert.True(Read(Workbook([Text(Heads), Text("Ida Lund")], [])).IsSuccess);
        Assert.IsType<SheetEmpty>(Read(Workbook([])).Error);
        Assert.IsType<SheetTooLarge>(Read(Workbook([Text(Heads), .. Enumerable.Repeat(0, 1_100).Select(_ => Text("Ida Lund"))])).Error);
        Assert.IsType<TableTooLarge>(Read(Workbook([Text(Heads), .. Enumerable.Repeat(0, 700).Select(_ => Text("Ida Lund"))])).Error);
        var far = Text("Ida Lund");
        far[0].CellReference = "XFD2";
        Assert.IsType<SheetTooLarge>(Read(Workbook([Text(Heads), far])).Error);
    }

    [Fact]
    public void HostileFiles_AreRefusedWithASentence()
    {
        var whole = Workbook([Text(Heads), Text("Ida Lund")]);
        Assert.IsType<SheetDamaged>(Read(whole[..(whole.Length / 2)]).Error);
        Assert.IsType<SheetDamaged>(Read([.. "PK"u8, 3, 4, .. new byte[200]]).Error);
        Assert.IsType<SheetDamaged>(Read(Zip(("xl/workbook.xml", "<x/>"))).Error);
        Assert.IsType<SheetDamaged>(Read([0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0]).Error);
        Assert.IsType<SheetTooLarge>(Read(new byte[3 * 1024 * 1024]).Error);
        Assert.IsType<SheetDamaged>(Read(Replaced(whole, "xl/worksheets", "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>")).Error);
        var bomb = $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row><c><v>{new string('1', 40_000_000)}</v></c></row></sheetData></worksheet>";
        var packed = Replaced(whole, "xl/worksheets", bomb);
        Assert.InRange(packed.Length, 1, 200_000);
        Assert.IsType<SheetDamaged>(Read(packed).Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Csv_IsReadInBothOfItsEncodings(bool isUtf8)
    {
        const string text = "\"Navn\";Rolle;Organisation\r\n\"Åse \"\"Øst\"\" Lund\";medlem;\"Egholt;\r\nKommune\"\r\n";
        byte[] content = isUtf8 ? [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)] : Encoding.Latin1.GetBytes(text);

        var row = Assert.Single(MemberTableFile.Read(content, "medlemmer.csv").Value.Rows);

        Assert.Equal(("Åse \"Øst\" Lund", "Egholt; Kommune"), (row.Who.Name, row.Facts.Organisation));
    }

    /// <summary>What a page shows of a file and gets back is the file: the same rows, with the numbers that Excel shows.</summary>
    [Fact]
    public void TextOfAFile_IsReadAsTheFile_WhateverStandsInIt()
    {
        string[] pieces = ["Ida Lund", "=1+1", "-", "Egholt; Kommune", "\"Å\"", "to\nlinjer", "med\ttab", " ", "", "+45", "'x", "medlem", "ja", "31-01-2027"];
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var rows = Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(4) == 0 ? [] : Text([.. Enumerable.Range(0, 5).Select(_ => pieces[random.Next(pieces.Length)])]));
            var file = Workbook([[], Text(Heads), .. rows, Text("Bo Friis")]);

            Assert.True(MemberTableFile.TextOf(file, "x.xlsx").TryGet(out var text, out var error), error?.Text);
            var (direct, shown) = (Read(file).Value, MemberTable.Read(text.ReplaceLineEndings("\n")).Value);

            Assert.Equal(direct.Questions, shown.Questions);
            Assert.Equal(direct.Rows.Select(row => row.ToString()), shown.Rows.Select(row => row.ToString()));
        }
    }

    [Fact]
    public void TextOfAFile_IsRefusedAsTheFileIs()
    {
        Assert.IsType<SheetDamaged>(MemberTableFile.TextOf([.. "PK"u8, 3, 4, .. new byte[200]], "x.xlsx").Error);
        Assert.IsType<SheetDamaged>(MemberTableFile.TextOf([0xD0, 0xCF, 0x11, 0xE0, 0, 0, 0], "x.xls").Error);
        Assert.IsType<SheetTooLarge>(MemberTableFile.TextOf(new byte[3 * 1024 * 1024], "x.csv").Error);
        Assert.Equal("Navn;Rolle\nÅse Lund;medlem", MemberTableFile.TextOf(Encoding.Latin1.GetBytes("Navn;Rolle\nÅse Lund;medlem"), "x.csv").Value);
    }

    private static Result<MemberTable> Read(byte[] content) => MemberTableFile.Read(content, "medlemmer.xlsx");

    private static Cell[] Text(params string[] texts) => [.. texts.Select(text => new Cell { DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) })];

    private static byte[] Workbook(params Cell[][][] sheets)
    {
        using var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.Workbook = new Workbook(new Sheets());
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            foreach (var (index, rows) in sheets.Index())
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(rows.Select(cells => new Row(cells))));
                book.Workbook.Sheets!.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)index + 1, Name = $"Ark{index + 1}" });
            }
        }

        return stream.ToArray();
    }

    private static byte[] Replaced(byte[] package, string folder, string content)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var name = zip.Entries.First(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal)).FullName;
            zip.GetEntry(name)!.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }

        return stream.ToArray();
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
