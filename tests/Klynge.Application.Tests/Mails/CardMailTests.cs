using System.Net;
using Klynge.Application.Mails;
using Klynge.Application.Outbox;

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
    [InlineData("https://a.example/?b=1&c=2, og mere", "<a href=\"https://a.example/?b=1&amp;c=2\">https://a.example/?b=1&amp;c=2</a>, og mere")]
    [InlineData("https://a.example/\\\"><script>", "<a href=\"https://a.example/\">https://a.example/</a>&quot;&gt;&lt;script&gt;")]
    [InlineData("javascript:alert(1) <b>fed</b>", "javascript:alert(1) &lt;b&gt;fed&lt;/b&gt;")]
    public void AddressInAText_LeadsWhereItSays_AndNothingElseBecomesMarkup(string text, string html)
    {
        var mail = Mail($$"""{"type":"TextBlock","text":"{{text}}"}""");

        Assert.Contains($"<p>{html}</p>", mail.Html, StringComparison.Ordinal);
    }

    private static OutgoingMail Mail(string element) =>
        CardMail.Of(new OutgoingMessage("Emne", $$"""{"type":"AdaptiveCard","body":[{{element}}]}"""))!;
}
