using Klynge.Documents.Markup;
using Klynge.Teams.Cards;

namespace Klynge.Application.Chat.LongTexts;

/// <summary>
/// Words with several looks, as runs that no reader takes for Markdown. A link says where it leads: the words of a link are whatever its
/// writer made them, and who presses it on a phone sees no address.
/// </summary>
internal static class LongTextRuns
{
    /// <summary>No block holds more, so that the longest text can be broken over pages.</summary>
    private const int MaxLineLength = 4_000;

    /// <param name="start">What stands before the words.</param>
    /// <param name="spans">The words; a line feed in them begins a new block.</param>
    internal static IEnumerable<RichTextBlock> Of(string start, IReadOnlyList<RichSpan> spans)
    {
        var (line, spacing) = (new List<TextRun>(), Spacing.Small);
        if (start.Length > 0)
            line.Add(new TextRun(start));

        for (var at = 0; at < spans.Count; at++)
        {
            var lines = spans[at].Text.Split('\n');
            for (var part = 0; part < lines.Length; part++)
            {
                if (part > 0 && line.Count > 0)
                {
                    yield return new RichTextBlock(line) { Spacing = spacing };
                    (line, spacing) = ([], Spacing.None);
                }

                foreach (var piece in LongText.Pieces(lines[part]))
                {
                    if (line.Sum(run => run.Text.Length) + piece.Length > MaxLineLength && line.Count > 0)
                    {
                        yield return new RichTextBlock(line) { Spacing = spacing };
                        (line, spacing) = ([], Spacing.None);
                    }

                    line.Add(Run(spans[at], NeedsBreak(line, piece) ? CardText.BreakHere + piece : piece));
                }
            }

            if (LeadsTo(spans, at) is { } where)
                line.Add(new TextRun($" ({where})") { IsSubtle = true });
        }

        if (line.Count > 0)
            yield return new RichTextBlock(line) { Spacing = spacing };
    }

    /// <summary>A run is breakable by itself; a word that two looks share (»**Økonomi**udvalgsformanden«) is not.</summary>
    private static bool NeedsBreak(List<TextRun> line, string next) => line.Count > 0 && CardText.IsTooLong(line[^1].Text, next);

    private static TextRun Run(RichSpan span, string text) => new(text)
    {
        Weight = span.IsBold ? TextWeight.Bolder : null,
        Italic = span.IsItalic,
        SelectAction = WebAddress(span) is { } address ? new OpenUrlAction($"{span.Text} ({address.IdnHost})", address) : null,
    };

    /// <summary>Where a link leads, after its last word; null where its words say so themselves.</summary>
    private static string? LeadsTo(IReadOnlyList<RichSpan> spans, int at)
    {
        if (spans[at].Link is not { } link || (at + 1 < spans.Count && spans[at + 1].Link == link))
            return null;

        var where = WebAddress(spans[at]) is { } address ? address.IdnHost : link[(link.IndexOf(':', StringComparison.Ordinal) + 1)..];
        return spans[at].Text == link || spans[at].Text == where ? null : where;
    }

    /// <summary>Null for an address of mail, which Teams on a phone does not open from a card: it is shown.</summary>
    private static Uri? WebAddress(RichSpan span) =>
        Uri.TryCreate(span.Link, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address : null;
}
