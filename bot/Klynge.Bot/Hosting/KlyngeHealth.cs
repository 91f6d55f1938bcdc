using Klynge.Application.Data;
using Klynge.Application.Documents;
using Klynge.Application.Ports;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Klynge.Bot.Hosting;

/// <summary><c>/healthz/live</c>: the process answers. <c>/healthz/ready</c>: the database answers, and what is written stays. <c>/healthz/jobs</c>: no job is overdue. None tells a stranger more.</summary>
internal static class KlyngeHealth
{
    internal static void AddKlyngeHealth(this IServiceCollection services) => services
        .AddSingleton(provider => new StorageProbe(
            provider.GetRequiredService<Writer>(),
            provider.GetRequiredService<TimeProvider>(),
            FolderOf(provider.GetRequiredService<KlyngeSettings>()),
            (provider.GetRequiredService<IDocumentLibrary>() as FolderDocumentLibrary)?.Root))
        .AddHealthChecks().AddCheck<DatabaseCheck>("database").AddCheck<JobsCheck>(JobsCheck.Tag, tags: [JobsCheck.Tag]);

    internal static void MapKlyngeHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/healthz/live", new HealthCheckOptions { Predicate = _ => false }).DisableRateLimiting();
        endpoints.MapHealthChecks("/healthz/ready", new HealthCheckOptions { Predicate = check => !check.Tags.Contains(JobsCheck.Tag) }).DisableRateLimiting();
        endpoints.MapHealthChecks("/healthz/jobs", new HealthCheckOptions { Predicate = check => check.Tags.Contains(JobsCheck.Tag) }).DisableRateLimiting();
    }

    /// <summary>Made at start where something is kept there; elsewhere there is nothing to try.</summary>
    private static string? FolderOf(KlyngeSettings settings) => Directory.Exists(settings.DataDirectory) ? settings.DataDirectory : null;

    private sealed class DatabaseCheck(IDbContextFactory<KlyngeContext> contexts, StorageProbe probe) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Database.CanConnectAsync(cancellationToken) && await probe.IsWritableAsync().WaitAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy();
        }
    }
}
