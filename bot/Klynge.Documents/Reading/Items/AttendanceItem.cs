using System.Text.RegularExpressions;
using Klynge.Documents.Layout;
using Klynge.Documents.Reading.Heads;

namespace Klynge.Documents.Reading.Items;

/// <summary>
/// Some exports list the people as the first item of the agenda. They go to the participants; who came after all, and everything else the item says,
/// stays with the item.
/// </summary>
internal static partial class AttendanceItem
{
    public static bool IsOne(ItemHeading heading) => heading.Title.Length < 60 && Title().IsMatch(heading.Title.Trim());

    public static IReadOnlyList<Block> Take(IReadOnlyList<Block> body, HeadFacts facts)
    {
        var left = new List<Block>();
        var open = LabelKind.Section;
        var group = new Head(facts, inItem: true);
        foreach (var block in body)
        {
            var kind = Vocabulary.Read(block.Line);
            open = kind == LabelKind.None ? open : kind;
            var isList = kind == LabelKind.None && open == LabelKind.Section && RecommendationStem.Read(block.Line) is null;
            if (!isList || !group.TryRead(block))
                left.Add(block);
        }

        facts.TakeRolesFromParticipants();
        return left;
    }

    [GeneratedRegex(@"^(deltagere|mødedeltagere|fremmødte|til stede|fremmøde|deltagerliste|navneopråb|afbud|deltagere og afbud|fremmøde og afbud)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Title();
}
