using Klynge.Documents.Layout;

namespace Klynge.Documents.Reading.Items;

/// <summary>
/// Tells the headings of items from the many other numbered lines (recommendations, lists in a text, a quoted agenda). Each line gets points for
/// looking like a heading where it stands, and for standing in the table of contents; the best chain 1, 2, 3 … wins as a whole.
/// </summary>
internal static class NumberedHeadings
{
    private const int LargestGap = 3;

    /// <summary>What it costs a chain to number its items in another way from here on: more than a list inside an item can win.</summary>
    private const int OtherStyle = 12;

    /// <param name="blocks">The document.</param>
    /// <param name="contents">The titles of the table of contents, folded; empty where there is none.</param>
    public static List<ItemHeading> Find(IReadOnlyList<Block> blocks, IReadOnlySet<string> contents)
    {
        var links = new List<Link>();
        var best = new Dictionary<(string Style, int Number), int>();
        var styles = new HashSet<string>(StringComparer.Ordinal);
        var context = new ListContext();
        for (var at = 0; at < blocks.Count; at++)
        {
            context.Enter(blocks[at]);
            if (HeadingCandidate.Read(blocks, at) is not { Number: <= 200 } candidate)
                continue;

            var score = Score(blocks, at, candidate, context, contents);
            var (previous, inherited) = Previous(links, best, styles, candidate);
            links.Add(new Link(at, candidate, score + inherited, previous));
            styles.Add(candidate.Style);
            if (!best.TryGetValue((candidate.Style, candidate.Number), out var known) || links[known].Total <= links[^1].Total)
                best[(candidate.Style, candidate.Number)] = links.Count - 1;
        }

        return Chain(links);
    }

    public static int? NumberOf(Block block) => HeadingCandidate.Numbered(block) is { IsSure: true } candidate ? candidate.Number : null;

    public static string TitleOf(Block block) => HeadingCandidate.Numbered(block) is { } candidate && (candidate.IsSure || candidate.Number > 0) ? candidate.Title : block.Line;

    private static int Score(IReadOnlyList<Block> blocks, int at, HeadingCandidate candidate, ListContext context, IReadOnlySet<string> contents)
    {
        var (title, number) = (candidate.Title, candidate.Number);
        var facts = ItemTitle.Read(title);
        var next = at + candidate.Length < blocks.Count ? blocks[at + candidate.Length] : null;
        var previous = at > 0 ? blocks[at - 1] : null;
        var inRun = next is not null && NumberOf(next) == number + 1 && !(next.BlankBefore && !blocks[at].BlankBefore);
        return (candidate.IsSure ? 4 : 0)
            + (char.IsLetter(candidate.Style[0]) && candidate.Style[0] != 'n' ? 4 : 0)
            + (contents.Contains(ItemHeadings.Key(title)) ? 8 : 0)
            + (facts.Presenter is not null || facts.Slot is not null || facts.Minutes is not null ? 3 : 0)
            + (blocks[at].HeadingLevel > 0 || blocks[at].IsBold ? 6 : 0)
            + (blocks[at].BlankBefore ? 2 : 0)
            + (UnnumberedItems.IsKnownTitle(facts.Title) ? 3 : 0)
            + (next is not null && NumberOf(next) is null ? 2 : 0)
            + (next is not null && OpensPart(next) && !context.IsRecommendation ? 2 : 0)
            - (inRun && previous is not null && NumberOf(previous) == number - 1 ? 3 : 0)
            - (context.Continues(number) ? 4 : 0)
            - (context.IsRecommendation && RecommendationVerbs.StartsWithVerb(title) ? 6 : 0)
            - (title.EndsWith('.') || title.EndsWith(';') || title.EndsWith(',') ? 2 : 0)
            - (title.Length > 160 ? 2 : 0)
            - (title.Length > 0 && char.IsLower(title[0]) ? 3 : 0);
    }

    private static bool OpensPart(Block next) =>
        Vocabulary.IsLabel(next.Line) || RecommendationStem.Read(next.Line) is not null || Closedness.OfLine(next.Line) is not null;

    private static (int Previous, int Total) Previous(List<Link> links, Dictionary<(string, int), int> best, HashSet<string> styles, HeadingCandidate candidate)
    {
        var (chosen, total) = (-1, candidate.Number == 1 ? 0 : -2 * Math.Min(candidate.Number, 6));
        foreach (var style in styles)
        {
            for (var gap = 1; gap <= LargestGap; gap++)
            {
                if (!best.TryGetValue((style, candidate.Number - gap), out var at))
                    continue;

                var inherited = links[at].Total - (4 * (gap - 1)) - (style == candidate.Style ? 0 : OtherStyle);
                if (inherited > total)
                    (chosen, total) = (at, inherited);
            }
        }

        return (chosen, total);
    }

    private static List<ItemHeading> Chain(List<Link> links)
    {
        var headings = new List<ItemHeading>();
        var best = links.Count == 0 ? null : links.MaxBy(link => link.Total);
        for (var link = best is { Total: > 0 } ? best : null; link is not null; link = link.Previous < 0 ? null : links[link.Previous])
            headings.Add(new ItemHeading(link.At, link.Candidate.Number, link.Candidate.Title, link.Candidate.Length));

        headings.Reverse();
        return headings;
    }

    private sealed record Link(int At, HeadingCandidate Candidate, int Total, int Previous);
}
