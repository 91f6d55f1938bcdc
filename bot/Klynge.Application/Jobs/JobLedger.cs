using Klynge.Application.Data;
using Klynge.Domain.Common;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Jobs;

/// <summary>
/// Keeps the table of jobs. Each change is one statement with its condition, so that of any number of processes one wins.
/// The hosts' clocks may differ by less than <see cref="LeaseFor"/>.
/// </summary>
public sealed class JobLedger(Writer writer, IDbContextFactory<KlyngeContext> contexts, IClock clock)
{
    /// <summary>How long a killed process keeps others from its job. Long enough that a busy machine renews in time.</summary>
    internal static readonly Duration LeaseFor = Duration.FromSeconds(15);

    private static readonly Duration FirstRetry = Duration.FromSeconds(5);
    private static readonly Duration LongestWait = Duration.FromMinutes(15);

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

        return 1;
    }, cancellationToken);

    /// <returns>The names of the jobs that are due and that nobody runs.</returns>
    internal async Task<IReadOnlySet<string>> DueAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var names = await db.Jobs.AsNoTracking()
            .Where(row => row.NextRunAt <= now && (row.RunUntil == null || row.RunUntil <= now))
            .Select(row => row.Name)
            .ToListAsync(cancellationToken);
        return names.ToHashSet(StringComparer.Ordinal);
    }

    /// <returns>Null when the job is not due or another run has it.</returns>
    internal async Task<JobClaim?> ClaimAsync(JobDefinition job, CancellationToken cancellationToken)
    {
        var run = Guid.CreateVersion7();
        var claimed = await WriteAsync("ClaimJob", scope => scope.Db.Jobs
            .Where(row => row.Name == job.Name && row.NextRunAt <= scope.Now && (row.RunUntil == null || row.RunUntil <= scope.Now))
            .ExecuteUpdateAsync(row => row
                .SetProperty(state => state.RunId, run)
                .SetProperty(state => state.RunUntil, scope.Now + LeaseFor)
                .SetProperty(state => state.StartedAt, scope.Now)), cancellationToken);
        if (claimed == 0)
        {
            return null;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var mine = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(row => row.Name == job.Name && row.RunId == run, cancellationToken);
        return mine is null ? null : new JobClaim(job, run, mine.DueAt, mine.StartedAt!.Value, mine.FailuresInARow);
    }

    /// <returns>False when the lease ran out meanwhile and another run has the job: stop.</returns>
    internal async Task<bool> RenewAsync(JobClaim claim, CancellationToken cancellationToken) =>
        await WriteAsync("RenewJob", scope => scope.Db.Jobs
            .Where(row => row.Name == claim.Job.Name && row.RunId == claim.RunId)
            .ExecuteUpdateAsync(row => row.SetProperty(state => state.RunUntil, scope.Now + LeaseFor)), cancellationToken) == 1;

    /// <summary>Records a success and when the job is due next. Counted from the start of the run: what fell due while it ran is not lost.</summary>
    internal Task SucceedAsync(JobClaim claim)
    {
        var next = claim.Job.Schedule.NextAfter(claim.StartedAt);
        return WriteAsync("FinishJob", scope => scope.Db.Jobs
            .Where(row => row.Name == claim.Job.Name && row.RunId == claim.RunId)
            .ExecuteUpdateAsync(row => row
                .SetProperty(state => state.RunId, (Guid?)null)
                .SetProperty(state => state.RunUntil, (Instant?)null)
                .SetProperty(state => state.FinishedAt, scope.Now)
                .SetProperty(state => state.SucceededAt, scope.Now)
                .SetProperty(state => state.Outcome, JobOutcome.Succeeded)
                .SetProperty(state => state.FailuresInARow, 0)
                .SetProperty(state => state.Failure, (string?)null)
                .SetProperty(state => state.DueAt, next)
                .SetProperty(state => state.NextRunAt, next)), CancellationToken.None);
    }

    /// <summary>Records a failure; the next try comes later each time. When the run was due stays as it is.</summary>
    internal Task FailAsync(JobClaim claim, string failure)
    {
        var wait = WaitAfter(claim.EarlierFailures + 1);
        return WriteAsync("FinishJob", scope => scope.Db.Jobs
            .Where(row => row.Name == claim.Job.Name && row.RunId == claim.RunId)
            .ExecuteUpdateAsync(row => row
                .SetProperty(state => state.RunId, (Guid?)null)
                .SetProperty(state => state.RunUntil, (Instant?)null)
                .SetProperty(state => state.FinishedAt, scope.Now)
                .SetProperty(state => state.Outcome, JobOutcome.Failed)
                .SetProperty(state => state.FailuresInARow, state => state.FailuresInARow + 1)
                .SetProperty(state => state.Failure, failure)
                .SetProperty(state => state.NextRunAt, scope.Now + wait)), CancellationToken.None);
    }

    /// <summary>Gives the job back at once, for whoever looks next.</summary>
    internal Task InterruptAsync(JobClaim claim) => WriteAsync("FinishJob", scope => scope.Db.Jobs
        .Where(row => row.Name == claim.Job.Name && row.RunId == claim.RunId)
        .ExecuteUpdateAsync(row => row
            .SetProperty(state => state.RunId, (Guid?)null)
            .SetProperty(state => state.RunUntil, (Instant?)null)
            .SetProperty(state => state.FinishedAt, scope.Now)
            .SetProperty(state => state.Outcome, JobOutcome.Interrupted)), CancellationToken.None);

    /// <summary>10 seconds after the first failure, then twice as long each time, at most a quarter of an hour.</summary>
    internal static Duration WaitAfter(int failures) =>
        Duration.Min(LongestWait, FirstRetry * Math.Pow(2, Math.Min(failures, 12)));

    private async Task<int> WriteAsync(string useCase, Func<WriteScope, Task<int>> change, CancellationToken cancellationToken)
    {
        var result = await writer.WriteAsync<int>(
            new WriteIntent(useCase, Caller.System, IsOnRecord: false), async scope => await change(scope), cancellationToken);
        return result.Value;
    }
}
