using NodaTime;

namespace Klynge.Testing;

/// <summary>A clock that stands still until a test moves it.</summary>
public sealed class FakeClock(Instant now) : IClock
{
    private Instant _now = now;

    public Instant GetCurrentInstant() => _now;

    public void Advance(Duration duration) => _now += duration;

    public void Set(Instant instant) => _now = instant;
}
