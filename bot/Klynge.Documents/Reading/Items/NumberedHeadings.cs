using System.Globalization;
using System.Text.RegularExpressions;
using Klynge.Documents.Layout;

namespace Klynge.Documents.Reading.Items;

/// <summary>
/// Tells the numbered headings of items from the many other numbered lines (recommendations, lists in a text, a list of contents).
/// Each numbered line gets points for looking like a heading where it stands, and the best chain 1, 2, 3 … wins as a whole.
/// </summary>
internal static partial class NumberedHeadings
{
    private const int LongestHeading = 300;
    private const int LargestGap = 3;

    public static List<ItemHeading> Find(IReadOnlyList<Block> blocks)
    {
        var links = new List<Link>();
        var bestByNumber = new Dictionary<int, int>();
        var context = new ListContext();
        for (var at = 0; at < blocks.Count; at++)
        {
            context.Enter(blocks[at]);
            if (NumberOf(blocks[at]) is not { } number || number > 200 || blocks[at].Line.Length > LongestHeading)
                continue;

            var score = Score(blocks, at, number, context);
            var (previous, inherited) = Previous(links, bestByNumber, number);
            links.Add(new Link(at, number, score + inherited, previous));
            if (!bestByNumber.TryGetValue(number, out var best) || links[best].Total <= links[^1].Total)
                bestByNumber[number] = links.Count - 1;
        }

        return Chain(links, blocks);
    }

    public static int? NumberOf(Block block)
    {
        if (block.Kind == BlockKind.Numbered)
            return block is { Number: > 0, Level: 0 } ? block.Number : null;

        var match = block.Kind == BlockKind.Bullet || block.Line.Length > LongestHeading ? Match.Empty : Prefix().Match(block.Line);
        return match.Success && (match.Groups["sure"].Success || block.HeadingLevel > 0 || block.IsBold)
            ? int.Parse(match.Groups["n"].ValueSpan, CultureInfo.InvariantCulture)
            : null;
    }

    public static string TitleOf(Block block)
    {
        if (block.Kind == BlockKind.Numbered)
            return block.Text;

        var match = NumberOf(block) is null ? Match.Empty : Prefix().Match(block.Line);
        return match.Success ? $"{match.Groups["time"].Value} {match.Groups["title"].Value}".Trim() : block.Line;
    }

    private static int Score(IReadOnlyList<Block> blocks, int at, int number, ListContext context)
    {
        var title = TitleOf(blocks[at]);
        var facts = ItemTitle.Read(title);
        var next = at + 1 < blocks.Count ? blocks[at + 1] : null;
        var previous = at > 0 ? blocks[at - 1] : null;
        var inRun = next is not null && NumberOf(next) == number + 1 && !(next.BlankBefore && !blocks[at].BlankBefore);
        return 4
            + (facts.Presenter is not null || facts.Slot is not null || facts.Minutes is not null ? 3 : 0)
            + (blocks[at].HeadingLevel > 0 || blocks[at].IsBold ? 6 : 0)
            + (blocks[at].BlankBefore ? 2 : 0)
            + (UnnumberedItems.IsKnownTitle(facts.Title) ? 3 : 0)
            + (next is not null && NumberOf(next) is null ? 2 : 0)
            + (next is not null && (Vocabulary.IsLabel(next.Line) || RecommendationStem.Read(next.Line) is not null) && !context.IsRecommendation ? 2 : 0)
            - (inRun && previous is not null && NumberOf(previous) == number - 1 ? 3 : 0)
            - (context.Continues(number) ? 4 : 0)
            - (context.IsRecommendation && RecommendationVerbs.StartsWithVerb(title) ? 6 : 0)
            - (title.EndsWith('.') || title.EndsWith(';') || title.EndsWith(',') ? 2 : 0)
            - (title.Length > 160 ? 2 : 0)
            - (title.Length > 0 && char.IsLower(title[0]) ? 3 : 0);
    }

    private static (int Previous, int Total) Previous(List<Link> links, Dictionary<int, int> bestByNumber, int number)
    {
        var (chosen, total) = (-1, number == 1 ? 0 : -2 * Math.Min(number, 6));
        for (var gap = 1; gap <= LargestGap; gap++)
        {
            if (bestByNumber.TryGetValue(number - gap, out var at) && links[at].Total - (4 * (gap - 1)) > total)
                (chosen, total) = (at, links[at].Total - (4 * (gap - 1)));
        }

        return (chosen, total);
    }

    private static List<ItemHeading> Chain(List<Link> links, IReadOnlyList<Block> blocks)
    {
        var headings = new List<ItemHeading>();
        var best = links.Count == 0 ? null : links.MaxBy(link => link.Total);
        for (var link = best is { Total: > 0 } ? best : null; link is not null; link = link.Previous < 0 ? null : links[link.Previous])
            headings.Add(new ItemHeading(link.At, link.Number, TitleOf(blocks[link.At])));

        headings.Reverse();
        return headings;
    }

    [GeneratedRegex(@"^((?<time>(kl\.?\s*)?\d{1,2}[.:]\d{2}\s*[-–]\s*(kl\.?\s*)?\d{1,2}[.:]\d{2})[:\s]+)?((?<sure>(?<n>\d{1,3})[.)]\s+|(?<n>\d{1,2})\s*[-–:]\s+(?=\p{Lu}))|(?<n>\d{1,2})\s+(?=\p{Lu}))(?<title>\S.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Prefix();

    private sealed record Link(int At, int Number, int Total, int Previous);
}
