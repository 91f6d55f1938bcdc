using Klynge.Documents.Layout;
using Klynge.Documents.Reading.Heads;
using Klynge.Documents.Reading.People;

namespace Klynge.Documents.Reading.Items;

/// <summary>
/// A word that stands alone under most items is a label, whatever it says ("Udfald", "Mødets svar"). Where the document has no other label for its
/// decisions, the last one of each item is that; every other one is the heading of a section.
/// </summary>
internal static class RepeatedLabels
{
    private const int MaxLabelLength = 40;
    private const int MaxWords = 4;

    /// <summary>Marks the blocks that open a part; returns the word that was taken for the label of decisions, if one was.</summary>
    public static string? Mark(List<Block> blocks, IReadOnlyList<ItemHeading> headings)
    {
        var places = new Dictionary<string, List<(int Item, int At)>>(StringComparer.Ordinal);
        var decided = 0;
        for (var item = 0; item < headings.Count; item++)
        {
            var end = item + 1 < headings.Count ? headings[item + 1].At : blocks.Count;
            decided += Collect(blocks, headings[item].At + headings[item].Length, end, item, places) ? 1 : 0;
        }

        var needed = Math.Max(2, (headings.Count + 1) / 2);
        var labels = places.Where(label => label.Value.Select(place => place.Item).Distinct().Count() >= needed).ToList();
        var decision = decided > 0 || labels.Count == 0 ? null : labels.MaxBy(label => label.Value.Average(place => place.At - headings[place.Item].At)).Key;
        foreach (var (word, found) in labels)
        {
            foreach (var (_, at) in found)
                blocks[at] = blocks[at] with { Opens = word == decision ? LabelKind.Decision : LabelKind.Section };
        }

        return decision is null ? null : blocks[places[decision][0].At].Line;
    }

    private static bool Collect(List<Block> blocks, int from, int end, int item, Dictionary<string, List<(int Item, int At)>> places)
    {
        var decided = false;
        for (var at = from; at < end; at++)
        {
            decided |= blocks[at].Kind != BlockKind.Bullet && Vocabulary.Read(blocks[at].Line) == LabelKind.Decision;
            if (at + 1 >= end || !MayBeLabel(blocks[at]) || MayBeLabel(blocks[at + 1]))
                continue;

            var word = Vocabulary.Fold(blocks[at].Line);
            if (!places.TryGetValue(word, out var found))
                places[word] = found = [];

            found.Add((item, at));
        }

        return decided;
    }

    private static bool MayBeLabel(Block block) =>
        block.Line.Length <= MaxLabelLength
        && block.Line.Split(' ').Length <= MaxWords
        && UnnumberedItems.LooksLikeTitle(block)
        && Closedness.OfLine(block.Line) is null
        && HeadVocabulary.Read(block.Line, out _) == HeadField.None
        && !(block.Line.Contains(' ', StringComparison.Ordinal) && ParticipantWords.IsName(block.Line))
        && AttendanceSentences.Read(block.Line).Count == 0;
}
