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
    private const int MaxHeadingLength = 300;

    /// <param name="blocks">The document.</param>
    /// <param name="contents">The entries of the table of contents.</param>
    public static IReadOnlyList<ItemHeading> Find(IReadOnlyList<Block> blocks, IReadOnlyList<string> contents)
    {
        var listed = contents.Select(Key).Where(title => title.Length > 0).ToHashSet(StringComparer.Ordinal);
        var numbered = NumberedHeadings.Find(blocks, listed);
        var styled = Styled(blocks);
        var headings = styled.Count > numbered.Count ? styled : numbered;
        headings = headings.Count > 1 || listed.Count < 2 ? headings : Listed(blocks, listed);
        headings = headings.Count > 0 ? headings : Untitled(blocks);
        return headings.Count == 0 ? headings : WithPreludes(UnnumberedItems.AddTo(headings, blocks), blocks);
    }

    /// <summary>
    /// Some systems print the case number above the heading, and a heading over all closed items: both belong to what follows, not to the
    /// decision of the item before.
    /// </summary>
    private static List<ItemHeading> WithPreludes(IReadOnlyList<ItemHeading> headings, IReadOnlyList<Block> blocks)
    {
        var found = new List<ItemHeading>();
        bool? part = null;
        for (var item = 0; item < headings.Count; item++)
        {
            var heading = headings[item];
            var isPart = heading.Number is null && Closedness.OfPart(heading.Title) is not null && item + 1 < headings.Count;
            var end = isPart ? headings[item + 1].At : heading.At;
            var prelude = PreludeOf(blocks, found.Count > 0 ? found[^1].At + found[^1].Length : 0, end);
            if (isPart && end - prelude <= heading.At)
                continue;

            part = blocks.Skip(heading.At - prelude).Take(prelude).Select(block => Closedness.OfPart(block.Line)).LastOrDefault(closed => closed is not null) ?? part;
            found.Add(heading with { Prelude = prelude, IsClosed = part });
        }

        return found;
    }

    private static int PreludeOf(IReadOnlyList<Block> blocks, int from, int end)
    {
        var length = 0;
        while (end - length - 1 >= from && IsPrelude(blocks[end - length - 1]))
            length++;

        return length;
    }

    private static bool IsPrelude(Block block) =>
        block.Kind is BlockKind.Paragraph or BlockKind.Row
        && block.Line.Length < 120
        && (HeadVocabulary.Read(block.Line, out _) is HeadField.CaseNumber or HeadField.DocumentNumber or HeadField.CaseAndDocumentNumber || Closedness.OfPart(block.Line) is not null);

    /// <summary>A title in the form that a table of contents, a heading and a list of items share.</summary>
    public static string Key(string title)
    {
        var text = title.Length > MaxHeadingLength ? "" : Closedness.OfTitle(ItemTitle.Read(title).Title).Title;
        return Vocabulary.Fold(ContentsNumber().Replace(text, ""));
    }

    /// <summary>Items without numbers that a table of contents names.</summary>
    private static List<ItemHeading> Listed(IReadOnlyList<Block> blocks, HashSet<string> contents)
    {
        var found = new List<ItemHeading>();
        for (var at = 0; at < blocks.Count; at++)
        {
            if (blocks[at].Line.Length <= MaxHeadingLength && contents.Remove(Key(blocks[at].Line)))
                found.Add(new ItemHeading(at, null, blocks[at].Line));
        }

        return found.Count > 1 ? found : [];
    }

    /// <summary>A list of the items in the head, with or without their numbers, says nothing that the items do not say.</summary>
    public static List<Block> WithoutContents(List<Block> head, IReadOnlyList<ItemHeading> headings)
    {
        var titles = headings.Select(heading => Key(heading.Title)).Where(title => title.Length > 0).ToHashSet(StringComparer.Ordinal);
        var listed = head.FindAll(block => block.Line.Length <= MaxHeadingLength && (titles.Contains(Key(NumberedHeadings.TitleOf(block))) || titles.Contains(Key(block.Line))));
        var isList = listed.Count > 1;
        return isList ? head.FindAll(block => !listed.Contains(block) && !ListHeading().IsMatch(block.Line)) : head;
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

    [GeneratedRegex(@"^(punkt|pkt\.?|sag|ad\.?)?\s*(nr\.?\s*)?\d{1,3}(\.0)?\s*[.:)/–-]?\s+(?=\S)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ContentsNumber();

    [GeneratedRegex(@"^(indholdsfortegnelse|indhold|dagsorden|dagsordenspunkter|punkter|punkter på dagsordenen|oversigt|følgende punkter blev behandlet)\s*:?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ListHeading();
}

/// <summary>Where an item begins, what its heading says, and how many blocks the heading takes.</summary>
/// <param name="Prelude">How many blocks ahead of the heading belong to it: its case number, the heading over closed items.</param>
/// <param name="IsClosed">What a heading over several items says of them.</param>
internal sealed record ItemHeading(int At, int? Number, string Title, int Length = 1, int Prelude = 0, bool? IsClosed = null)
{
    public int From => At - Prelude;
}
