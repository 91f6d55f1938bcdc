using Klynge.Documents.Markup;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;

namespace Klynge.Application.Chat.LongTexts;

/// <summary>
/// Draws long texts of people (cases, recommendations, decisions, remarks) on cards: paragraphs, lists with their levels, tables, and bold
/// and links as what they are. Everything is escaped here.
/// </summary>
internal static class LongText
{
    /// <summary>No element holds more, so that the longest text can be broken over pages.</summary>
    private const int MaxPieceLength = 2_000;

    private const string Bullet = "•";

    /// <summary>The words without marks, shortened: where a card tells in a line or two what a text is about. Not escaped.</summary>
    internal static string Beginning(string? text, int maxLength) => DanishText.Shorten(RichText.Read(text).ToPlain(), maxLength);

    /// <summary>The whole text.</summary>
    internal static IEnumerable<CardElement> Of(string? text) => RichText.Read(text).Blocks.SelectMany(block => Of(block, deeper: 0));

    /// <summary>One entry of a list that numbers its entries itself: »2.« and the text behind it, what follows its first paragraph below it.</summary>
    internal static IEnumerable<CardElement> Entry(int number, string? text)
    {
        var blocks = RichText.ReadEntry(text).Blocks;
        var first = blocks.FirstOrDefault() as RichParagraph;
        return
        [
            .. Lines(level: 0, $"{number}. ", first?.Spans ?? []),
            .. blocks.Skip(first is null ? 0 : 1).SelectMany(block => Of(block, deeper: 1)),
        ];
    }

    /// <summary>As much of the elements as fits on a card beside its other parts.</summary>
    /// <param name="elements">In order.</param>
    /// <param name="maxLength">Of their JSON in characters.</param>
    /// <param name="rest">What stands in place of the rest, and leads to it.</param>
    internal static IEnumerable<CardElement> Cut(IEnumerable<CardElement> elements, int maxLength, CardElement rest)
    {
        foreach (var element in elements)
        {
            maxLength -= CardJson.Measure(element);
            if (maxLength < 0)
            {
                yield return rest;
                yield break;
            }

            yield return element;
        }
    }

    /// <summary>The elements in pages, each of which fits on a card beside its other parts.</summary>
    /// <param name="elements">In order.</param>
    /// <param name="maxLength">Of a page's JSON in characters.</param>
    internal static IEnumerable<List<CardElement>> Pages(IEnumerable<CardElement> elements, int maxLength)
    {
        var (page, left) = (new List<CardElement>(), maxLength);
        foreach (var element in elements)
        {
            var length = CardJson.Measure(element);
            if (page.Count > 0 && length > left)
            {
                yield return page;
                (page, left) = ([], maxLength);
            }

            page.Add(element);
            left -= length;
        }

        yield return page;
    }

    /// <summary>Words with one look as a text block; words of several looks, or that lead somewhere, as a block of runs for each line.</summary>
    /// <param name="level">How deep in a list.</param>
    /// <param name="start">What stands before them: "• ", "b) ", "Beløb: ".</param>
    /// <param name="spans">The words.</param>
    internal static IEnumerable<CardElement> Lines(int level, string start, IReadOnlyList<RichSpan> spans)
    {
        if (spans.All(span => span.IsPlain))
        {
            var lines = Pieces(start + RichSpan.TextOf(spans)).Select(piece => CardText.Escape(piece.Trim())).Where(line => line.Length > 0);
            return lines.Select(line => new TextBlock(CardText.Indent(level) + line) { Spacing = Spacing.Small });
        }

        return LongTextRuns.Of(new string(CardText.IndentSpace, level) + start, spans);
    }

    /// <summary>A text in pieces that fit in an element, parted at blanks where there are any.</summary>
    internal static IEnumerable<string> Pieces(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = Math.Min(MaxPieceLength, text.Length - start);
            if (start + length < text.Length)
            {
                var blank = text.LastIndexOfAny([' ', '\n'], start + length - 1, length);
                length = blank > start ? blank - start + 1 : length - (char.IsHighSurrogate(text[start + length - 1]) ? 1 : 0);
            }

            yield return text.Substring(start, length);
            start += length;
        }
    }

    private static IEnumerable<CardElement> Of(RichBlock block, int deeper) => block switch
    {
        RichParagraph paragraph => Lines(deeper, "", paragraph.Spans),
        RichHeading heading => [new TextBlock(CardText.Escape(RichSpan.TextOf(heading.Spans))) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium }],
        RichEntry entry => Lines(entry.Level + deeper, $"{(entry.Label.Length == 0 ? Bullet : entry.Label)} ", entry.Spans),
        RichTable table => LongTextTable.Of(table),
        _ => throw new NotSupportedException($"No form is known for {block.GetType().Name}."),
    };
}
