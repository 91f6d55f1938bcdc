using System.Globalization;

namespace Klynge.Bot.Tests.Workspace.Editing;

/// <summary>Texts as secretariats write them, put together by a seed: abbreviations and dates at the beginning of a line, lists within lists, tables side by side, looks at edges.</summary>
internal sealed class DanishTexts(int seed)
{
    private static readonly string[] Openings =
    [
        "kl. 14.00 åbnes mødet", "jf. § 5, stk. 2", "hr. Jensen deltager", "d. 3. maj", "3. maj er fristen", "Dr. Hansen holder oplæg", "Bl.a. økonomien", "f. eks. Aalborg", "1.200.000 kr. bevilges", "2. kvartal er godt",
        "Ca. 14 dage efter", "§ 4 i aftalen", "nr. 7 på listen", "Formanden bød velkommen", "# 1 på dagsordenen", "»Én indgang« er målet", "+ 4 pct.", "> 50 borgere", "A. P. Møller", "- og dog", "14) er et tal", "æ, ø og å",
    ];

    private static readonly string[] Words =
    [
        "rådet", "økonomien", "**budgettet**", "*foreløbigt*", "***meget***", "[planen](https://region.dk/plan_a)", "https://region.dk/_x_/a*b", "[skriv](mailto:post@region.dk)", "<b>ikke fed</b>", "&amp;", "2*3*4", "fil_med_streger", "`kode`",
        "\\\\server\\mappe", "\\*stjerne\\*", "[^1]", "[x](javascript:alert(1))", "**fed** ved", "ved **fed**", "»citat«", "kr. 7,50", "50 %", "børn/unge", "(se bilag 2)", "[1]", "a|b", "😀", "1. maj", "**[mål](https://kl.dk)**", "_også_",
    ];

    private static readonly string[] Labels = ["- ", "- ", "- ", "1. ", "2. ", "3) ", "a) ", "b) ", "• "];

    private readonly Random _random = new(seed);

    internal string Next() => string.Join("\n\n", Enumerable.Range(0, _random.Next(1, 7)).Select(_ => Block()));

    private string Block() => _random.Next(10) switch
    {
        0 => $"## {Sentence()}",
        1 or 2 or 3 => List(),
        4 => Table(),
        5 => $"{Table()}\n\n{Table()}",
        6 => $"{Sentence()}\n{Sentence()}",
        7 => $"Post\tBeløb\n{Word()}\t{Amount()}\nKørsel\t{Amount()}",
        _ => Sentence(),
    };

    private string List()
    {
        var (lines, level) = (new List<string>(), 0);
        for (var entry = _random.Next(1, 6); entry > 0; entry--)
        {
            lines.Add($"{new string(' ', level * 2)}{Pick(Labels)}{Sentence()}");
            level = Math.Max(0, level + _random.Next(-1, 2));
        }

        return string.Join('\n', lines);
    }

    private string Table()
    {
        var columns = _random.Next(2, 5);
        var rows = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Row(columns, Cell)).Prepend(string.Join(" | ", Enumerable.Repeat(_random.Next(2) == 0 ? "---" : "---:", columns)));
        return string.Join('\n', rows.Prepend(Row(columns, Word)));
    }

    private static string Row(int columns, Func<string> cell) => $"| {string.Join(" | ", Enumerable.Range(0, columns).Select(_ => cell().Replace("|", "\\|", StringComparison.Ordinal)))} |";

    private string Cell() => _random.Next(6) switch { 0 => string.Empty, 1 => Amount(), 2 => $"{Word()}<br>{Word()}", _ => Word() };

    private string Amount() => _random.Next(1_000, 9_999_999).ToString("#,0", CultureInfo.GetCultureInfo("da-DK"));

    private string Sentence() => $"{(_random.Next(3) == 0 ? Pick(Openings) : Word())} {string.Join(' ', Enumerable.Range(0, _random.Next(1, 9)).Select(_ => Word()))}.";

    private string Word() => Pick(Words);

    private string Pick(string[] from) => from[_random.Next(from.Length)];
}
