using NodaTime;

namespace Klynge.Microsoft365.Tests.Support;

/// <summary>The real time moved ahead by hand, for the bot and for Graph alike; waiting is real.</summary>
internal sealed class MovableTime : TimeProvider, IClock
{
    private TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(GetUtcNow());

    public void Advance(Duration duration) => _ahead += duration.ToTimeSpan();
}
