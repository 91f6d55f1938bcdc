using Klynge.Documents.Layout;

namespace Klynge.Documents.Reading.Items;

internal enum DecisionRole
{
    None,
    RunningHead,
    Section,
}

/// <summary>
/// An item has one decision, but may show the word twice: once as a running head of the page (then the case goes on after it, recommendation and
/// all), or as "Referat" of the talk beside the "Beslutning" it led to.
/// </summary>
internal sealed class Decisions
{
    private readonly Dictionary<int, DecisionRole> _roles = [];

    public static Decisions In(IReadOnlyList<Block> blocks)
    {
        var decisions = new Decisions();
        var labels = new List<(int At, string Word)>();
        for (var at = 0; at < blocks.Count; at++)
        {
            if (blocks[at].Kind != BlockKind.Bullet && Vocabulary.Read(blocks[at], out var heading, out _) == LabelKind.Decision)
                labels.Add((at, Vocabulary.Fold(heading)));
        }

        var hasDecision = labels.Exists(label => label.Word.StartsWith("beslutning", StringComparison.Ordinal));
        for (var label = 0; label < labels.Count; label++)
        {
            var (at, word) = labels[label];
            if (hasDecision && word == "referat")
                decisions._roles[at] = DecisionRole.Section;
            else if (label + 1 < labels.Count && labels[label + 1].Word == word && Recommends(blocks, at, labels[label + 1].At))
                decisions._roles[at] = DecisionRole.RunningHead;
        }

        return decisions;
    }

    public DecisionRole RoleOf(int at) => _roles.GetValueOrDefault(at);

    private static bool Recommends(IReadOnlyList<Block> blocks, int from, int to)
    {
        for (var at = from + 1; at < to; at++)
        {
            if (RecommendationStem.Read(blocks[at].Line) is not null || Vocabulary.Read(blocks[at].Line) == LabelKind.Recommendation)
                return true;
        }

        return false;
    }
}
