namespace Klynge.Teams.Tests.Support;

/// <summary>
/// A clock that stands still until somebody waits for it: then it jumps to the end of the wait and notes how long that was.
/// Waits of at least <paramref name="longest"/> are limits, not waits; those end only when the jumps reach them.
/// </summary>
internal sealed class SkippingTimeProvider(TimeSpan longest) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private readonly List<TimeSpan> _waits = [];
    private DateTimeOffset _now = new(2026, 11, 22, 9, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public IReadOnlyList<TimeSpan> Waits
    {
        get
        {
            lock (_lock)
                return [.. _waits];
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(due.Contains);
        }

        foreach (var timer in due)
            timer.Fire();
    }

    private void Schedule(Timer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            _timers.Remove(timer);
            if (dueTime < TimeSpan.Zero)
                return;
            timer.Due = _now + dueTime;
            _timers.Add(timer);
            if (dueTime >= longest)
                return;
            _waits.Add(dueTime);
        }

        ThreadPool.QueueUserWorkItem(_ => Advance(Remaining(timer)));
    }

    private TimeSpan Remaining(Timer timer)
    {
        lock (_lock)
            return _timers.Contains(timer) && timer.Due > _now ? timer.Due - _now : TimeSpan.Zero;
    }

    private void Remove(Timer timer)
    {
        lock (_lock)
            _timers.Remove(timer);
    }

    private sealed class Timer(SkippingTimeProvider owner, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            owner.Schedule(this, dueTime);
            return true;
        }

        public void Dispose() => owner.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
