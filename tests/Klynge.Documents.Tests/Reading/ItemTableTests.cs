using Klynge.Documents.Files;
using Klynge.Documents.Reading;
using Klynge.Documents.Tests.Files;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Tests.Reading;

/// <summary>Minutes that are one table, a row an item: which column is which is told by its head.</summary>
public sealed class ItemTableTests
{
    [Theory]
    [InlineData("Nr.\tPunkt\tReferat", "1\tVelkomst\tIda bød velkommen.\n2.\tKajen\tKajen er lang.", "1|Velkomst||Ida bød velkommen.", "2|Kajen||Kajen er lang.")]
    [InlineData("Pkt\tEmne\tBeslutning\tAnsvarlig", "1)\tVelkomst\tGodkendt.\tIda Bang\n2)\tKajen\tUdsat.", "1|Velkomst|Ida Bang|Godkendt.", "2|Kajen||Udsat.")]
    [InlineData("Punkt nr.\tTitel\tOplægsholder\tReferat", "1\tVelkomst\tIda Bang\tGodkendt.\n2\tKajen\t\tUdsat.", "1|Velkomst|Ida Bang|Godkendt.", "2|Kajen||Udsat.")]
    [InlineData("Dagsorden\tHvem", "1. Velkomst\tIda Bang\n2. Kajen\tTor Holm", "1|Velkomst|Ida Bang|", "2|Kajen|Tor Holm|")]
    [InlineData("Tema\tTid", "1. Velkomst\t10 min.\n2. Kajen\t20 min.", "1|Velkomst||", "2|Kajen||")]
    [InlineData("Sag\tBeslutning", "Velkomst\tGodkendt.\nKajen\tUdsat.\nEventuelt\tIntet.", "|Velkomst||Godkendt.", "|Kajen||Udsat.", "|Eventuelt||Intet.")]
    [InlineData("Nr.\tPunkt\tReferat", "1\tVelkomst\tGodkendt.\nNr.\tPunkt\tReferat\n2\tKajen\tUdsat.", "1|Velkomst||Godkendt.", "2|Kajen||Udsat.")]
    [InlineData("Nr.\tPunkt\tReferat", "0\t0. Velkomst\tGodkendt.\n1\tKajen\tUdsat.\n2\tMolen\tIntet.", "0|Velkomst||Godkendt.", "1|Kajen||Udsat.", "2|Molen||Intet.")]
    public void ARow_IsAnItem(string head, string rows, params string[] items)
    {
        var minutes = MinutesParser.Parse($"Referat\nStyregruppe Havnen\nDato:\t4. maj 2027\n{Table(head)}\n{Table(rows)}\n").Value;

        Assert.Equal(items, minutes.Items.Select(item => $"{item.Number}|{item.Title}|{item.Presenter}|{item.Decision}"));
    }

    [Fact]
    public async Task ACellOfSeveralParagraphs_IsATitleWithItsText_AListAndWhatOtherColumnsSay()
    {
        var minutes = await WordAsync(
            ["Nr.", "Punkt", "Bemærkninger fra mødet", "Beslutning"],
            ["1", "Velkomst|Ida byder velkommen", "Alle var der", "Godkendt."],
            ["2", "Kajen", "Der mangler:|- en kran|- en mole", "1. Kranen købes|2. Molen udsættes"]);

        Assert.Equal([("Velkomst", "Godkendt."), ("Kajen", "1. Kranen købes\n2. Molen udsættes")], minutes.Items.Select(item => (item.Title, item.Decision)));
        Assert.Contains(minutes.Items[0].Sections, section => section.Text == "Ida byder velkommen");
        Assert.Contains(minutes.Items[0].Sections, section => (section.Heading, section.Text) == ("Bemærkninger fra mødet", "Alle var der"));
        Assert.Equal("Der mangler:\n- en kran\n- en mole", Assert.Single(minutes.Items[1].Sections).Text);
    }

    /// <summary>Without a title's column, or with no other that minutes have, a table is a table.</summary>
    [Theory]
    [InlineData("Nr.\tReferat")]
    [InlineData("Punkt\tFarve")]
    public void AnotherTable_IsText(string head)
    {
        var minutes = Papers.With(second: $"Ny vagtplan\n\nSagsfremstilling\n\n{head}\n1\tRød");

        Assert.Equal(3, minutes.Items.Count);
        Assert.Contains("Rød", minutes.Items[1].Sections[0].Text, StringComparison.Ordinal);
    }

    private static string Table(string rows) => string.Join('\n', rows.Split('\n').Select(row => $"| {row.Replace("\t", " | ", StringComparison.Ordinal)} |"));

    private static async Task<MinutesDocument> WordAsync(params string[][] rows)
    {
        var table = string.Concat(rows.Select(row => $"<w:tr>{string.Concat(row.Select(cell => $"<w:tc>{string.Concat(cell.Split('|').Select(text => WordPackage.P(text)))}</w:tc>"))}</w:tr>"));
        var file = WordPackage.Of($"{WordPackage.P("Referat af møde i Styregruppe Havnen")}{WordPackage.P("Dato: 4. maj 2027")}<w:tbl>{table}</w:tbl>");
        return MinutesParser.Parse((await MinutesReader.ReadAsync(new MemoryStream(file), "referat.docx", TestContext.Current.CancellationToken)).Value).Value;
    }
}
