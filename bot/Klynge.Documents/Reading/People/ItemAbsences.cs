namespace Klynge.Documents.Reading.People;

/// <summary>
/// Who missed which items. Some minutes repeat "Fraværende: Eva Bang" under every item, others say it once under the first: who was away under
/// the first item alone, in minutes that say it nowhere else, was away from the meeting.
/// </summary>
internal sealed class ItemAbsences
{
    private readonly Dictionary<int, HashSet<int>> _away = [];
    private readonly Dictionary<int, HashSet<int>> _missed = [];
    private readonly Dictionary<int, (int Item, bool IsAfter)> _left = [];

    public void Away(int person, int item) => Of(_away, person).Add(item);

    public bool Misses(int person, IReadOnlyList<int> items)
    {
        Of(_missed, person).UnionWith(items);
        return items.Count > 0;
    }

    public bool Leaves(int person, int? item, bool isAfter)
    {
        if (item is { } number)
            _left[person] = (number, isAfter);

        return item is not null;
    }

    public (bool IsAway, IReadOnlySet<int> Missed) Of(int person, IReadOnlyList<int> numbers)
    {
        var missed = new HashSet<int>(_missed.GetValueOrDefault(person) ?? []);
        if (_left.TryGetValue(person, out var left))
            missed.UnionWith(numbers.Where(number => left.IsAfter ? number > left.Item : number >= left.Item));

        if (!_away.TryGetValue(person, out var away) || numbers.Count == 0)
            return (false, missed);

        var onlyFirst = _away.Values.All(items => items.All(item => item == numbers[0]));
        if (onlyFirst || numbers.All(away.Contains))
            return (true, missed);

        missed.UnionWith(away);
        return (false, missed);
    }

    private static HashSet<int> Of(Dictionary<int, HashSet<int>> sets, int person)
    {
        if (!sets.TryGetValue(person, out var set))
            sets[person] = set = [];

        return set;
    }
}
