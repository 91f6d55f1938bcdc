namespace Klynge.Teams.Hosting;

/// <summary>A few refreshes at once, then one every half minute: a rotation is followed at once, a flood of made-up keys is not.</summary>
internal sealed class RefreshBudget(TimeProvider time)
{
    private const int Burst = 5;
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(30);
    private readonly Lock _lock = new();
    private DateTimeOffset _usedUpTo = DateTimeOffset.MinValue;

    public bool TryTake()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var start = _usedUpTo > now - (Burst * Refill) ? _usedUpTo : now - (Burst * Refill);
            if (start + Refill > now)
                return false;
            _usedUpTo = start + Refill;
            return true;
        }
    }
}
