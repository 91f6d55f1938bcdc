using System.Text.RegularExpressions;
using Klynge.Domain.Forums;

namespace Klynge.Domain.Agendas;

/// <summary>Numbers the items of one agenda 1…n without gaps.</summary>
public static partial class AgendaOrder
{
    /// <summary>
    /// The number a new item gets: after everything but the items that close the agenda, and before »Eventuelt« in any case, also where
    /// somebody has put an item behind it, or the agenda was imported and says of no item that it is a standing one.
    /// </summary>
    /// <param name="items">The items on the agenda, in any order.</param>
    public static int PlaceForNew(IReadOnlyCollection<AgendaItem> items)
    {
        var sorted = Sorted(items);
        return Math.Min(BehindOthers(sorted), AnyOtherBusinessOf(sorted));
    }

    /// <summary>
    /// The number that an item gets which is put back: the one it had, but never behind »Eventuelt«, however the agenda has changed since.
    /// What closes the agenda goes behind what was added meanwhile, and behind »Eventuelt« only where the forum's standing items have it
    /// there. Example: »Budget« was 3 of »Valg, Plan, Budget, Eventuelt«; »Valg« was taken off after it, so it comes back as 2.
    /// </summary>
    /// <param name="items">The items on the agenda, in any order, without the one that is put back.</param>
    /// <param name="standing">The forum's standing items in their order.</param>
    public static int PlaceForReturned(IReadOnlyCollection<AgendaItem> items, AgendaItem item, IReadOnlyList<StandingItem> standing)
    {
        var sorted = Sorted(items);
        if (IsAnyOtherBusiness(item.Content.Title))
            return Math.Max(BehindOthers(sorted), Math.Min(item.RemovedFrom ?? 0, sorted.Count + 1));

        var before = StandsBehindAnyOtherBusiness(item, standing) ? sorted.Count + 1 : AnyOtherBusinessOf(sorted);
        if (item.RemovedFrom is not { } stood || stood > sorted.Count + 1)
            stood = item.Content.StandsLast ? before : PlaceForNew(items);

        return Math.Min(item.Content.StandsLast ? Math.Max(stood, BehindOthers(sorted)) : stood, before);
    }

    /// <summary>
    /// Whether a title is that of »Eventuelt«: alone, shortened, or with an addition (»Evt.«, »Eventuelt og næste møde«), and not a case
    /// that begins with the word (»Eventuelt køb af bygning«).
    /// </summary>
    public static bool IsAnyOtherBusiness(string title) => AnyOtherBusiness().IsMatch(title);

    /// <summary>Makes room at <paramref name="number"/>: what stands there and behind moves one down.</summary>
    /// <returns>The number within 1…n+1 that is free now.</returns>
    public static int MakeRoom(IReadOnlyCollection<AgendaItem> items, int number)
    {
        var place = Math.Clamp(number, 1, items.Count + 1);
        var sorted = Sorted(items);
        for (var index = 0; index < sorted.Count; index++)
            sorted[index].Number = index + 1 < place ? index + 1 : index + 2;

        return place;
    }

    /// <summary>Closes the gap that a removed item left.</summary>
    public static void CloseGaps(IReadOnlyCollection<AgendaItem> items)
    {
        var sorted = Sorted(items);
        for (var index = 0; index < sorted.Count; index++)
            sorted[index].Number = index + 1;
    }

    /// <summary>Moves an item up (negative) or down among the others; at either end it stays there.</summary>
    public static void Move(IReadOnlyCollection<AgendaItem> items, AgendaItem item, int steps)
    {
        var others = Sorted(items);
        var from = others.IndexOf(item);
        others.RemoveAt(from);
        others.Insert(Math.Clamp(from + steps, 0, others.Count), item);
        for (var index = 0; index < others.Count; index++)
            others[index].Number = index + 1;
    }

    [GeneratedRegex(
        @"^[\W\d]*(eventuelt|evt\.?)\s*([.:;,/&(–-]|og\b|samt\b|herunder\b|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AnyOtherBusiness();

    /// <summary>The first number behind every item that does not close the agenda.</summary>
    private static int BehindOthers(List<AgendaItem> sorted) =>
        sorted.FindLastIndex(item => !item.Content.StandsLast && !IsAnyOtherBusiness(item.Content.Title)) + 2;

    /// <summary>The number of the first »Eventuelt«, and the one behind the last item where there is none.</summary>
    private static int AnyOtherBusinessOf(List<AgendaItem> sorted) =>
        sorted.FindIndex(item => IsAnyOtherBusiness(item.Content.Title)) is var index and >= 0 ? index + 1 : sorted.Count + 1;

    private static bool StandsBehindAnyOtherBusiness(AgendaItem item, IReadOnlyList<StandingItem> standing) =>
        item.Content.StandsLast && standing
            .SkipWhile(one => !one.StandsLast || !IsAnyOtherBusiness(one.Title))
            .Any(one => one.StandsLast && one.Title == item.Content.Title);

    private static List<AgendaItem> Sorted(IReadOnlyCollection<AgendaItem> items) => [.. items.OrderBy(item => item.Number)];
}
