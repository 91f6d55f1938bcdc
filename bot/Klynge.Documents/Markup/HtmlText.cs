using System.Globalization;
using System.Net;
using System.Text;

namespace Klynge.Documents.Markup;

/// <summary>
/// A text as a fragment of HTML that is well-formed XML, too: lists are lists, tables have a header row, and everything that people wrote is text.
/// Looks stand at the elements themselves, since a mail has no style sheet; a page has one, and lets no style in that stands anywhere else.
/// </summary>
/// <param name="headingLevel">Of a heading within the text: 3 below an <c>h2</c>.</param>
/// <param name="hasStyleSheet">Looks are named as classes.</param>
internal sealed class HtmlText(int headingLevel, bool hasStyleSheet)
{
    private const string Border = "border:1px solid #999;padding:4px 8px";

    private readonly StringBuilder _html = new();

    /// <summary>The lists that are open, the outermost first; each has an open entry.</summary>
    private readonly Stack<string> _lists = new();

    private string Unmarked => hasStyleSheet ? " class=\"unmarked\"" : " style=\"list-style-type:none\"";

    /// <inheritdoc cref="HtmlText"/>
    internal static string Write(RichText text, int headingLevel, bool hasStyleSheet)
    {
        var html = new HtmlText(headingLevel, hasStyleSheet);
        foreach (var block in text.Blocks)
            html.Add(block);

        html.EndLists(depth: 0);
        return html._html.ToString();
    }

    private void Add(RichBlock block)
    {
        if (block is RichEntry entry)
        {
            AddEntry(entry);
            return;
        }

        EndLists(depth: 0);
        _html.Append(block switch
        {
            RichParagraph paragraph => $"<p>{Spans(paragraph.Spans)}</p>",
            RichHeading heading => string.Create(CultureInfo.InvariantCulture, $"<h{headingLevel}>{Spans(heading.Spans)}</h{headingLevel}>"),
            RichTable table => Table(table),
            _ => throw new NotSupportedException($"No form is known for {block.GetType().Name}."),
        });
    }

    /// <summary>
    /// A number is the list's own (»3.« begins at 3); any other label, such as »b)« or »§ 4«, is text, for a list cannot be told to write it.
    /// </summary>
    private void AddEntry(RichEntry entry)
    {
        var number = entry.Label is [.. var digits, '.'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : (int?)null;
        var list = number is not null ? "ol" : "ul";
        EndLists(entry.Level + 1);
        if (_lists.Count == entry.Level + 1 && _lists.Peek() != list)
            EndLists(entry.Level);

        if (_lists.Count == entry.Level + 1)
            _html.Append("</li>");

        while (_lists.Count <= entry.Level)
            BeginList(_lists.Count == entry.Level ? list : "ul", isHolder: _lists.Count < entry.Level);

        var label = number is null && entry.Label.Length > 0 ? $"{WebUtility.HtmlEncode(entry.Label)} " : string.Empty;
        var look = label.Length > 0 ? Unmarked : string.Empty;
        _html.Append(CultureInfo.InvariantCulture, $"<li{(number is { } at ? string.Create(CultureInfo.InvariantCulture, $" value=\"{at}\"") : look)}>{label}{Spans(entry.Spans)}");
    }

    /// <param name="isHolder">A level that has no entry of its own, only deeper ones.</param>
    private void BeginList(string list, bool isHolder)
    {
        _lists.Push(list);
        _html.Append('<').Append(list).Append('>').Append(isHolder ? $"<li{Unmarked}>" : string.Empty);
    }

    private void EndLists(int depth)
    {
        while (_lists.Count > depth)
            _html.Append("</li></").Append(_lists.Pop()).Append('>');
    }

    private string Table(RichTable table)
    {
        var html = new StringBuilder(hasStyleSheet ? "<table><thead>" : "<table style=\"border-collapse:collapse\"><thead>");
        for (var row = 0; row < table.Rows.Count; row++)
        {
            html.Append(row == 1 ? "</thead><tbody><tr>" : "<tr>");
            for (var column = 0; column < table.Rows[row].Count; column++)
            {
                var (begin, end) = row == 0 ? ("th scope=\"col\"", "th") : ("td", "td");
                html.Append(CultureInfo.InvariantCulture, $"<{begin}{Look(table.IsRight[column])}>{Spans(table.Rows[row][column])}</{end}>");
            }

            html.Append("</tr>");
        }

        return html.Append(table.Rows.Count > 1 ? "</tbody></table>" : "</thead></table>").ToString();
    }

    private string Look(bool isRight) => hasStyleSheet
        ? isRight ? " class=\"right\"" : string.Empty
        : $" style=\"{Border};text-align:{(isRight ? "right" : "left")}\"";

    private static string Spans(IReadOnlyList<RichSpan> spans) => string.Concat(spans.Select(Span));

    private static string Span(RichSpan span)
    {
        var html = WebUtility.HtmlEncode(span.Text).Replace("\n", "<br/>", StringComparison.Ordinal);
        if (span.IsItalic)
            html = $"<em>{html}</em>";

        if (span.IsBold)
            html = $"<strong>{html}</strong>";

        return span.Link is { } link && LinkTarget.MayBeOpened(link) ? $"<a href=\"{WebUtility.HtmlEncode(link)}\">{html}</a>" : html;
    }
}
