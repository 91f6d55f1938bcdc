using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;
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

/// <summary>How the jobs are, whichever process runs them.</summary>
public sealed class JobQueries(JobRegistry registry, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <returns>Every registered job; rows of jobs that a newer or older version knows are left out.</returns>
    public async Task<IReadOnlyList<JobView>> ListAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var states = await db.Jobs.AsNoTracking().ToDictionaryAsync(state => state.Name, StringComparer.Ordinal, cancellationToken);
        var running = await db.RunningAsync(now, cancellationToken);
        return [.. registry.All
            .Select(job => job.Definition)
            .Select(job => JobView.Of(job, states.GetValueOrDefault(job.Name), running.Contains(JobState.LeaseOf(job.Name)), now))];
    }
}
