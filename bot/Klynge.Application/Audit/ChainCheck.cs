namespace Klynge.Application.Audit;

/// <summary>
/// Reads the rows of the log one after the other and names each that is not as it was written. Keeps a hundred findings and one row,
/// however long the log is.
/// </summary>
/// <param name="anchors">Hashes in lower-case hex that were noted elsewhere and must still be there.</param>
/// <param name="isWhole">The whole log, which begins at its first row; false for an extract, where only neighbours can be held against each other.</param>
internal sealed class ChainCheck(IReadOnlyCollection<string> anchors, bool isWhole)
{
    private const int MaxFaults = 100;
    private static readonly string Nothing = Convert.ToHexStringLower(AuditHash.Nothing.Span);

    private readonly AuditHash _hash = new();
    private readonly List<AuditFault> _faults = [];
    private readonly List<AuditEntry> _unfit = [];
    private readonly Dictionary<string, long> _found = new(StringComparer.Ordinal);
    private AuditEntry? _last;
    private long _lastNumber;
    private bool _lastIsUnfit;
    private long _rows;
    private long _count;

    internal void Add(AuditEntry entry)
    {
        var isFit = entry.Hash.AsSpan().SequenceEqual(_hash.Of(entry));
        CheckLink(entry, isFit);
        if (!isFit)
        {
            _count++;
            Keep(_unfit, entry);
        }

        if (anchors.Count > 0 && isFit && Hex(entry) is var hex && anchors.Contains(hex, StringComparer.Ordinal))
            _found[hex] = entry.Sequence;

        (_last, _lastNumber, _lastIsUnfit) = (entry, entry.Sequence, !isFit);
        _rows++;
    }

    /// <summary>A row with a value that is not of its column's type any more.</summary>
    internal void AddUnreadable(long number)
    {
        Add(AuditFaultKind.Altered, number, number, null, Texts.Unreadable(number));
        (_lastNumber, _lastIsUnfit) = (number, true);
        _rows++;
    }

    /// <summary>A line of an export that is no row.</summary>
    internal void AddUnreadableLine(long line)
    {
        Add(AuditFaultKind.Altered, _lastNumber + 1, _lastNumber + 1, null, Texts.UnreadableLine(line));
        _lastIsUnfit = true;
        _rows++;
    }

    /// <param name="rows">How many rows an export says that it has; null when it does not say.</param>
    internal void CheckCount(long? rows)
    {
        if (rows != _rows)
            Add(AuditFaultKind.Incomplete, _lastNumber, _lastNumber, null, Texts.Incomplete(_rows, rows));
    }

    /// <param name="head">How far the log should have come; null when the record of it is gone.</param>
    internal AuditReport Finish(AuditHead? head)
    {
        CheckEnd(head);
        return Report();
    }

    /// <summary>For an extract, which has no end to be held against.</summary>
    internal AuditReport Report()
    {
        NameUnfit();
        if (anchors.Contains(Nothing, StringComparer.Ordinal))
            _found[Nothing] = 0; // Noted of a log that was empty still, which any log once was.

        foreach (var anchor in anchors.Where(anchor => !_found.ContainsKey(anchor)))
            Add(AuditFaultKind.AnchorLost, 0, 0, null, Texts.AnchorLost(anchor));

        var last = _last is null ? Nothing : Hex(_last);
        return new AuditReport(_rows, _lastNumber, last, [.. _faults.OrderBy(fault => fault.From)], _count, _found);
    }

    private void CheckLink(AuditEntry entry, bool isFit)
    {
        var last = _lastNumber;
        var expected = _last is null ? AuditHash.Nothing.Span : _last.Hash;
        var isLinked = entry.PreviousHash.AsSpan().SequenceEqual(expected);
        if (isLinked || (!isWhole && entry.Sequence != last + 1))
            return;

        if (entry.Sequence > last + 1)
            Add(AuditFaultKind.Removed, last + 1, entry.Sequence - 1, null, Texts.Removed(last + 1, entry.Sequence - 1, _last, entry));
        else if (isFit && !_lastIsUnfit && _last is not null)
            Add(AuditFaultKind.Replaced, last, last, _last, Texts.Replaced(_last));
    }

    private void CheckEnd(AuditHead? head)
    {
        var last = _lastNumber;
        if (head is null)
            Add(AuditFaultKind.HeadLost, last, last, null, Texts.HeadLost);
        else if (head.Sequence > last)
            Add(AuditFaultKind.Removed, last + 1, head.Sequence, null, Texts.RemovedAtEnd(last + 1, head.Sequence, _last));
        else if (head.Sequence < last)
            Add(AuditFaultKind.Added, head.Sequence + 1, last, _last, Texts.Added(head.Sequence + 1, last));
        else if (_last is not null && !_lastIsUnfit && !_last.Hash.AsSpan().SequenceEqual(head.Hash))
            Add(AuditFaultKind.Replaced, last, last, _last, Texts.Replaced(_last));
    }

    /// <summary>A row whose hash does not fit was changed, or it is whole and was written under a number where another row is missing or unfit.</summary>
    private void NameUnfit()
    {
        var places = _unfit.Select(entry => entry.Sequence).ToHashSet();
        places.UnionWith(_faults.Where(fault => fault.Kind == AuditFaultKind.Removed).SelectMany(Numbers));
        foreach (var entry in _unfit)
        {
            var from = places.FirstOrDefault(place => entry.Hash.AsSpan().SequenceEqual(_hash.Of(entry, place)));
            var (kind, text) = from > 0 ? (AuditFaultKind.Moved, Texts.Moved(entry, from)) : (AuditFaultKind.Altered, Texts.Altered(entry));
            Keep(_faults, new AuditFault(kind, entry.Sequence, entry.Sequence, entry.At, entry.UseCase, text));
        }
    }

    private static IEnumerable<long> Numbers(AuditFault fault)
    {
        for (var number = fault.From; number <= fault.To && number - fault.From < MaxFaults; number++)
            yield return number;
    }

    private void Add(AuditFaultKind kind, long from, long to, AuditEntry? entry, string text)
    {
        _count++;
        Keep(_faults, new AuditFault(kind, from, to, entry?.At, entry?.UseCase, text));
    }

    private static void Keep<T>(List<T> list, T item)
    {
        if (list.Count < MaxFaults)
            list.Add(item);
    }

    private static string Hex(AuditEntry entry) => Convert.ToHexStringLower(entry.Hash);
}
