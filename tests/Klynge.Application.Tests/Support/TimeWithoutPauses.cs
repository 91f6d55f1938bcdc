namespace Klynge.Application.Tests.Support;

/// <summary>
/// Whoever pauses goes on at once, and it is as much later then: between two tries, or between two messages to one chat, of which the channel
/// takes seven in a second. A limit on how long something may take (<see cref="CancellationTokenSource"/>) is measured by the machine's own time.
/// </summary>
internal sealed class TimeWithoutPauses : TimeProvider
{
    private long _skipped;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Skipped;

    public override long GetTimestamp() => (System.GetElapsedTime(0) + Skipped).Ticks;

    /// <param name="state">The task that waits for a pause to be over; anything else belongs to a limit.</param>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (state is not Task || dueTime <= TimeSpan.Zero)
            return System.CreateTimer(callback, state, dueTime, period);

        Interlocked.Add(ref _skipped, dueTime.Ticks);
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    private TimeSpan Skipped => new(Interlocked.Read(ref _skipped));
}
