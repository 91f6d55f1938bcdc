using Klynge.Application.Data.Leases;
using NodaTime;

namespace Klynge.Application.Jobs;

/// <summary>The right to run a job now, until the lease runs out.</summary>
internal sealed record JobClaim(JobDefinition Job, Lease Lease, Instant DueAt, Instant StartedAt, int EarlierFailures) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Lease.DisposeAsync();
}
