using NodaTime;

namespace Klynge.Application.Jobs;

/// <summary>What a job may know of the run it is in.</summary>
/// <param name="DueAt">When the run was due; long ago when the machine was off or earlier tries failed. Missed runs are made up for by this one.</param>
/// <param name="StartedAt">The instant that the run goes by.</param>
public sealed record JobContext(Instant DueAt, Instant StartedAt);
