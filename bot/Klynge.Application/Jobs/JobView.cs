using NodaTime;

namespace Klynge.Application.Jobs;

/// <summary>A job as the one who looks after the installation sees it.</summary>
/// <param name="State">Null before any process has run jobs.</param>
/// <param name="IsOverdue">It has lacked a successful run for longer than its grace: nobody runs it, it fails, or it hangs.</param>
public sealed record JobView(JobDefinition Job, JobState? State, bool IsRunning, bool IsOverdue)
{
    internal static JobView Of(JobDefinition job, JobState? state, bool isRunning, Instant now) =>
        new(job, state, isRunning, IsOverdue: state is not null && now > state.DueAt + job.Grace);
}
