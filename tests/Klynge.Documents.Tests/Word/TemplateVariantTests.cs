using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Klynge.Documents.Files;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Tests.Word;

/// <summary>Templates lack what their program saw no need to write: the document is valid, and what is missing is ours.</summary>
public sealed class TemplateVariantTests : IDisposable
{
    private const string Space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Normal = "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>";
    private const string A4 = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";

    /// <summary>The smallest that a program may write.</summary>
    private static readonly string Theme = $"""
        <a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Havet"><a:themeElements>
          <a:clrScheme name="Havet">{Each("dk1 lt1 dk2 lt2 accent1 accent2 accent3 accent4 accent5 accent6 hlink folHlink", "<a:srgbClr val=\"C00000\"/>")}</a:clrScheme>
          <a:fontScheme name="Havet">{Each("majorFont minorFont", "<a:latin typeface=\"Georgia\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>")}</a:fontScheme>
          <a:fmtScheme name="Havet">
            <a:fillStyleLst>{Fills}</a:fillStyleLst><a:lnStyleLst>{Each("ln ln ln", Fill)}</a:lnStyleLst>
            <a:effectStyleLst>{Each("effectStyle effectStyle effectStyle", "<a:effectLst/>")}</a:effectStyleLst><a:bgFillStyleLst>{Fills}</a:bgFillStyleLst>
          </a:fmtScheme>
        </a:themeElements></a:theme>
        """;

    private const string Fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>";
    private const string Fills = Fill + Fill + Fill;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klynge-variant-");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Our own text is 9354 twentieths of a point wide.</summary>
    [Theory]
    [InlineData("", 9354)]
    [InlineData("<w:sectPr/>", 9354)]
    [InlineData($"<w:sectPr>{A4}</w:sectPr>", 9354)]
    [InlineData("<w:sectPr><w:pgSz w:h=\"16838\"/><w:pgMar w:left=\"1000\" w:right=\"1000\"/></w:sectPr>", 9354)]
    [InlineData($"<w:sectPr>{A4}<w:pgMar w:top=\"1000\" w:right=\"906\" w:bottom=\"1000\" w:left=\"1000\" w:header=\"500\" w:footer=\"500\" w:gutter=\"1000\"/></w:sectPr>", 9000)]
    [InlineData($"<w:sectPr>{A4}<w:pgMar w:top=\"1000\" w:right=\"6000\" w:bottom=\"1000\" w:left=\"6000\" w:header=\"500\" w:footer=\"500\" w:gutter=\"0\"/></w:sectPr>", 9354)]
    public void Tables_AreAsWideAsTheTemplatesText(string section, int width)
    {
        using var document = Write(Read(Normal, section));

        Assert.All(document.MainDocumentPart!.Document!.Body!.Elements<Table>(), table => Assert.InRange(Width(table), width - 40, width));
        Assert.Contains("Havneforum", Assert.Single(document.MainDocumentPart.HeaderParts).Header!.InnerText, StringComparison.Ordinal);

        static int Width(Table table) => table.Descendants<GridColumn>().Sum(column => int.Parse(column.Width!.Value!, System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Bullets are our list, wherever the template's style for them has room for it; two styles of one name are the first.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("<w:pPr><w:spacing w:after=\"100\"/></w:pPr>")]
    [InlineData("<w:pPr><w:keepNext/><w:numPr><w:numId w:val=\"9\"/></w:numPr></w:pPr>")]
    [InlineData("<w:rPr><w:i/></w:rPr>")]
    public void StyleOfBullets_HasOurList(string properties)
    {
        using var document = Write(Read($"""
            <w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="30"/></w:rPr></w:rPrDefault></w:docDefaults>{Normal}
            <w:style w:type="paragraph" w:styleId="Punkt"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>{properties}</w:style>
            <w:style w:type="paragraph" w:styleId="Punkt2"><w:name w:val="list bullet"/><w:rPr><w:b/></w:rPr></w:style>
            """));
        var styles = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!;
        var bullet = Assert.Single(styles.Elements<Style>(), style => style.StyleId == "ListBullet");

        Assert.Equal(1, bullet.StyleParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value);
        Assert.Null(bullet.StyleRunProperties?.Bold);
        Assert.Equal("30", styles.DocDefaults!.Descendants<FontSize>().Single().Val!.Value);
    }

    [Fact]
    public void AHeadWithALink_KeepsItsWords_OnEveryPage()
    {
        using var document = Write(Read(Normal, $"<w:sectPr><w:headerReference r:id=\"rIdHead\"/>{A4}</w:sectPr>", head: "<w:p><w:hyperlink w:anchor=\"x\"><w:r><w:t>havet.example</w:t></w:r></w:hyperlink></w:p>"));
        var head = Assert.Single(document.MainDocumentPart!.HeaderParts).Header!;

        Assert.Equal(("havet.example", 0), (head.InnerText, head.Descendants<Hyperlink>().Count()));
        Assert.Equal(HeaderFooterValues.Default, document.MainDocumentPart.Document!.Descendants<HeaderReference>().Single().Type!.Value);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void Theme_IsTheTemplates_UnlessItNeedsOtherFiles(bool hasPicture, bool isTaken)
    {
        using var document = Write(Read(Normal, hasTheme: true, hasPicture: hasPicture));

        Assert.Equal(isTaken, document.MainDocumentPart!.ThemePart is not null);
    }

    [Theory]
    [InlineData(null, "<w:body/>")]
    [InlineData(Normal, "")]
    public void AFileWithoutStylesOrText_IsNoTemplate(string? styles, string body) =>
        Assert.IsType<WordTemplateDamaged>(WordTemplateReader.Read(Saved(Build(styles, body))).Error);

    private static WordprocessingDocument Write(WordTemplate template)
    {
        using var stream = new MemoryStream();
        var items = new MinutesItem { Number = 1, Title = "Kranen", Sections = [new MinutesSection("Sag", "- et\n- to\n\n| Post | Beløb |\n|---|---|\n| Løn | 4.000 |")] };
        MinutesDocumentWriter.Write(new MinutesDocument { Forum = "Havneforum", Place = "Kajen", Items = [items] }, stream, template: template);
        WordTemplateTests.AssertValid(stream.ToArray());
        return WordprocessingDocument.Open(new MemoryStream(stream.ToArray()), isEditable: false);
    }

    private static byte[] Build(string? styles, string body, string? head = null, bool hasTheme = false, bool hasPicture = false)
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Template))
        {
            var main = file.AddMainDocumentPart();
            Feed(main, $"<w:document {Space}>{body}</w:document>");
            if (styles is not null)
                Feed(main.AddNewPart<StyleDefinitionsPart>(), $"<w:styles {Space}>{styles}</w:styles>");

            if (head is not null)
                Feed(main.AddNewPart<HeaderPart>("rIdHead"), $"<w:hdr {Space}>{head}</w:hdr>");

            if (hasTheme)
                Feed(main.AddNewPart<ThemePart>(), Theme);

            if (hasPicture)
                main.ThemePart!.AddImagePart(ImagePartType.Png);
        }

        return stream.ToArray();
    }

    private static string Each(string names, string content) => string.Concat(names.Split(' ').Select(name => $"<a:{name}>{content}</a:{name}>"));

    private static void Feed(OpenXmlPart part, string xml)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(xml));
        part.FeedData(stream);
    }

    private WordTemplate Read(string styles, string section = "", string? head = null, bool hasTheme = false, bool hasPicture = false) =>
        WordTemplateReader.Read(Saved(Build(styles, $"<w:body><w:p/>{section}</w:body>", head, hasTheme, hasPicture))).Value;

    private string Saved(byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, "skabelon.dotx");
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
