using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Klynge.Documents.Tests;

/// <summary>
/// Minutes as a secretary makes them in a Danish Word: automatic numbers, a table of facts and one of people, soft breaks, a table of contents,
/// headers and footers, a deleted and an inserted word.
/// </summary>
internal static class WordFixture
{
    public static byte[] Build()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = Numbering();
            main.AddNewPart<HeaderPart>().Header = new Header(P("Sidehoved der ikke er indhold"));
            main.Document = new Document(Body());
        }

        return stream.ToArray();
    }

    private static Body Body() => new(
        P("Referat af møde i Driftsforum Havnen", style: "Titel"),
        T(["Dato", "Torsdag den 8. januar 2026"], ["Tid", "kl. 9.00 til 11.30"], ["Sted", "Kajen 4"], ["Mødeleder", "Ida Skov"], ["Sagsnr.", "26/118"]),
        P("Deltagere", bold: true),
        T(["Navn", "Organisation", "Bemærkning"], ["Ida Skov", "Region Havet", "formand"], ["Tor Ågård", "Klit Kommune", "afbud"]),
        new SdtBlock(
            new SdtProperties(new SdtContentDocPartObject(new DocPartGallery { Val = "Table of Contents" })),
            new SdtContentBlock(P("Godkendelse af dagsorden\t1"), P("Ny vagtplan\t2"))),
        P("Godkendelse af dagsorden", style: "Overskrift1"),
        P("Beslutning", style: "Overskrift2"),
        P("Godkendt."),
        P("Ny vagtplan v/ Tor Ågård (15 min.)", style: "Overskrift1"),
        P("Sagsfremstilling", style: "Overskrift2"),
        new Paragraph(new Run(new Text("Planen gælder")), new DeletedRun(new Run(new DeletedText(" ikke"))), new InsertedRun(new Run(new Text(" fra marts:"))), new Run(new Break(), new Text("også i weekenden."))),
        P("dag", list: 2),
        P("aften", list: 2, level: 1),
        P("Det indstilles, at driftsforum"),
        P("godkender planen", list: 3),
        P("sender den i høring", list: 3),
        P("Bilag: Vagtplan"),
        P("Beslutning", style: "Overskrift2"),
        P("Planen blev godkendt."),
        P("Eventuelt", style: "Overskrift1"),
        P("Intet."));

    private static Paragraph P(string text, string? style = null, bool bold = false, int list = 0, int level = 0)
    {
        var properties = new ParagraphProperties();
        if (style is not null)
            properties.ParagraphStyleId = new ParagraphStyleId { Val = style };

        if (list > 0)
            properties.NumberingProperties = new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = list });

        var run = new Run(new Text(text));
        run.RunProperties = bold ? new RunProperties(new Bold()) : null;
        return new Paragraph(properties, run);
    }

    private static Table T(params string[][] rows) => new(rows.Select(row => new TableRow(row.Select(cell => new TableCell(P(cell))))));

    private static Styles Styles() => new(
        Style("Titel", "Title", null),
        Style("Overskrift1", "heading 1", new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = 1 }))),
        Style("Overskrift2", "heading 2", null));

    private static Style Style(string id, string name, StyleParagraphProperties? properties)
    {
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (properties is not null)
            style.Append(properties);

        return style;
    }

    private static Numbering Numbering() => new(
        Format(1, NumberFormatValues.Decimal, "%1."),
        Format(2, NumberFormatValues.Bullet, "•"),
        Format(3, NumberFormatValues.LowerLetter, "%1)"),
        List(1),
        List(2),
        List(3));

    private static AbstractNum Format(int id, NumberFormatValues format, string text) => new(
        Enumerable.Range(0, 2).Select(level => new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new LevelText { Val = text })
        { LevelIndex = level }))
    { AbstractNumberId = id };

    private static NumberingInstance List(int id) => new(new AbstractNumId { Val = id }) { NumberID = id };
}
