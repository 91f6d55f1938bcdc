namespace Klynge.Domain.Agendas;

/// <summary>Numbers the items of one agenda 1…n without gaps.</summary>
public static class AgendaOrder
{
    /// <summary>The number a new item gets: after everything but the standing items that close the agenda.</summary>
    /// <param name="items">The items on the agenda, in any order.</param>
    public static int PlaceForNew(IReadOnlyCollection<AgendaItem> items) =>
        Sorted(items).FindLastIndex(item => !item.Content.StandsLast) + 2;

    /// <summary>Makes room at <paramref name="number"/>: what stands there and behind moves one down.</summary>
    /// <returns>The number within 1…n+1 that is free now.</returns>
    public static int MakeRoom(IReadOnlyCollection<AgendaItem> items, int number)
    {
        var place = Math.Clamp(number, 1, items.Count + 1);
        var sorted = Sorted(items);
        for (var index = 0; index < sorted.Count; index++)
        {
            sorted[index].Number = index + 1 < place ? index + 1 : index + 2;
        }

        return place;
    }

    /// <summary>Closes the gap that a removed item left.</summary>
    public static void CloseGaps(IReadOnlyCollection<AgendaItem> items)
    {
        var sorted = Sorted(items);
        for (var index = 0; index < sorted.Count; index++)
        {
            sorted[index].Number = index + 1;
        }
    }

    /// <summary>Moves an item up (negative) or down among the others; at either end it stays there.</summary>
    public static void Move(IReadOnlyCollection<AgendaItem> items, AgendaItem item, int steps)
    {
        var others = Sorted(items);
        var from = others.IndexOf(item);
        others.RemoveAt(from);
        others.Insert(Math.Clamp(from + steps, 0, others.Count), item);
        for (var index = 0; index < others.Count; index++)
        {
            others[index].Number = index + 1;
        }
    }

    private static List<AgendaItem> Sorted(IReadOnlyCollection<AgendaItem> items) => [.. items.OrderBy(item => item.Number)];
}
