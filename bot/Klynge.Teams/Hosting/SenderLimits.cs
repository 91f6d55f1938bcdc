using System.Threading.RateLimiting;
using Klynge.Teams.Activities;

namespace Klynge.Teams.Hosting;

/// <summary>
/// How much one person, and one tenant, may ask of the bot: a bucket each that holds a minute's worth and fills evenly, so that nobody
/// is held back who presses a dozen buttons at once. Both are what the channel vouches for, never a field of a card. Buckets that are
/// full again are dropped, so memory follows those who are busy now.
/// </summary>
internal sealed class SenderLimits(TeamsBotOptions options) : IDisposable
{
    private const int PerMinute = 60;

    private readonly PartitionedRateLimiter<Activity> _people = Create(activity => activity.From?.Id, options.RequestsPerPerson);
    private readonly PartitionedRateLimiter<Activity> _tenants = Create(activity => activity.TenantId, options.RequestsPerTenant);
    private readonly PartitionedRateLimiter<Activity> _notices = Create(activity => activity.From?.Id, perMinute: 1);

    /// <summary>A person over the own limit costs the tenant nothing.</summary>
    public bool Allows(Activity activity) => Take(_people, activity) && Take(_tenants, activity);

    /// <summary>Once a minute: saying it each time would be the very work that is spared.</summary>
    public bool MaySaySo(Activity activity) => Take(_notices, activity);

    public void Dispose()
    {
        _people.Dispose();
        _tenants.Dispose();
        _notices.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<Activity> limiter, Activity activity)
    {
        using var lease = limiter.AttemptAcquire(activity);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<Activity> Create(Func<Activity, string?> key, int perMinute) =>
        PartitionedRateLimiter.Create<Activity, string>(
            activity => perMinute == 0
                ? RateLimitPartition.GetNoLimiter(string.Empty)
                : RateLimitPartition.GetTokenBucketLimiter(key(activity) ?? string.Empty, _ => Bucket(perMinute)),
            StringComparer.Ordinal);

    private static TokenBucketRateLimiterOptions Bucket(int perMinute)
    {
        var each = Math.Max(1, perMinute / PerMinute);
        return new()
        {
            TokenLimit = perMinute,
            TokensPerPeriod = each,
            ReplenishmentPeriod = TimeSpan.FromMinutes(1) * each / perMinute,
            AutoReplenishment = false,
        };
    }
}
