using Klynge.Teams.Cards;

namespace Klynge.Teams.Tests.Cards;

public sealed class CardTextTests
{
    private const string J = "\u2060";

    [Theory]
    [InlineData("Nyt fra driftsfora · v/ formandskaberne (kl. 14.05) – 50 % 👩‍⚕️ æøå")]
    [InlineData("14.00–16.00")]
    [InlineData("referat_2025_02.docx")]
    [InlineData("3 < 5 & 7 > 6")]
    [InlineData("https://example.dk/a?b=1")]
    [InlineData("")]
    public void Text_ThatIsNoMarkup_StaysAsItIs(string text) => Assert.Equal(text, CardText.Escape(text));

    [Theory]
    [InlineData("*fed* _skrå_", @"\*fed\* \_skrå\_")]
    [InlineData("`kode`", @"\`kode\`")]
    [InlineData("[link](http://x)", $"[link]{J}(http://x)")]
    [InlineData("[link][1]", $"[link]{J}[1]")]
    [InlineData("<b>fed</b>", $"<{J}b>fed<{J}/b>")]
    [InlineData("<at>Bo Friis</at>", $"<{J}at>Bo Friis<{J}/at>")]
    [InlineData("<!--", $"<{J}!--")]
    [InlineData("&lt;b&#62;", $"&{J}lt;b&{J}#62;")]
    [InlineData(@"a\*b", $@"a\{J}\*b")]
    [InlineData("~~slettet~~", $"~{J}~slettet~{J}~")]
    [InlineData("# Overskrift", $"{J}# Overskrift")]
    [InlineData("- punkt", $"{J}- punkt")]
    [InlineData("1. Drøfter", $"{J}1. Drøfter")]
    [InlineData("12) Drøfter", $"{J}12) Drøfter")]
    [InlineData("> citat", $"{J}> citat")]
    [InlineData("---", $"{J}---")]
    [InlineData("linje\r\nlinje\n\n\n- punkt", $"linje\n\nlinje\n\n{J}- punkt")]
    [InlineData("    kode", "kode")]
    [InlineData("a\u0000b\u001Bc\u0085d", "abc\n\nd")]
    public void Text_ThatLooksLikeMarkup_IsShownAsTyped(string text, string expected) => Assert.Equal(expected, CardText.Escape(text));

    /// <summary>The words that are searched for, as a card shows them: »ord« stands for each in the line.</summary>
    [Theory]
    [InlineData("ord med status", "**ord** med status")]
    [InlineData("ord ord, og (ord)", "**ord** **ord**, og (**ord**)")]
    [InlineData("status på ord", "status på **ord**")]
    [InlineData("- ord", $"{J}- **ord**")]
    [InlineData("*ord* _ord_ - ord", @"\***ord**\* \_**ord**\_ - **ord**")]
    [InlineData("[ord](http://x) <ord>", $"[**ord**]{J}(http://x) <{J}**ord**>")]
    [InlineData("intet", "intet")]
    public void Embolden_KeepsBlanksAndEscapesTheRest(string line, string expected) =>
        Assert.Equal(expected, CardText.Embolden(line, [.. System.Text.RegularExpressions.Regex.Matches(line, "ord").Select(word => (word.Index, word.Length))]));

    [Theory]
    [InlineData("Titel", "Titel")]
    [InlineData("Hvorfor skal sagen behandles på et møde?", "Hvorfor skal sagen behandles på et møde?")]
    [InlineData("https://fjordlandet.example/a/b", "https://fjordlandet.exam\u200Bple/a/b")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxx 😀😀", "xxxxxxxxxxxxxxxxxxxxxxxx 😀😀")]
    public void Breakable_PartsOnlyWhatIsLongerThanALine(string label, string broken) => Assert.Equal(broken, CardText.Breakable(label));
}
