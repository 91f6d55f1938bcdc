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
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var states = await db.Jobs.AsNoTracking().ToDictionaryAsync(state => state.Name, StringComparer.Ordinal, cancellationToken);
        var now = clock.GetCurrentInstant();
        return [.. registry.All.Select(job => JobView.Of(job.Definition, states.GetValueOrDefault(job.Definition.Name), now))];
    }
}
