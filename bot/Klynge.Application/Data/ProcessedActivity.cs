using NodaTime;

namespace Klynge.Application.Data;

/// <summary>
/// An activity whose write is done: the channel may deliver it again, also after a restart, and it must have no second effect.
/// </summary>
public sealed class ProcessedActivity
{
    /// <summary>The activity's key and the use case, so that one activity can ask for two different things once each.</summary>
    public required string Key { get; init; }

    public required Instant At { get; init; }
}
