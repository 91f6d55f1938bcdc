using System.Net;
using System.Text.RegularExpressions;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Mails;
using Klynge.Application.Outbox;
using Klynge.Application.Tests.Chat.LongTexts;
using Klynge.Teams.Cards;

namespace Klynge.Application.Tests.Mails;

public sealed class CardMailTests
{
    [Fact]
    public void RowThatUnfoldsInTeams_StandsUnfoldedAndWithoutItsMark()
    {
        var mail = Mail("""
            {"type":"ColumnSet","columns":[
                {"items":[{"type":"TextBlock","text":"1"}]},
                {"items":[{"type":"RichTextBlock","inlines":[{"text":"Budget\n"},{"text":"Drøftelse"}]}]},
                {"items":[{"type":"TextBlock","text":"14.00"}]},
                {"items":[{"type":"TextBlock","text":"–"}]},
                {"items":[{"type":"TextBlock","text":"▸"},{"type":"TextBlock","text":"▾","isVisible":false}]}]}
            """);

        Assert.StartsWith("1. Budget · Drøftelse · 14.00\n", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<p><strong>1. Budget · Drøftelse · 14.00</strong></p>", WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
    }

    [Fact]
    public void RowWithoutANumber_IsALineOfText_AndAnEmptyOneNone()
    {
        var mail = Mail("""
            {"type":"ColumnSet","columns":[{"items":[]}]},
            {"type":"ColumnSet","columns":[{"items":[{"type":"TextBlock","text":"Chefforum"}]},{"items":[{"type":"TextBlock","text":"Udsendt"}]}]}
            """);

        Assert.StartsWith("Chefforum · Udsendt\n", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Se [programmet](https://fjordlandet.example/program.pdf).", "Se programmet (<a href=\"https://fjordlandet.example/program.pdf\">https://fjordlandet.example/program.pdf</a>).")]
    [InlineData("[Bilag_1_a](https://a.example/Bilag_1_budget.pdf) og _kursiv_ a_b_c **fed**", "Bilag_1_a (<a href=\"https://a.example/Bilag_1_budget.pdf\">https://a.example/Bilag_1_budget.pdf</a>) og kursiv a_b_c fed")]
    [InlineData("https://a.example/?b=1&c=2, og mere", "<a href=\"https://a.example/?b=1&amp;c=2\">https://a.example/?b=1&amp;c=2</a>, og mere")]
    [InlineData("https://a.example/\\\"><script>", "<a href=\"https://a.example/\">https://a.example/</a>&quot;&gt;&lt;script&gt;")]
    [InlineData("javascript:alert(1) <b>fed</b>", "javascript:alert(1) &lt;b&gt;fed&lt;/b&gt;")]
    public void AddressInAText_LeadsWhereItSays_AndNothingElseBecomesMarkup(string text, string html)
    {
        var mail = Mail($$"""{"type":"TextBlock","text":"{{text}}"}""");

        Assert.Contains($"<p>{html}</p>", mail.Html, StringComparison.Ordinal);
    }

    /// <summary>A case as the ballot has it: somebody without Teams reads its table, its lists and where its links lead.</summary>
    [Fact]
    public void LongText_KeepsItsTablesItsLooksAndItsLinks()
    {
        var mail = CardMail.Of(new OutgoingMessage("Emne", CardJson.Serialize(new AdaptiveCard { Speak = "Emne", FallbackText = "Emne", Body = [.. LongText.Of(LongTextSamples.Rich)] })))!;

        Assert.Contains("Opgørelsen viser et mindreforbrug i forhold til budgettet for 2026 (https://fjordlandet.example/budget), se også notat af 3. marts.", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Indsats | Budget | Forbrug\nHjemmebesøg | 1.518.000 | 99.900\nFælles vagt | 640.000 | 36.638", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Beløb: 740.000", mail.Text, StringComparison.Ordinal);
        var html = WebUtility.HtmlDecode(mail.Html);
        Assert.Contains("et <strong>mindreforbrug</strong> i forhold til <a href=\"https://fjordlandet.example/budget\">budgettet for 2026</a>, se også <em>notat af 3. marts</em>.</p>", html, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(html, "<table ", RegexOptions.None, TimeSpan.FromSeconds(5)));
        Assert.Matches("<th [^>]*text-align:left\">Indsats</th><th [^>]*text-align:right\">Budget</th>", html);
        Assert.Matches("<td [^>]*text-align:left\"><strong>Fælles vagt</strong></td><td [^>]*text-align:right\">640.000</td>", html);
        Assert.Contains("• til sekretariatet", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("| A | B |\n| --- | --- |\n| <b>x</b> | **<i>y</i>** |", "<td style=\"border:1px solid #999;padding:4px 8px;text-align:left\">&lt;b&gt;x&lt;/b&gt;</td>")]
    [InlineData("**<script>** 2*3*4 [x](https://a.example/?\"><script>)", "<strong>&lt;script&gt;</strong> 2*3*4")]
    public void LongText_BecomesNoOtherMarkup(string text, string html)
    {
        var mail = CardMail.Of(new OutgoingMessage("Emne", CardJson.Serialize(new AdaptiveCard { Speak = "Emne", FallbackText = "Emne", Body = [.. LongText.Of(text)] })))!;

        Assert.Contains(html, mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>", mail.Html, StringComparison.Ordinal);
    }

    private static OutgoingMail Mail(string element) =>
        CardMail.Of(new OutgoingMessage("Emne", $$"""{"type":"AdaptiveCard","body":[{{element}}]}"""))!;
}
