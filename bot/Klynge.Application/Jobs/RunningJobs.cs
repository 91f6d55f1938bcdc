using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Jobs;

internal static class RunningJobs
{
    /// <returns>The names of the leases that somebody holds.</returns>
    internal static async Task<IReadOnlySet<string>> RunningAsync(this KlyngeContext db, Instant now, CancellationToken cancellationToken)
    {
        var held = await db.Leases.AsNoTracking().Where(lease => lease.Until > now).Select(lease => lease.Name).ToListAsync(cancellationToken);
        return held.ToHashSet(StringComparer.Ordinal);
    }
}
