using Klynge.Application.Jobs;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Klynge.Bot.Hosting;

/// <summary>
/// Unhealthy while a job is overdue, whichever process should have run it. Apart from readiness: the bot answers people just as well
/// while, say, the document library is away, and must not be taken out of service or started anew for it.
/// </summary>
internal sealed class JobsCheck(JobRunner runner, JobQueries jobs) : IHealthCheck
{
    internal const string Tag = "jobs";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        // Also where this host runs none: from the first look on, a job that nobody runs becomes overdue.
        await runner.PrepareAsync(cancellationToken);
        var overdue = (await jobs.ListAsync(cancellationToken)).Where(job => job.IsOverdue).Select(job => job.Job.Name).ToList();
        return overdue.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"Overdue: {string.Join(", ", overdue)}");
    }
}
