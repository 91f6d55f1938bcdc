using Klynge.Documents.Markup;
using Klynge.Domain.Calendar;

namespace Klynge.Documents.Tests.Markup;

public sealed class RichTextTests
{
    // What people type and paste, put together in every order: words, marks, labels, indentation, cells, addresses.
    private static readonly string[] Pieces =
    [
        "Løn", "1.200.000", "3. maj", "1. ", "2. ", "12) ", "b) ", "a. ", "- ", "* ", "• ", "–\t", "*", "**", "***", "_", "__", "[", "](https://region.dk/a_b) ", "](#)", "](javascript:x)",
        "[note](https://region.dk) ", "<https://region.dk>", "<a@b.dk>", "<foo:bar>", "https://region.dk/_x_/a*b.", "mailto:a@b.dk", "\\", "\\\\", "\\*", "|", "| a | b |", "|---|", "|---|--:|", "\t", "\n", "\n\n", "\n  ", "\n    ", "\n\t", "\n# ", "#", "## Økonomi",
        " ", "  ", "<b>fed</b>", "&amp;", "`kode`", "æøå", "😀", "\u0000", "\u200B", "\u00A0", "(", ")", ".", "!", "![", "---", "\n---\n", "f. eks. ", "2*3*4", "> ", "1.1 ",
    ];

    public static TheoryData<string, string> Samples => new()
    {
        { "Et afsnit.", "P(Et afsnit.)" },
        { "Et afsnit\nmed et linjeskift.\n\nEt til.", "P(Et afsnit/med et linjeskift.) P(Et til.)" },
        { "3. maj holdes møde\n\n2. kvartal er godt", "P(3. maj holdes møde) P(2. kvartal er godt)" },
        { "Vi skal:\n- ringe\n  - i dag\n- skrive\n\nDet var det.", "P(Vi skal:) -0(ringe) -1(i dag) -0(skrive) P(Det var det.)" },
        { "1. et\n2. to\n   a) under\n12) tolv\nb. bogstav", "1.0(et) 2.0(to) a)1(under) 12)0(tolv) b.0(bogstav)" },
        { "    • Første\n    •\tAnden", "-0(Første) -0(Anden)" },
        { "- et\n\n  hører til\n\nDet gør dette ikke", "-0(et/hører til) P(Det gør dette ikke)" },
        { "# Økonomi\nTekst", "H(Økonomi) P(Tekst)" },
        { "#1 er vigtigst", "P(#1 er vigtigst)" },
        { "**Fed** og *kursiv* og _også_ og ***begge***", "P(b{Fed} og i{kursiv} og i{også} og bi{begge})" },
        { "2 * 3 * 4, 2*3*4, fil_med_streger og børn*unge*", "P(2 * 3 * 4, 2*3*4, fil_med_streger og børn*unge*)" },
        { "Se [planen](https://region.dk/plan) eller https://region.dk/_a_.", "P(Se https://region.dk/plan{planen} eller https://region.dk/_a_{https://region.dk/_a_}.)" },
        { "[Skriv](mailto:a@b.dk) [bilag](#) [x](javascript:alert(1)) [1](2)", "P(mailto:a@b.dk{Skriv} bilag [x](javascript:alert(1)) [1](2))" },
        { "\\\\server\\mappe\\_a og \\*ikke fed\\*", "P(\\\\server\\mappe_a og *ikke fed*)" },
        { "<b>rå</b> &amp; `kode`", "P(<b>rå</b> &amp; `kode`)" },
        { "Budget:\nPost\tBeløb\nLøn\t1.200.000\nKørsel\t900", "P(Budget:) T(Post|Beløb> / Løn|1.200.000> / Kørsel|900>)" },
        { "\t2024\t2025\nLøn\t1,5 mio. kr.\t2 %", "T(|2024>|2025> / Løn|1,5 mio. kr.>|2 %>)" },
        { "| a | b |\n|:--|--:|\n| c \\| d | **e**<br>f | g |", "T(a|b>| / c | d|b{e}/f>|g)" },
        { "Post\tBeløb\n\nLøn\t900\n\nTekst", "T(Post|Beløb> / Løn|900>) P(Tekst)" },
        { "[ ](#)x og [1. x](#)", "P([ ](#)x og [1. x](#))" },
        { "a | b\n--- | ---\nc | d\n\nslut", "T(a|b / c|d) P(slut)" },
        { "Navn:\tJens", "P(Navn:\tJens)" },
        { "", "" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Read_WhatPeopleWrite_IsWhatTheyMeant(string text, string meant) => Assert.Equal(meant, Outline(RichText.Read(text)));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Stored_ThenRead_IsTheSame(string text, string meant) => Assert.Equal(meant, Outline(RichText.Read(RichText.Read(text).ToMarkdown())));

    [Fact]
    public void AnyText_HasOneStoredForm() => ForAnyText(text =>
    {
        var stored = RichText.Read(text).ToMarkdown();
        Assert.Equal(stored, DanishText.CleanLines(stored));
        Assert.Equal(stored, RichText.Read(stored).ToMarkdown());
        Assert.Equal(Outline(RichText.Read(text)), Outline(RichText.Read(stored)));
    });

    /// <summary>Marks go, letters and digits do not, and they keep their order.</summary>
    [Fact]
    public void AnyText_LosesNoLetter() =>
        ForAnyText(text => Assert.Equal(Letters(DanishText.CleanLines(text)), Letters(RichText.Read(text).ToPlain())));

    [Theory]
    [InlineData('[')]
    [InlineData('*')]
    [InlineData('\\')]
    [InlineData('|')]
    [InlineData('-')]
    [InlineData('\t')]
    public void TenThousandMarks_AreReadAtOnce(char mark)
    {
        var text = string.Join(' ', Enumerable.Repeat($"a{mark}{mark} ", 5000));

        Assert.Equal(5000, RichText.Read(text).ToPlain().Count('a'));
    }

    [Fact]
    public void Join_RowsThatWereReadOneByOne_IsATable() => Assert.Equal(
        "Budget\n\n| Post | Beløb |\n| --- | ---: |\n| Løn | 900 |\n\n- et\n- to\n\nSlut",
        RichText.Join(["Budget", "Post\tBeløb", "Løn\t900", "- et", "- to", "Slut"]));

    [Fact]
    public void Plain_HasTheWordsWithoutMarks() => Assert.Equal(
        "Mål\n\nVi:\n• er **ikke** fed\n  b) gør\n\nPost | Beløb\nLøn | 900\n\nSe planen (https://region.dk)",
        RichText.Read("# Mål\n\nVi:\n- er \\*\\*ikke\\*\\* **fed**\n  b) gør\n\nPost\tBeløb\nLøn\t900\n\nSe [planen](https://region.dk)").ToPlain());

    internal static void ForAnyText(Action<string> check)
    {
        var random = new Random(20);
        for (var count = 0; count < 2_000; count++)
            check(string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Pieces[random.Next(Pieces.Length)])));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    internal static string Outline(RichText text) => string.Join(' ', text.Blocks.Select(block => block switch
    {
        RichParagraph paragraph => $"P({Spans(paragraph.Spans)})",
        RichHeading heading => $"H({Spans(heading.Spans)})",
        RichEntry entry => $"{(entry.Label.Length == 0 ? "-" : entry.Label)}{entry.Level}({Spans(entry.Spans)})",
        RichTable table => $"T({string.Join(" / ", table.Rows.Select(row => string.Join('|', row.Select((cell, column) => Spans(cell) + (table.IsRight[column] ? ">" : "")))))})",
        _ => throw new NotSupportedException(),
    }));

    private static string Spans(IReadOnlyList<RichSpan> spans) => string.Concat(spans.Select(span =>
    {
        var look = $"{(span.IsBold ? "b" : "")}{(span.IsItalic ? "i" : "")}{span.Link}";
        var words = span.Text.Replace('\n', '/');
        return look.Length > 0 ? $"{look}{{{words}}}" : words;
    }));
}
