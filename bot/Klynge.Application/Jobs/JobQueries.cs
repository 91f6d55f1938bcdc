using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Jobs;

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
