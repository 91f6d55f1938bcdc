namespace Klynge.Microsoft365.Simulated.Calendars;

/// <summary>One person's calendar with the order in which it changed.</summary>
internal sealed class Mailbox
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SimulatedEvent> _events = new(StringComparer.Ordinal);
    private readonly List<string> _changes = [];

    /// <summary>How many changes there have been: what a delta token remembers.</summary>
    public int Position
    {
        get
        {
            lock (_lock)
                return _changes.Count;
        }
    }

    public SimulatedEvent? Find(string id)
    {
        lock (_lock)
            return _events.GetValueOrDefault(id);
    }

    public void Put(SimulatedEvent item)
    {
        lock (_lock)
        {
            _events[item.Id] = item;
            _changes.Add(item.Id);
        }
    }

    /// <returns>The event as it became; null when there is none.</returns>
    public SimulatedEvent? Change(string id, Func<SimulatedEvent, SimulatedEvent> change, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (!_events.TryGetValue(id, out var before))
                return null;

            var after = change(before) with { Revision = before.Revision + 1, LastModified = now };
            _events[id] = after;
            _changes.Add(id);
            return after;
        }
    }

    public bool Remove(string id)
    {
        lock (_lock)
        {
            if (!_events.Remove(id))
                return false;

            _changes.Add(id);
            return true;
        }
    }

    public IReadOnlyList<SimulatedEvent> Between(DateTimeOffset from, DateTimeOffset until)
    {
        lock (_lock)
            return [.. _events.Values.Where(item => item.Overlaps(from, until)).OrderBy(item => item.Start).ThenBy(item => item.Id, StringComparer.Ordinal)];
    }

    /// <summary>The ids of what changed between two positions, each once, the last change counting.</summary>
    public IReadOnlyList<string> ChangedBetween(int from, int until)
    {
        lock (_lock)
            return [.. _changes[from..until].AsEnumerable().Reverse().Distinct(StringComparer.Ordinal).Reverse()];
    }
}

/// <param name="mailbox">Whose calendar.</param>
/// <param name="eventId">Which event.</param>
/// <param name="kind"><c>created</c>, <c>updated</c> or <c>deleted</c>.</param>
internal sealed class CalendarChange(string mailbox, string eventId, string kind) : EventArgs
{
    internal string Mailbox => mailbox;

    internal string EventId => eventId;

    internal string Kind => kind;
}
