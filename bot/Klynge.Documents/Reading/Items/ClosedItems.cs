using Klynge.Documents.Reading.Heads;
using Klynge.Documents.Reading.People;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.Items;

/// <summary>
/// Closes the items that a sentence ahead of them closes. Where the document speaks of closed items and none can be found, all are closed until
/// somebody has said which: showing a closed item cannot be taken back, hiding an open one can.
/// </summary>
internal static class ClosedItems
{
    public static IReadOnlyList<MinutesItem> Place(IReadOnlyList<MinutesItem> items, HeadFacts facts)
    {
        var spoken = facts.Sections
            .SelectMany(section => AttendanceSentences.Split(section.Text))
            .Select(Closedness.OfSentence)
            .OfType<IReadOnlyList<int>>()
            .ToList();
        var named = spoken.SelectMany(numbers => numbers).ToHashSet();
        var placed = items.Select(item => item.Number is { } number && named.Contains(number) ? item with { IsClosed = true } : item).ToList();
        var unplaced = spoken.Exists(numbers => numbers.Count == 0) || named.Any(number => !placed.Exists(item => item.Number == number));
        if (!unplaced || placed.Exists(item => item.IsClosed))
            return placed;

        facts.Doubts.Ask("items", 1, Questions.UnplacedClosed);
        return placed.ConvertAll(item => item with { IsClosed = true });
    }
}
