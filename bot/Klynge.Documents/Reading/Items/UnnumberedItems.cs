using System.Text.RegularExpressions;
using Klynge.Documents.Layout;

namespace Klynge.Documents.Reading.Items;

/// <summary>Finds items that stand between the numbered ones without a number of their own.</summary>
internal static partial class UnnumberedItems
{
    private const int MaxTitleLength = 110;
    private const int MaxItemLength = 300;

    /// <summary>What ends a sentence, a quotation or a label, never a title.</summary>
    private const string Ends = ".:;,!?\"”»";

    public static IReadOnlyList<ItemHeading> AddTo(IReadOnlyList<ItemHeading> headings, IReadOnlyList<Block> blocks)
    {
        var all = new List<ItemHeading>();
        for (var item = 0; item < headings.Count; item++)
        {
            all.Add(headings[item]);
            var end = item + 1 < headings.Count ? headings[item + 1].At : blocks.Count;
            AddWithin(all, blocks, headings[item].At + headings[item].Length, end);
        }

        return all;
    }

    public static bool IsKnownTitle(string line) => line.Length <= MaxTitleLength && KnownTitle().IsMatch(line.Trim());

    /// <summary>"Eventuelt", "Næste møde": what ends an agenda, and is seldom decided on.</summary>
    public static bool IsClosing(string title) => title.Length <= MaxTitleLength && ClosingTitle().IsMatch(title.Trim());

    // "Orientering fra formanden", "Næste møde"; not "Punktet blev drøftet." or "Bilag:".
    public static bool LooksLikeTitle(Block block)
    {
        var text = block.Line;
        return block.Kind == BlockKind.Paragraph
            && text.Length is > 2 and <= MaxTitleLength
            && char.IsUpper(text[0])
            && !text.Contains('\n', StringComparison.Ordinal)
            && !Ends.Contains(text[^1])
            && Vocabulary.Read(text) == LabelKind.None
            && RecommendationStem.Read(text) is null
            && ItemTitle.ReadFacts(text) is null;
    }

    // Behind "7. Budget" and its decision an "Eventuelt" without a number is the next item.
    private static void AddWithin(List<ItemHeading> all, IReadOnlyList<Block> blocks, int from, int end)
    {
        var decided = false;
        for (var at = from; at < end; at++)
        {
            var block = blocks[at];
            var closing = LooksLikeTitle(block) && ClosingTitle().IsMatch(block.Line.Trim());
            if (closing || (decided && at > from && OpensAnotherItem(blocks, at, end)))
            {
                all.Add(new ItemHeading(at, null, block.Line));
                decided = false;
            }
            else if (Vocabulary.Read(block.Line) == LabelKind.Decision)
            {
                (decided, from) = (true, at + 1);
            }
        }
    }

    /// <summary>After an item's decision a title can only be a new item if a recommendation and a decision of its own follow.</summary>
    private static bool OpensAnotherItem(IReadOnlyList<Block> blocks, int at, int end)
    {
        if (!LooksLikeTitle(blocks[at]) || !(blocks[at].BlankBefore || blocks[at].IsBold || blocks[at].HeadingLevel > 0))
            return false;

        var later = blocks.Skip(at + 1).Take(Math.Min(end - at - 1, MaxItemLength)).ToList();
        var decision = later.FindIndex(block => Vocabulary.Read(block.Line) == LabelKind.Decision);
        return decision > 0 && later.Take(decision).Any(IsMatter) && !later.Take(decision).Any(ClosesInstead);

        bool IsMatter(Block block) => RecommendationStem.Read(block.Line) is not null || Vocabulary.Read(block.Line) is LabelKind.Recommendation or LabelKind.Section;

        bool ClosesInstead(Block block) => LooksLikeTitle(block) && ClosingTitle().IsMatch(block.Line.Trim());
    }

    [GeneratedRegex(@"^(eventuelt|evt\.?|mødekalender\b.*|kommende møder|næste møder?|øvrigt|mødeevaluering|evaluering af (dagens )?mødet?|underskriftsside|lukket punkt\b.*|lukkede punkter)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ClosingTitle();

    [GeneratedRegex(@"^(eventuelt|evt\.?|mødekalender|kommende møder|næste møder?|velkomst|godkendelse af|nyt fra|orientering\b|gensidig orientering|status\b|opfølgning på|siden sidst|meddelelser|udpegning|drøftelse af|præsentation af|indledende drøftelse|dagsordenspunkter til|fastlæggelse af|temadrøftelse|evaluering|deltagere)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KnownTitle();
}
