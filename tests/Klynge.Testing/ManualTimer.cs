namespace Klynge.Testing;

/// <summary>Timers that fire when the test says so.</summary>
public sealed class ManualTimer : TimeProvider
{
    private readonly List<Timer> _timers = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(() => callback(state));
        lock (_timers)
            _timers.Add(timer);

        return timer;
    }

    public void Tick()
    {
        lock (_timers)
            _timers.FindAll(timer => !timer.IsDisposed).ForEach(timer => timer.Fire());
    }

    private sealed class Timer(Action fire) : ITimer
    {
        internal bool IsDisposed { get; private set; }

        internal Action Fire { get; } = fire;

        public bool Change(TimeSpan dueTime, TimeSpan period) => !IsDisposed;

        public void Dispose() => IsDisposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
