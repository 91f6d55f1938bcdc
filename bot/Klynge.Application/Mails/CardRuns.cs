using System.Net;
using System.Text;
using System.Text.Json;

namespace Klynge.Application.Mails;

/// <summary>Words of several looks, as a mail shows them: nothing in them is Markdown, and a link leads where it leads on the card.</summary>
internal static class CardRuns
{
    /// <summary>Where a word may be broken on a phone; a mail breaks its lines itself.</summary>
    private const string BreakHere = "\u200B";

    /// <returns>Its lines that have something to read.</returns>
    internal static IEnumerable<CardLine> Of(JsonElement block)
    {
        var (text, html, shown) = (new StringBuilder(), new StringBuilder(), string.Empty);
        foreach (var run in CardLines.Items(block, "inlines"))
        {
            var words = (run.ValueKind == JsonValueKind.String ? run.GetString()! : CardLines.Text(run, "text")).Replace(BreakHere, "", StringComparison.Ordinal);
            if (words == shown)
            {
                // On the card, where a link's words end, stands its host: here the whole address does.
                shown = string.Empty;
                continue;
            }

            var link = LinkOf(run);
            var lines = words.Split('\n');
            for (var at = 0; at < lines.Length; at++)
            {
                if (at > 0 && Line(text, html) is { } line)
                    yield return line;

                html.Append(Look(run, link, WebUtility.HtmlEncode(lines[at])));
                text.Append(lines[at]);
            }

            if (link is not null && words != link.OriginalString && words != link.AbsoluteUri)
                text.Append(" (").Append(link.AbsoluteUri).Append(')');

            shown = link is null ? string.Empty : $" ({link.IdnHost})";
        }

        if (Line(text, html) is { } last)
            yield return last;
    }

    private static string Look(JsonElement run, Uri? link, string html)
    {
        if (CardLines.Text(run, "weight") == "bolder")
            html = $"<strong>{html}</strong>";
        if (run.ValueKind == JsonValueKind.Object && run.TryGetProperty("italic", out var italic) && italic.ValueKind == JsonValueKind.True)
            html = $"<em>{html}</em>";
        return link is null ? html : $"<a href=\"{WebUtility.HtmlEncode(link.AbsoluteUri)}\">{html}</a>";
    }

    /// <summary>What has been gathered, and room for the next line.</summary>
    private static CardLine? Line(StringBuilder text, StringBuilder html)
    {
        var (plain, look) = (text.ToString().Trim([.. CardLines.Unfolds, ' ']), html.ToString());
        text.Clear();
        html.Clear();
        return plain.Length == 0 ? null : new CardLine(plain, Html: look.Contains('<', StringComparison.Ordinal) ? look : null);
    }

    private static Uri? LinkOf(JsonElement run) =>
        run.ValueKind == JsonValueKind.Object && run.TryGetProperty("selectAction", out var action) && CardLines.Text(action, "type") == "Action.OpenUrl"
        && Uri.TryCreate(CardLines.Text(action, "url"), UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? url : null;
}
