using System.Text.RegularExpressions;
using Klynge.Documents.Layout;
using Klynge.Documents.Reading.Heads;

namespace Klynge.Documents.Reading.Items;

/// <summary>
/// Finds where the items begin. A document uses one scheme throughout: "Punkt N", Word headings, or numbered lines; lines that are
/// items without a number ("Eventuelt") stand between them.
/// </summary>
internal static partial class ItemHeadings
{
    private const int LongestHeading = 300;

    public static IReadOnlyList<ItemHeading> Find(IReadOnlyList<Block> blocks)
    {
        var headings = Named(blocks);
        headings = headings.Count > 0 ? headings : Styled(blocks);
        var numbered = NumberedHeadings.Find(blocks);
        headings = headings.Count >= numbered.Count ? headings : numbered;
        headings = headings.Count > 0 ? headings : Untitled(blocks);
        return headings.Count == 0 ? headings : UnnumberedItems.AddTo(headings, blocks);
    }

    /// <summary>"Punkt 3: Title", "Pkt. 3 – Title", "Sag nr. 3 Title"; the title may stand on the next line.</summary>
    private static List<ItemHeading> Named(IReadOnlyList<Block> blocks)
    {
        var found = new List<ItemHeading>();
        for (var at = 0; at < blocks.Count; at++)
        {
            var block = blocks[at];
            var match = block.Kind == BlockKind.Bullet || block.Line.Length > LongestHeading ? Match.Empty : PunktHeading().Match(block.Line.Replace('\n', ' '));
            if (!match.Success)
                continue;

            var title = match.Groups["title"].Value.Trim();
            var separated = match.Groups["sep"].Length > 0;
            if (title.Length == 0 && at + 1 < blocks.Count && !Vocabulary.IsLabel(blocks[at + 1].Line))
            {
                found.Add(new ItemHeading(at, Number(match), blocks[at + 1].Line, 2));
            }
            else if (title.Length > 0 && (separated || (char.IsUpper(title[0]) && !title.EndsWith('.'))))
            {
                found.Add(new ItemHeading(at, Number(match), title));
            }
        }

        return WithoutContents(found);
    }

    private static int Number(Match match) => int.Parse(match.Groups["n"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A list of the items ahead of them has the same numbers: the later heading is the item.</summary>
    private static List<ItemHeading> WithoutContents(List<ItemHeading> found)
    {
        var restart = found.FindLastIndex(heading => heading.Number == found[0].Number);
        return restart > 0 && found.Take(restart).Zip(found.Skip(1)).All(pair => pair.Second.At - pair.First.At == 1) ? found[restart..] : found;
    }

    /// <summary>A list of the items in the head, with or without their numbers, says nothing that the items do not say.</summary>
    public static List<Block> WithoutContents(List<Block> head, IReadOnlyList<ItemHeading> headings)
    {
        var titles = headings.Select(heading => Key(heading.Title)).Where(title => title.Length > 0).ToHashSet(StringComparer.Ordinal);
        var listed = head.FindAll(block => titles.Contains(Key(NumberedHeadings.TitleOf(block))));
        return listed.Count > 1 ? head.FindAll(block => !listed.Contains(block)) : head;

        static string Key(string title) => title.Length > LongestHeading ? "" : Vocabulary.Fold(ItemTitle.Read(title).Title);
    }

    private static List<ItemHeading> Styled(IReadOnlyList<Block> blocks)
    {
        var best = blocks
            .Select((block, at) => (block, at))
            .Where(entry => entry.block.HeadingLevel > 0 && Vocabulary.Read(entry.block.Line) == LabelKind.None)
            .Where(entry => !HeadVocabulary.IsHeadLine(entry.block.Line))
            .GroupBy(entry => entry.block.HeadingLevel)
            .Where(level => level.Skip(1).Any() || level.Any(entry => entry.block.Number > 0))
            .OrderByDescending(level => level.Count(entry => NumberedHeadings.NumberOf(entry.block) is not null))
            .ThenBy(level => level.Key)
            .FirstOrDefault();
        return best is null ? [] : [.. best.Select(entry => new ItemHeading(entry.at, NumberedHeadings.NumberOf(entry.block), NumberedHeadings.TitleOf(entry.block)))];
    }

    /// <summary>No numbers and no styles: a short line right before a label of an item's parts.</summary>
    private static List<ItemHeading> Untitled(IReadOnlyList<Block> blocks)
    {
        var found = new List<ItemHeading>();
        for (var at = 0; at + 1 < blocks.Count; at++)
        {
            if (UnnumberedItems.LooksLikeTitle(blocks[at]) && !HeadVocabulary.IsHeadLine(blocks[at].Line)
                && (IsPart(blocks[at + 1].Line) || UnnumberedItems.IsKnownTitle(blocks[at].Line)))
            {
                found.Add(new ItemHeading(at, null, blocks[at].Line));
            }
        }

        return found;
    }

    private static bool IsPart(string line) =>
        Vocabulary.Read(line) != LabelKind.None && HeadVocabulary.Read(line, out _) is HeadField.None or HeadField.Kind;

    [GeneratedRegex(@"^(punkt|pkt\.?|dagsordenspunkt|dagsordenpunkt|sag|ad\.? punkt|ad\.? pkt\.?|ad)\s*(nr\.?\s*)?(?<n>\d{1,3})(?![\d/]|[-.]\d|\.? (januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december))\s*(?<sep>[:.)\-–—]?)\s*(?<title>.*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PunktHeading();
}

/// <summary>Where an item begins, what its heading says, and how many blocks the heading takes.</summary>
internal sealed record ItemHeading(int At, int? Number, string Title, int Length = 1);
