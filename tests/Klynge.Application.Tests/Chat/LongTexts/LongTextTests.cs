using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Tests.Minutes;
using Klynge.Documents.Markup;
using Klynge.Teams.Cards;

namespace Klynge.Application.Tests.Chat.LongTexts;

/// <summary>Long texts on cards: what was written is there, looks as it was meant, and fits on a phone.</summary>
public sealed class LongTextTests
{
    [Fact]
    public void Entries_KeepTheirLevelsAndLabels()
    {
        var lines = LongText.Of("- kommunerne\n  - senest i april\n    b) bilag\n- regionen\n2) udkast").Cast<TextBlock>().Select(line => line.Text);

        Assert.Equal(["• kommunerne", "\u2060\u2003• senest i april", "\u2060\u2003\u2003b) bilag", "• regionen", "\u20602) udkast"], lines);
    }

    [Fact]
    public void Words_OfSeveralLooks_AreRunsThatNoReaderTakesForMarkdown()
    {
        var block = Assert.IsType<RichTextBlock>(Assert.Single(LongText.Of("Et **stort** tal: *2 * 3 <b>* og __x")));

        Assert.Equal(
            [("Et ", null, false), ("stort", TextWeight.Bolder, false), (" tal: ", null, false), ("2 * 3 <b>", null, true), (" og __x", (TextWeight?)null, false)],
            block.Inlines.Select(run => (run.Text, run.Weight, run.Italic)));
    }

    [Theory]
    [InlineData("[budgettet](https://fjordlandet.example/budget)", "budgettet (fjordlandet.example)", "https://fjordlandet.example/budget")]
    [InlineData("[https://kommune.example](https://andet.example/x)", "https://kommune.example (andet.example)", "https://andet.example/x")]
    [InlineData("[andet.example](https://andet.example/x)", "andet.example", "https://andet.example/x")]
    [InlineData("[**to** ord](http://a.example/)", "to ord (a.example)", "http://a.example/")]
    [InlineData("[Sofie](mailto:sofie@fjordlandet.example)", "Sofie (sofie@fjordlandet.example)", null)]
    public void Link_SaysWhereItLeads(string text, string shown, string? opens)
    {
        var runs = Assert.IsType<RichTextBlock>(Assert.Single(LongText.Of(text))).Inlines;

        Assert.Equal(shown, string.Concat(runs.Select(run => run.Text)).Replace("\u200B", "", StringComparison.Ordinal));
        Assert.Equal(opens, runs.Select(run => run.SelectAction).OfType<OpenUrlAction>().Select(open => open.Url).Distinct().SingleOrDefault());
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](msteams:/l/entity)")]
    [InlineData("[x](file:///etc/passwd)")]
    public void Link_ThatMayNotBeOpened_StaysAsItWasTyped(string text)
    {
        var shown = Assert.IsType<TextBlock>(Assert.Single(LongText.Of(text))).Text;

        Assert.Equal(text, shown.Replace("\u2060", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("**Økonomiudvalgsformands**konferencen", "Økonomiudvalgsformands|\u200Bkonferencen")]
    [InlineData("**Økonomi**en", "Økonomi|en")]
    public void Word_ThatTwoLooksShare_CanBeBrokenWhereItIsTooLong(string text, string runs) =>
        Assert.Equal(runs, string.Join('|', Assert.IsType<RichTextBlock>(Assert.Single(LongText.Of(text))).Inlines.Select(run => run.Text)));

    [Fact]
    public void Table_ThatAPhoneShowsWhole_IsATableWithItsAmountsToTheRight()
    {
        var table = Assert.IsType<Table>(Assert.Single(LongText.Of("| Indsats | Beløb |\n| --- | --- |\n| Fælles vagt | 1.518.000 |\n| Besøg | 99 |")));

        Assert.Equal([null, HorizontalAlignment.Right], table.Columns.Select(column => column.HorizontalCellContentAlignment));
        Assert.Equal(["Indsats", "Beløb", "Fælles vagt", "1.518.000", "Besøg", "99"], table.Rows.SelectMany(row => row.Cells).Select(cell => ((TextBlock)cell.Items.Single()).Text));
        Assert.Equal(TextWeight.Bolder, ((TextBlock)table.Rows[0].Cells[1].Items[0]).Weight);
    }

    [Fact]
    public void Table_ThatIsTooWide_IsReadRowByRowBehindItsHeadings()
    {
        var elements = LongText.Of("| Part | Repræsentant | Bemærkning | Beløb | Andel |\n| --- | --- | --- | --- | --- |\n| Region | **Karen** | | 740 | 64 % |\n| Kommune | Mads | Ny | 410 | 36 % |").ToList();

        Assert.Equal(
            ["Region", "Repræsentant: Karen", "Beløb: 740", "Andel: 64 %", "Kommune", "Repræsentant: Mads", "Bemærkning: Ny", "Beløb: 410", "Andel: 36 %"],
            elements.ConvertAll(Shown));
        Assert.Equal([true, false, false, false, true, false, false, false, false], elements.ConvertAll(element => element.Separator));
    }

    [Fact]
    public void Table_WithALongAddress_IsReadRowByRow() => Assert.Equal(
        ["Notat", "Hvor: https://fjordlandet.example/sager/2026/notat-om-klyngens-oekonomi"],
        LongText.Of("| Hvad | Hvor |\n| --- | --- |\n| Notat | https://fjordlandet.example/sager/2026/notat-om-klyngens-oekonomi |").Select(Shown));

    [Fact]
    public void Table_OfManyRows_IsBrokenUnderItsHeading()
    {
        var rows = string.Join('\n', Enumerable.Range(1, 40).Select(number => $"| Post {number} | {number} |"));
        var tables = LongText.Of($"| Post | Beløb |\n| --- | --- |\n{rows}").Cast<Table>().ToList();

        Assert.Equal([16, 16, 11], tables.ConvertAll(table => table.Rows.Count));
        Assert.All(tables, table => Assert.Equal("Post", ((TextBlock)table.Rows[0].Cells[0].Items[0]).Text));
    }

    /// <summary>Of what people type, paste and import: every letter and digit, and no table that is wider than a phone.</summary>
    [Fact]
    public void EverythingWritten_IsShown()
    {
        var random = new Random(20);
        for (var round = 0; round < 300; round++)
        {
            var text = GeneratedMinutes.Typed(random);
            var elements = LongText.Of(text).ToList();

            // A link is followed, not read: of its address a card shows the host.
            var words = RichText.Read(text).ToPlain().Replace("(https://region.dk/a_b)", "(region.dk)", StringComparison.Ordinal);
            var missing = Signs(words).GroupBy(sign => sign).ToDictionary(group => group.Key, group => group.Count());
            foreach (var sign in Signs(string.Concat(elements.Select(Shown))))
            {
                if (missing.TryGetValue(sign, out var left))
                    missing[sign] = left - 1;
            }

            Assert.True(missing.Values.All(left => left <= 0), $"{round}: {text}");
            Assert.All(elements.OfType<Table>(), table => Assert.InRange(table.Columns.Count, 1, 4));
        }
    }

    [Theory]
    [InlineData(500)]
    [InlineData(16_000)]
    public void Pages_HoldTheWholeTextAndNoneIsTooLong(int length)
    {
        var elements = LongText.Of(LongTextSamples.Of(length)).ToList();
        var pages = LongText.Pages(elements, 5_000).ToList();

        Assert.Equal(elements, pages.SelectMany(page => page));
        Assert.All(pages, page => Assert.InRange(page.Sum(CardJson.Measure), 1, 5_000));
    }

    [Fact]
    public void Pages_OfOneEndlessLine_AreBroken() =>
        Assert.InRange(LongText.Pages(LongText.Of(new string('x', 20_000)), 5_000).Count(), 4, 10);

    private static string Shown(CardElement element) => element switch
    {
        TextBlock text => text.Text.Replace("\u2060", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal),
        RichTextBlock rich => string.Concat(rich.Inlines.Select(run => run.Text)).Replace("\u200B", "", StringComparison.Ordinal),
        Table table => string.Join(' ', table.Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Items).Select(Shown)),
        _ => throw new ArgumentOutOfRangeException(nameof(element), element, "Not of a long text."),
    };

    private static IEnumerable<char> Signs(string text) => text.Where(char.IsLetterOrDigit);
}
