using NodaTime;

namespace Klynge.Application.Jobs;

/// <summary>A job as the one who looks after the installation sees it.</summary>
/// <param name="State">Null before any process has run jobs.</param>
public sealed record JobView(JobDefinition Job, JobState? State, bool IsRunning, bool IsOverdue)
{
    internal static JobView Of(JobDefinition job, JobState? state, Instant now) => new(
        job, state, IsRunning: state?.RunUntil > now, IsOverdue: state is not null && now > state.DueAt + job.Grace);
}
