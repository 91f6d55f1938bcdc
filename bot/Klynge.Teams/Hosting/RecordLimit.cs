using System.Threading.RateLimiting;

namespace Klynge.Teams.Hosting;

/// <summary>How often refusals of one kind are put on record: twenty at once, and one a minute after them. A flood fills no log.</summary>
/// <typeparam name="TKind">What counts together. Never anything that a caller may write as it likes.</typeparam>
public sealed class RecordLimit<TKind> : IDisposable
    where TKind : notnull
{
    private const int AtOnce = 20;

    private readonly PartitionedRateLimiter<TKind> _kinds = PartitionedRateLimiter.Create<TKind, TKind>(kind =>
        RateLimitPartition.GetTokenBucketLimiter(kind, _ => new()
        {
            TokenLimit = AtOnce,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1),
            AutoReplenishment = false,
        }));

    public bool MayRecord(TKind kind)
    {
        using var lease = _kinds.AttemptAcquire(kind);
        return lease.IsAcquired;
    }

    public void Dispose() => _kinds.Dispose();
}
