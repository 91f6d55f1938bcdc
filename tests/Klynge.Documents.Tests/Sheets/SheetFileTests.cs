using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Klynge.Documents.Sheets;
using Klynge.Domain.Common;
using static Klynge.Documents.Tests.Sheets.WorkbookFixture;

namespace Klynge.Documents.Tests.Sheets;

/// <summary>A sheet is read as people see it, each cell where it stands; what cannot be known is refused with its place.</summary>
public sealed class SheetFileTests
{
    [Fact]
    public void SharedTexts_AreTheWholeText_WithoutWhatStandsAboveIt()
    {
        var plain = new SharedStringItem(new Text("Ida Lund"));
        var inRuns = new SharedStringItem(new Run(new Text("Næst")), new Run(new RunProperties(new Bold()), new Text("formand")), new PhoneticRun(new Text("nej")), new Run());

        var rows = Rows([Line(Value("1", CellValues.SharedString), Value("0", CellValues.SharedString))], Shared(plain, inRuns));

        Assert.Equal(["Næstformand", "Ida Lund"], Assert.Single(rows));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("-1")]
    [InlineData("Ida Lund")]
    public void SharedText_ThatIsNotThere_IsNoEmptyCell(string index) =>
        Assert.IsType<SheetDamaged>(Read([Line(Text("Navn"), Value(index, CellValues.SharedString))], Shared(new SharedStringItem(new Text("Ida Lund")))).Error);

    [Fact]
    public void SharedText_OfAFileWithoutAny_IsDamage() =>
        Assert.IsType<SheetDamaged>(Read([Line(Value("0", CellValues.SharedString))]).Error);

    [Fact]
    public void CellsOfOtherKinds_AreReadAsTheyAreShown()
    {
        var rows = Rows([Line(
            Value("1", CellValues.Boolean), Value("0", CellValues.Boolean), Value("12"), Value("7.5", CellValues.Number), Value("tekst", CellValues.String),
            Value("2027-01-31T00:00:00", CellValues.Date), new Cell { DataType = CellValues.InlineString }, new Cell(), Text("sidst"))]);

        Assert.Equal(["ja", "nej", "12", "7.5", "tekst", "2027-01-31", "", "", "sidst"], Assert.Single(rows));
    }

    [Theory]
    [InlineData(14, null, "46418", "2027-01-31")]
    [InlineData(15, null, "46418", "2027-01-31")]
    [InlineData(17, null, "46418", "2027-01-31")]
    [InlineData(22, null, "46418.75", "2027-01-31")]
    [InlineData(164, "dd-mm-yyyy", "46418", "2027-01-31")]
    [InlineData(165, "d. mmmm åååå", "46418", "2027-01-31")]
    [InlineData(166, "[$-406]D. MMMM YYYY;@", "46418", "2027-01-31")]
    [InlineData(14, null, "61", "1900-03-01")]
    [InlineData(14, null, "60", "60")]
    [InlineData(14, null, "2958466", "2958466")]
    [InlineData(14, null, "ukendt", "ukendt")]
    [InlineData(0, null, "46418", "46418")]
    [InlineData(13, null, "46418", "46418")]
    [InlineData(18, null, "46418", "46418")]
    [InlineData(21, null, "46418", "46418")]
    [InlineData(167, null, "46418", "46418")]
    [InlineData(168, "mm/yyyy", "46418", "46418")]
    [InlineData(169, "dddd", "46418", "46418")]
    [InlineData(170, "0 \"pr. dyr\"", "46418", "46418")]
    [InlineData(171, "[Rød]0\\y", "46418", "46418")]
    [InlineData(172, "#.##0\\d\\y", "46418", "46418")]
    public void Number_IsADate_WhereItsFormatShowsADayAndAYear(uint format, string? code, string value, string expected) =>
        Assert.Equal([expected], Assert.Single(Rows([Line(Value(value, style: 0))], Formats((format, code)))));

    [Fact]
    public void Number_WithoutAKnownFormat_IsANumber()
    {
        Assert.Equal(["46418"], Assert.Single(Rows([Line(Value("46418", style: 3))], Formats((14, null)))));
        Assert.Equal(["46418"], Assert.Single(Rows([Line(Value("46418", style: 0))])));
        Assert.Equal(["46418"], Assert.Single(Rows([Line(Value("46418", style: 0))], book => book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet())));
        Assert.Equal(["46418", "46419"], Assert.Single(Rows([Line(Value("46418", style: 0), Value("46419", style: 1))], book =>
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = new Stylesheet(
                new NumberingFormats(new NumberingFormat { FormatCode = "dd-mm-yyyy" }, new NumberingFormat { NumberFormatId = 164 }),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 164 })))));
        Assert.Equal(["46418"], Assert.Single(Rows([Line(Value("46418", CellValues.String, 0))], Formats((14, null)))));
    }

    [Fact]
    public void FormatOfAHostileFile_IsNoDate_AndTakesNoTime() =>
        Assert.Equal(["46418"], Assert.Single(Rows([Line(Value("46418", style: 0))], Formats((164, $"dd-mm-yyyy{new string('[', 4_000_000)}")))));

    [Theory]
    [InlineData(true, "44956", "2027-01-31")]
    [InlineData(false, "44956", "2023-01-30")]
    [InlineData(true, "1", "1904-01-02")]
    public void Days_AreCountedFromTheYearThatTheFileSays(bool is1904, string value, string expected)
    {
        var rows = Rows([Line(Value(value, style: 0))], book =>
        {
            Formats((14, null))(book);
            book.Workbook!.WorkbookProperties!.Date1904 = is1904;
        });

        Assert.Equal([expected], Assert.Single(rows));
    }

    [Fact]
    public void Cells_StandWhereTheySay_AndElseAfterTheOneBefore()
    {
        var rows = Rows([
            Line(Text("første", "A1"), Text("niogtyvende", "AC1"), Text("tredivte")),
            Line(new Cell(), Text("anden"), Value(" ", CellValues.String), Text("fjerde")),
            Line(Text("sidste kolonne", "AX3"), new Cell { CellReference = "XFD3", StyleIndex = 1 }),
        ]);

        Assert.Equal(["første", "niogtyvende", "tredivte"], [rows[0][0], rows[0][28], rows[0][29]]);
        Assert.Equal(["", "anden", "", "fjerde"], rows[1]);
        Assert.Equal((50, "sidste kolonne"), (rows[2].Count, rows[2][49]));
    }

    [Fact]
    public void Rows_KeepTheNumberThatPeopleSee_AndEmptyOnesAreNotCounted()
    {
        var last = Line(Text("Ida Lund"));
        last.RowIndex = 7;
        var styled = Line(new Cell { StyleIndex = 1 });
        styled.RowIndex = 1_048_576;

        var rows = Rows([Line(Text("Navn")), last, styled]);

        Assert.Equal((7, "Ida Lund"), (rows.Count, rows[6][0]));
        Assert.All(rows.Skip(1).Take(5), Assert.Empty);
    }

    [Fact]
    public void MoreThanATableOfPeople_IsTooLarge()
    {
        var far = Line(Text("Ida Lund"));
        far.RowIndex = 1_001;

        Assert.IsType<SheetTooLarge>(Read([Line(Text("Navn")), far]).Error);
        Assert.IsType<SheetTooLarge>(Read(Enumerable.Range(0, 1_001).Select(_ => Line(Text("Ida Lund")))).Error);
        Assert.IsType<SheetTooLarge>(Read([Line(Text("Ida Lund", "AY1"))]).Error);
        Assert.IsType<SheetTooLarge>(Read([Line(Text("Ida Lund", "ZZZZZZZ1"))]).Error);
        Assert.IsType<SheetTooLarge>(Read([Line(Text(new string('a', 2_001)))]).Error);
        Assert.Equal(1_000, Rows(Enumerable.Range(0, 1_000).Select(_ => Line(Text("Ida Lund")))).Count);
        Assert.IsType<SheetTooLarge>(SheetFile.Read(new byte[SheetFile.MaxBytes + 1], "a.xlsx").Error);
    }

    [Fact]
    public void FormulasAndFailedCells_AreAskedAboutByTheirPlace()
    {
        var formula = new Cell { CellReference = "B2", CellFormula = new CellFormula("A1"), CellValue = new CellValue("#N/A"), DataType = CellValues.Error };
        var alone = new Cell { CellFormula = new CellFormula("A1"), CellValue = new CellValue("4") };
        var nothing = new Cell { CellFormula = new CellFormula("A1") };

        Assert.Equal(("medlemmer.xlsx", "B2, 4, uden adresse"), Assert.IsType<SheetHasFormulas>(Read([Line(Text("Navn")), Line(formula, alone, nothing)]).Error) is var asked ? (asked.Name, asked.Cells) : default);
        Assert.Equal("C1, #REF!", Assert.IsType<SheetHasFailedCells>(Read([Line(Text("Navn"), Value("#N/A", CellValues.Error, place: "C1"), Value("#REF!", CellValues.Error))]).Error).Cells);
    }

    [Fact]
    public void OneFilledSheet_IsTheOneThatPeopleSee()
    {
        Assert.Equal(["Navn"], Assert.Single(Rows([Line(Text("Navn"))], book => Add(book, [Line(Text("skjult"))]).State = SheetStateValues.Hidden)));
        Assert.Equal(["Navn"], Assert.Single(Rows([Line(Text("Navn"))], book => Add(book, [Line(new Cell())]).State = SheetStateValues.Visible)));
        Assert.Equal(["Navn"], Assert.Single(Rows([Line(Text("Navn"))], book => Add(book, [Line(Text("uden id"))]).Id = null)));
        Assert.Equal(["Navn"], Assert.Single(Rows([Line(Text("Navn"))], WithChart)));
        Assert.IsType<SeveralSheets>(Read([Line(Text("Navn"))], book => Add(book, [Line(Text("andet"))])).Error);
        Assert.IsType<SheetEmpty>(Read([Line()]).Error);
        Assert.IsType<SheetEmpty>(Read([Line(Text("Navn"))], book => book.Workbook!.Sheets!.Elements<Sheet>().First().State = SheetStateValues.VeryHidden).Error);
        Assert.IsType<SheetTooLarge>(Read([Line(Text("Navn"))], book => Add(book, [Line(Text("langt ude", "AY1"))])).Error);
    }

    [Fact]
    public void WhatIsNoWorkbook_IsDamage()
    {
        var whole = Build([Line(Text("Navn", "A1"))]);

        Assert.IsType<SheetDamaged>(SheetFile.Read("Navn;Rolle"u8.ToArray(), "a.xlsx").Error);
        Assert.IsType<SheetDamaged>(SheetFile.Read(WordFixture.Build(), "a.xlsx").Error);
        Assert.IsType<SheetDamaged>(SheetFile.Read(Changed(whole, "_rels/.rels", text => text.Replace("/officeDocument\"", "/other\"", StringComparison.Ordinal)), "a.xlsx").Error);
        Assert.IsType<SheetDamaged>(SheetFile.Read(Changed(whole, "xl/worksheets/sheet1.xml", text => text.Replace("\"A1\"", "\"1\"", StringComparison.Ordinal)), "a.xlsx").Error);
        Assert.IsType<SheetDamaged>(SheetFile.Read(Changed(whole, "xl/workbook.xml", text => text.Replace("r:id=\"", "r:id=\"x", StringComparison.Ordinal)), "a.xlsx").Error);
        Assert.IsType<SheetEmpty>(SheetFile.Read(Changed(whole, "xl/workbook.xml", text => text[..text.IndexOf("<x:sheets", StringComparison.Ordinal)] + "</x:workbook>"), "a.xlsx").Error);
        Assert.Throws<ArgumentNullException>(() => SheetFile.Read(null!, "a.xlsx"));
    }

    private static void WithChart(WorkbookPart book)
    {
        var part = book.AddNewPart<ChartsheetPart>();
        part.Chartsheet = new Chartsheet(new ChartSheetViews());
        book.Workbook!.Sheets!.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = 9, Name = "Diagram" });
    }

    private static IReadOnlyList<IReadOnlyList<string>> Rows(IEnumerable<Row> rows, Action<WorkbookPart>? change = null) => Read(rows, change).Value.Rows;

    private static Result<SheetRows> Read(IEnumerable<Row> rows, Action<WorkbookPart>? change = null) => SheetFile.Read(Build(rows, change), "medlemmer.xlsx");
}
