using System.Diagnostics.Metrics;
using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Telemetry;

/// <summary>
/// What waits: messages in the outbox and runs of jobs that are late. Each is read from the database when somebody collects, so it
/// is the truth for every process on that database, and costs nothing while nobody does.
/// </summary>
public sealed class BacklogMeters : IDisposable
{
    public const string Name = "Klynge.Backlog";

    private readonly Meter _meter = new(Name);
    private readonly IDbContextFactory<KlyngeContext> _contexts;
    private readonly IClock _clock;

    public BacklogMeters(IDbContextFactory<KlyngeContext> contexts, IClock clock)
    {
        (_contexts, _clock) = (contexts, clock);
        _meter.CreateObservableGauge("klynge.outbox.depth", CountWaiting, "{message}", "Messages that are neither sent nor given up.");
        _meter.CreateObservableGauge("klynge.outbox.age", AgeOfOldest, "s", "How long the oldest of them has waited.");
        _meter.CreateObservableGauge("klynge.job.lag", Lags, "s", "How long ago the run was due that has not succeeded yet; 0 when none is.");
    }

    public void Dispose() => _meter.Dispose();

    private long CountWaiting()
    {
        using var db = _contexts.CreateDbContext();
        return db.Outbox.LongCount(message => message.SentAt == null && message.GivenUpAt == null);
    }

    internal double AgeOfOldest()
    {
        using var db = _contexts.CreateDbContext();
        var oldest = db.Outbox
            .Where(message => message.SentAt == null && message.GivenUpAt == null)
            .OrderBy(message => message.Id)
            .Select(message => (Instant?)message.CreatedAt)
            .FirstOrDefault();
        return oldest is { } since ? SecondsSince(since) : 0;
    }

    private List<Measurement<double>> Lags()
    {
        using var db = _contexts.CreateDbContext();
        return db.Jobs
            .Select(job => new { job.Name, job.DueAt })
            .AsEnumerable()
            .Select(job => new Measurement<double>(SecondsSince(job.DueAt), new KeyValuePair<string, object?>("job", job.Name)))
            .ToList();
    }

    private double SecondsSince(Instant instant) => Math.Max(0, (_clock.GetCurrentInstant() - instant).TotalSeconds);
}
