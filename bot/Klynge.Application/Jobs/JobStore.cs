using Klynge.Application.Data;
using Klynge.Application.Data.Leases;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using NodaTime;

namespace Klynge.Application.Jobs;

/// <summary>Keeps the table of jobs. A run records what it came to under its lease only: one that lost it changes nothing any more.</summary>
public sealed class JobStore(Writer writer, RunOnceLease leases, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>How long a killed process keeps others from its job. Long enough that a busy machine renews in time.</summary>
    internal static readonly Duration LeaseFor = Duration.FromSeconds(15);

    private static readonly Duration FirstRetry = Duration.FromSeconds(5);
    private static readonly Duration MaxWait = Duration.FromMinutes(15);

    private const string InsertMissing = """
        INSERT INTO "Jobs" ("Name", "DueAt", "NextRunAt", "FailuresInARow") VALUES (@p0, @p1, @p1, 0) ON CONFLICT DO NOTHING
        """;

    /// <summary>Makes rows for jobs that are new, and lets a schedule that has become tighter count from now on.</summary>
    internal Task AddMissingAsync(IReadOnlyList<IJob> jobs, CancellationToken cancellationToken) => WriteAsync("AddJobs", async scope =>
    {
        foreach (var job in jobs.Select(job => job.Definition))
        {
            scope.Sql.Execute(InsertMissing, job.Name, job.Schedule.First(scope.Now).ToDatabase());
            var next = job.Schedule.NextAfter(scope.Now);
            await scope.Db.Jobs
                .Where(row => row.Name == job.Name && row.FailuresInARow == 0 && row.NextRunAt > next)
                .ExecuteUpdateAsync(row => row.SetProperty(state => state.DueAt, next).SetProperty(state => state.NextRunAt, next));
        }
    }, cancellationToken);

    internal Task HastenAsync(IReadOnlyList<string> names, CancellationToken cancellationToken) => WriteAsync("HastenJobs", scope => scope.Db.Jobs
        .Where(row => names.Contains(row.Name) && row.FailuresInARow == 0 && row.NextRunAt > scope.Now)
        .ExecuteUpdateAsync(row => row.SetProperty(state => state.DueAt, scope.Now).SetProperty(state => state.NextRunAt, scope.Now)), cancellationToken);

    /// <returns>The names of the jobs that are due and that nobody runs.</returns>
    internal async Task<IReadOnlySet<string>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await db.Jobs.AsNoTracking().Where(row => row.NextRunAt <= now).Select(row => row.Name).ToListAsync(cancellationToken);
        if (due.Count > 0)
        {
            var running = await db.RunningAsync(now, cancellationToken);
            due.RemoveAll(name => running.Contains(JobState.LeaseOf(name)));
        }

        return due.ToHashSet(StringComparer.Ordinal);
    }

    /// <returns>Null when the job is not due or another run has it. Disposed, the job is free for the next.</returns>
    internal async Task<JobClaim?> ClaimAsync(JobDefinition job, CancellationToken cancellationToken)
    {
        if (await leases.TryTakeAsync(JobState.LeaseOf(job.Name), LeaseFor, cancellationToken) is not { } lease)
            return null;

        JobClaim? claim = null;
        await WriteAsync("StartJob", async scope => claim = await StartAsync(scope, job, lease), cancellationToken);
        if (claim is null)
            await lease.DisposeAsync();

        return claim;
    }

    /// <summary>Records a success and when the job is due next. Counted from the start of the run: what fell due while it ran is not lost.</summary>
    internal Task SucceedAsync(JobClaim claim)
    {
        var next = claim.Job.Schedule.NextAfter(claim.StartedAt);
        return FinishAsync(claim, JobOutcome.Succeeded, (row, now) => row
            .SetProperty(state => state.SucceededAt, now)
            .SetProperty(state => state.FailuresInARow, 0)
            .SetProperty(state => state.Failure, (string?)null)
            .SetProperty(state => state.DueAt, next)
            .SetProperty(state => state.NextRunAt, next));
    }

    /// <summary>Records a failure; the next try comes later each time. When the run was due stays as it is.</summary>
    internal Task FailAsync(JobClaim claim, string failure)
    {
        var failures = claim.EarlierFailures + 1;
        return FinishAsync(claim, JobOutcome.Failed, (row, now) => row
            .SetProperty(state => state.FailuresInARow, failures)
            .SetProperty(state => state.Failure, failure)
            .SetProperty(state => state.NextRunAt, now + WaitAfter(failures)));
    }

    /// <summary>Leaves the job due, for whoever looks next.</summary>
    internal Task InterruptAsync(JobClaim claim) => FinishAsync(claim, JobOutcome.Interrupted, (_, _) => { });

    /// <summary>10 seconds after the first failure, then twice as long each time, at most a quarter of an hour.</summary>
    internal static Duration WaitAfter(int failures) =>
        Duration.Min(MaxWait, FirstRetry * Math.Pow(2, Math.Min(failures, 12)));

    private static async Task<JobClaim?> StartAsync(WriteScope scope, JobDefinition job, Lease lease)
    {
        var due = scope.Db.Jobs.Where(row => row.Name == job.Name && row.NextRunAt <= scope.Now);
        if (!lease.IsHeldIn(scope) || await due.AsNoTracking().SingleOrDefaultAsync() is not { } state)
            return null;

        await due.ExecuteUpdateAsync(row => row.SetProperty(started => started.StartedAt, scope.Now));
        return new JobClaim(job, lease, state.DueAt, scope.Now, state.FailuresInARow);
    }

    private Task FinishAsync(JobClaim claim, JobOutcome outcome, Action<UpdateSettersBuilder<JobState>, Instant> change) =>
        WriteAsync("FinishJob", async scope =>
        {
            if (claim.Lease.IsHeldIn(scope))
            {
                await scope.Db.Jobs.Where(row => row.Name == claim.Job.Name).ExecuteUpdateAsync(row =>
                {
                    row.SetProperty(state => state.FinishedAt, scope.Now).SetProperty(state => state.Outcome, outcome);
                    change(row, scope.Now);
                });
            }
        }, CancellationToken.None);

    private Task WriteAsync(string useCase, Func<WriteScope, Task> change, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(useCase, Caller.System, IsOnRecord: false), async scope =>
        {
            await change(scope);
            return default(Done);
        }, cancellationToken);
}

/// <summary>The right to run a job now, until the lease runs out.</summary>
internal sealed record JobClaim(JobDefinition Job, Lease Lease, Instant DueAt, Instant StartedAt, int EarlierFailures) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Lease.DisposeAsync();
}

/// <param name="Outcome">Null when there was nothing to run: it is not due, or another process has it.</param>
/// <param name="Took">How long it ran.</param>
public sealed record JobRun(string Name, JobOutcome? Outcome, Duration Took)
{
    internal static JobRun None(string name) => new(name, null, Duration.Zero);
}
