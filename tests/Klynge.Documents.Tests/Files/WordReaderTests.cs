using Klynge.Documents.Files;
using static Klynge.Documents.Tests.Files.WordPackage;

namespace Klynge.Documents.Tests.Files;

/// <summary>What a secretary sees on the page of a Word document is what is read of it, and nothing else.</summary>
public sealed class WordReaderTests
{
    /// <summary>Two lists that count on together, three that do not, and one of a format that is nowhere.</summary>
    private const string Lists = """
        <w:num w:numId="7"><w:abstractNumId w:val="4"/></w:num>
        <w:num w:numId="8"><w:abstractNumId w:val="4"/></w:num>
        <w:num w:numId="9"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
        <w:num w:numId="10"><w:abstractNumId w:val="4"/><w:lvlOverride><w:startOverride/></w:lvlOverride></w:num>
        <w:num w:numId="11"><w:abstractNumId w:val="44"/></w:num><w:num w:numId="12"/><w:num/>
        """;

    [Theory]
    [InlineData("<w:p><w:r><w:t>Kajen</w:t></w:r><w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Kranen</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>", "Kajen|Kranen")]
    [InlineData("<w:p><w:r><w:t>Kajen</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>Kranen</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>Kranen</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>", "Kajen|Kranen")]
    [InlineData("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Kajen</w:t></w:r></w:p><w:p><w:r><w:t>Kranen</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "Kajen|Kranen")]
    [InlineData("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Kajen</w:t></w:r></w:p></w:tc><w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>Kranen</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>", "Kajen\tKranen")]
    [InlineData("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Kajen</w:t></w:r></w:p></w:tc><w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>Kranen</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>", "Kajen\tKranen")]
    [InlineData("<w:tbl><w:tr/></w:tbl><w:p><w:r><w:t>Kajen</w:t></w:r></w:p>", "Kajen")]
    [InlineData("<w:tbl><w:tr><w:tc/></w:tr></w:tbl><w:p><w:r><w:t>Kajen</w:t></w:r></w:p>", "Kajen")]
    [InlineData("<w:sdt><w:sdtContent><w:p><w:r><w:t>Kajen</w:t></w:r></w:p></w:sdtContent></w:sdt>", "Kajen")]
    [InlineData("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Quick Parts\"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Kajen</w:t></w:r></w:p></w:sdtContent></w:sdt>", "Kajen")]
    [InlineData("<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Kajen</w:t></w:r></w:p></w:sdtContent></w:sdt>", "Kajen")]
    [InlineData("<w:customXml w:element=\"sag\"><w:p><w:r><w:t>Kajen</w:t></w:r></w:p></w:customXml>", "Kajen")]
    [InlineData("<w:p><w:hyperlink w:anchor=\"a\"><w:r><w:t>Kajen</w:t></w:r></w:hyperlink></w:p>", "Kajen")]
    [InlineData("<w:p><w:r><w:t>Kajen</w:t><w:br w:type=\"page\"/><w:br w:type=\"column\"/></w:r></w:p>", "Kajen")]
    [InlineData("<w:p><w:r><w:t>Kajen</w:t><w:br w:type=\"textWrapping\"/><w:t>Kranen</w:t><w:cr/><w:t>Molen</w:t></w:r></w:p>", "Kajen\nKranen\nMolen")]
    [InlineData("<w:p><w:r><w:t>E</w:t><w:noBreakHyphen/><w:t>journal</w:t><w:tab/><w:t>2027</w:t></w:r></w:p>", "E-journal\t2027")]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>Skjult</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>Kajen</w:t></w:r></w:p>", "Kajen")]
    [InlineData("<w:p><w:moveFrom w:id=\"1\" w:author=\"x\"><w:r><w:t>Flyttet</w:t></w:r></w:moveFrom><w:r><w:t>Kajen</w:t></w:r></w:p>", "Kajen")]
    [InlineData("<w:p><w:r><w:t>Kajen</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>", "Kajen|[Bygget 1932]")]
    [InlineData("<w:p><w:r><w:t>Kajen</w:t></w:r><w:r><w:footnoteReference w:id=\"9\"/></w:r><w:r><w:footnoteReference/></w:r></w:p>", "Kajen")]
    public async Task WhatThePageShows_IsRead(string body, string lines)
    {
        const string notes = "<w:footnote w:id=\"2\"><w:p><w:r><w:t>Bygget 1932</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"3\"><w:p/></w:footnote><w:footnote><w:p><w:r><w:t>Uden nummer</w:t></w:r></w:p></w:footnote>";

        var read = await ReadAsync(Of(body, notes: notes));

        Assert.Equal(lines.Split('|'), read.Where(line => !line.IsBlank).Select(line => line.Text));
    }

    /// <summary>Word keeps no number in the text: each is counted as its list says.</summary>
    [Theory]
    [InlineData("<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/>", "1.|2.|3.")]
    [InlineData("<w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"Punkt %1:\"/>", "Punkt 3:|Punkt 4:|Punkt 5:")]
    [InlineData("<w:start w:val=\"26\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%1)\"/>", "z)|27)|28)")]
    [InlineData("<w:start w:val=\"25\"/><w:numFmt w:val=\"upperLetter\"/><w:lvlText w:val=\"%1)\"/>", "Y)|Z)|27)")]
    [InlineData("<w:numFmt w:val=\"decimal\"/>", "1.|2.|3.")]
    [InlineData("<w:start/><w:numFmt w:val=\"decimal\"/><w:lvlText/>", "1.|2.|3.")]
    [InlineData("<w:numFmt w:val=\"none\"/><w:lvlText w:val=\"%1.\"/>", "||")]
    [InlineData("<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"-\"/>", "•|•|•")]
    [InlineData("<w:numFmt/>", "•|•|•")]
    [InlineData("", "•|•|•")]
    public async Task AListOfWord_HasTheLabelsThatWordShows(string level, string labels)
    {
        var numbering = $"<w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\">{level}</w:lvl></w:abstractNum>{Lists}";

        Assert.Equal(labels.Split('|'), await LabelsAsync(numbering, (7, 0), (7, 0), (7, 0)));
    }

    [Fact]
    public async Task NestedNumbers_CountUnderTheOneAbove_AndAListThatStartsOverIsItsOwn()
    {
        const string numbering = $"""
            <w:abstractNum w:abstractNumId="4">
              <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>
              <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
            </w:abstractNum>{Lists}
            """;

        var labels = await LabelsAsync(numbering, (7, 0), (7, 1), (7, 1), (8, 0), (7, 1), (9, 0), (9, 0), (10, 0), (8, 0));

        Assert.Equal(["1", "1.1", "1.2", "2", "2.1", "5", "6", "1", "3"], labels);
    }

    /// <summary>A paragraph of no list, of a list that is nowhere, or on a level that Word does not have is plain text.</summary>
    [Fact]
    public async Task NoListOfTheDocument_HasNoLabel()
    {
        const string numbering = $"<w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum>{Lists}";

        Assert.Equal(["1.", "", "", "", "", "•", "2."], await LabelsAsync(numbering, (7, 0), (0, 0), (70, 0), (7, 9), (7, -1), (11, 0), (7, 0)));
    }

    [Theory]
    [InlineData("<w:numPr><w:ilvl w:val=\"0\"/></w:numPr>", "1.")]
    [InlineData("<w:numPr><w:numId/></w:numPr>", "1.")]
    [InlineData("<w:numPr><w:numId w:val=\"0\"/></w:numPr>", "")]
    [InlineData("", "1.")]
    public async Task AParagraphOfANumberedStyle_IsNumbered_UnlessItSaysNo(string own, string label)
    {
        const string styles = "<w:style w:type=\"paragraph\" w:styleId=\"Punkt\"><w:name w:val=\"Punkt\"/><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr></w:style>";
        const string numbering = $"<w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum>{Lists}";

        var read = await ReadAsync(Of(P("Kajen", $"<w:pStyle w:val=\"Punkt\"/>{own}"), styles, numbering));

        Assert.Equal(label, Assert.Single(read).ListLabel);
    }

    [Fact]
    public async Task ListsInTheCellsOfATable_KeepTheirLabels_AndEmptyParagraphsCountForNone()
    {
        const string numbering = $"<w:abstractNum w:abstractNumId=\"4\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum>{Lists}";
        const string list = "<w:numPr><w:numId w:val=\"7\"/></w:numPr>";

        var read = await ReadAsync(Of($"<w:tbl><w:tr><w:tc>{P("Godkendt")}</w:tc><w:tc>{P("Kajen", list)}{P("", list)}{P("Kranen", list)}</w:tc></w:tr></w:tbl>", numbering: numbering));

        Assert.Equal(("Godkendt\t1. Kajen\n2. Kranen", true), (Assert.Single(read).Text, read[0].IsTableRow));
    }

    [Theory]
    [InlineData("<w:name w:val=\"heading 2\"/>", 2)]
    [InlineData("<w:name w:val=\"Overskrift 3\"/>", 3)]
    [InlineData("<w:name w:val=\"heading 12\"/>", 0)]
    [InlineData("<w:name w:val=\"Overskrift lokal\"/>", 0)]
    [InlineData("<w:name w:val=\"Sag\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>", 2)]
    [InlineData("<w:name w:val=\"Sag\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>", 0)]
    [InlineData("<w:name w:val=\"Sag\"/><w:pPr><w:outlineLvl/></w:pPr>", 0)]
    [InlineData("<w:name w:val=\"Sag\"/><w:basedOn w:val=\"Grund\"/>", 1)]
    [InlineData("<w:name w:val=\"Sag\"/><w:basedOn/>", 0)]
    [InlineData("<w:name/>", 0)]
    [InlineData("", 0)]
    public async Task AParagraph_IsAHeadingOfTheLevelOfItsStyle(string style, int level)
    {
        var styles = $"<w:style w:type=\"paragraph\" w:styleId=\"Egen\">{style}</w:style><w:style w:type=\"paragraph\" w:styleId=\"Grund\"><w:name w:val=\"heading 1\"/></w:style><w:style w:type=\"paragraph\"/>";

        Assert.Equal(level, Assert.Single(await ReadAsync(Of(P("Kajen", "<w:pStyle w:val=\"Egen\"/>"), styles))).HeadingLevel);
    }

    [Theory]
    [InlineData("<w:rPr><w:b/></w:rPr>", true)]
    [InlineData("<w:rPr><w:b w:val=\"1\"/></w:rPr>", true)]
    [InlineData("<w:rPr><w:b w:val=\"0\"/></w:rPr>", false)]
    [InlineData("<w:rPr><w:i/></w:rPr>", false)]
    [InlineData("", false)]
    public async Task AParagraph_IsBoldWhereAllOfItIs(string look, bool isBold) =>
        Assert.Equal(isBold, Assert.Single(await ReadAsync(Of($"<w:p><w:r>{look}<w:t>Kajen</w:t></w:r></w:p>"))).IsBold);

    [Fact]
    public async Task OfPageHeads_OnlyWhatSaysSomethingOfTheMeetingIsRead_AndOnce()
    {
        var read = await ReadAsync(Of(P("Kajen"), head: $"{P("Sagsnr. 26/118")}{P("Side 1 af 2")}{P("Sagsnr. 26/118")}"));

        Assert.Equal(["Sagsnr. 26/118", "Kajen"], read.Select(line => line.Text));
    }

    [Fact]
    public async Task ADocumentWithoutText_IsRefusedAsEmpty() =>
        Assert.IsType<MinutesFileEmpty>((await MinutesReader.ReadAsync(new MemoryStream(Of("<w:p/>")), "tom.docx", TestContext.Current.CancellationToken)).Error);

    private static async Task<IEnumerable<string>> LabelsAsync(string numbering, params (int List, int Level)[] paragraphs) => (await ReadAsync(Of(
        string.Concat(paragraphs.Select(one => P("Kajen", $"<w:numPr><w:ilvl w:val=\"{one.Level}\"/><w:numId w:val=\"{one.List}\"/></w:numPr>"))), numbering: numbering))).Select(line => line.ListLabel);

    private static async Task<IReadOnlyList<SourceLine>> ReadAsync(byte[] file)
    {
        var source = await MinutesReader.ReadAsync(new MemoryStream(file), "referat.docx", TestContext.Current.CancellationToken);
        Assert.True(source.IsSuccess, source.Error?.Text);
        return source.Value.Lines;
    }
}
