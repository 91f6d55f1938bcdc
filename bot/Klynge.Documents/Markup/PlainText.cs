using System.Globalization;
using System.Text;

namespace Klynge.Documents.Markup;

/// <summary>A text as words alone: labels and bullets stay, the cells of a row are parted by bars, a link shows where it leads.</summary>
internal static class PlainText
{
    private const string Bullet = "•";

    public static string Write(RichText text)
    {
        var written = new StringBuilder();
        for (var at = 0; at < text.Blocks.Count; at++)
        {
            if (at > 0)
                written.Append(text.Blocks[at] is RichEntry && text.Blocks[at - 1] is RichEntry or RichParagraph ? "\n" : "\n\n");

            written.Append(Block(text.Blocks[at]));
        }

        return written.ToString();
    }

    private static string Spans(IReadOnlyList<RichSpan> spans)
    {
        if (spans is [{ Link: null } only])
            return only.Text;

        var text = new StringBuilder();
        for (var at = 0; at < spans.Count; at++)
        {
            text.Append(spans[at].Text);

            // A link whose words have several looks leads to one place.
            var isLast = at + 1 == spans.Count || spans[at + 1].Link != spans[at].Link;
            if (isLast && spans[at].Link is { } link && link != spans[at].Text)
                text.Append(CultureInfo.InvariantCulture, $" ({link})");
        }

        return text.ToString();
    }

    private static string Block(RichBlock block) => block switch
    {
        RichParagraph paragraph => Spans(paragraph.Spans),
        RichHeading heading => Spans(heading.Spans),
        RichEntry entry => $"{new string(' ', entry.Level * 2)}{(entry.Label.Length == 0 ? Bullet : entry.Label)} {Spans(entry.Spans)}",
        RichTable table => string.Join('\n', table.Rows.Select(row => string.Join(" | ", row.Select(cell => Spans(cell).Replace('\n', ' '))))),
        _ => throw new NotSupportedException($"No form is known for {block.GetType().Name}."),
    };
}
