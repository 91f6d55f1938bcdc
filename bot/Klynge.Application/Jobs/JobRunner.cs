using Klynge.Application.Data;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Klynge.Application.Jobs;

/// <summary>
/// Runs jobs that are due, each in one process at a time, and records what they came to. Both hosts run jobs through this alone: the
/// bot's own <see cref="JobHost"/> and the functions.
/// </summary>
public sealed partial class JobRunner(JobRegistry registry, JobStore store, TimeProvider time, ILogger<JobRunner> logger) : IDisposable
{
    /// <summary>Three tries before the lease runs out.</summary>
    private static readonly TimeSpan RenewEvery = JobStore.LeaseFor.ToTimeSpan() / 3;

    private readonly SemaphoreSlim _preparing = new(1, 1);
    private bool _isPrepared;

    /// <summary>Puts jobs that are new into the table. Also for hosts that run none, so that a job that nobody runs becomes overdue.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _preparing.WaitAsync(cancellationToken);
        try
        {
            if (!_isPrepared)
            {
                await store.AddMissingAsync(registry.All, cancellationToken);
                _isPrepared = true;
            }
        }
        finally
        {
            _preparing.Release();
        }
    }

    public void Dispose() => _preparing.Dispose();

    /// <summary>Runs what is due in a group, one job after the other; one that fails does not stop the next.</summary>
    /// <exception cref="StorageUnavailableException">The database is away; nothing was recorded.</exception>
    public async Task<IReadOnlyList<JobRun>> RunDueAsync(JobGroup group, CancellationToken cancellationToken)
    {
        var runs = new List<JobRun>();
        foreach (var job in (await DueAsync(cancellationToken)).Where(job => job.Definition.Group == group))
            runs.Add(await RunAsync(job, cancellationToken));

        return runs;
    }

    /// <summary>Makes the jobs of a group due now, because there is work: in place of at their next time. One that waits after a failure goes on waiting.</summary>
    public async Task HastenAsync(JobGroup group, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        await store.HastenAsync([.. registry.All.Select(job => job.Definition).Where(job => job.Group == group).Select(job => job.Name)], cancellationToken);
    }

    /// <returns>The jobs that are due now and that nobody runs.</returns>
    internal async Task<IReadOnlyList<IJob>> DueAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var due = await store.DueAsync(cancellationToken);
        return [.. registry.All.Where(job => due.Contains(job.Definition.Name))];
    }

    /// <summary>Runs a job unless it is not due or another process has it.</summary>
    internal async Task<JobRun> RunAsync(IJob job, CancellationToken cancellationToken)
    {
        var name = job.Definition.Name;
        if (await store.ClaimAsync(job.Definition, cancellationToken) is not { } claim)
            return JobRun.None(name);

        await using var running = claim;
        using var span = JobTelemetry.Source.StartActivity(name);
        var started = time.GetTimestamp();
        var outcome = await RunClaimedAsync(job, claim, cancellationToken);
        var took = time.GetElapsedTime(started);
        JobTelemetry.Record(name, outcome, took);
        LogRan(name, outcome, (long)took.TotalMilliseconds);
        return new JobRun(name, outcome, Duration.FromTimeSpan(took));
    }

    private async Task<JobOutcome> RunClaimedAsync(IJob job, JobClaim claim, CancellationToken cancellationToken)
    {
        using var running = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewing = RenewAsync(claim, running);
        try
        {
            await job.RunAsync(new JobContext(claim.DueAt, claim.StartedAt), running.Token);
            await store.SucceedAsync(claim);
            return JobOutcome.Succeeded;
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            await store.InterruptAsync(claim);
            return JobOutcome.Interrupted;
        }
        catch (Exception exception)
        {
            // The text of an exception may quote what a person wrote; its type and the stack do not.
            LogFailed(claim.Job.Name, exception.GetType().FullName, exception.StackTrace);
            await store.FailAsync(claim, exception.GetType().Name);
            return JobOutcome.Failed;
        }
        finally
        {
            await running.CancelAsync();
            await renewing;
        }
    }

    /// <summary>Keeps the lease while the job runs, and stops the job when another process has it.</summary>
    private async Task RenewAsync(JobClaim claim, CancellationTokenSource running)
    {
        using var timer = new PeriodicTimer(RenewEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(running.Token))
            {
                if (!await TryRenewAsync(claim, running.Token))
                {
                    LogLost(claim.Job.Name);
                    await running.CancelAsync();
                }
            }
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            LogReleased(claim.Job.Name);
        }
    }

    /// <summary>A database that is away for a moment is asked again; the job itself finds out soon enough.</summary>
    private async Task<bool> TryRenewAsync(JobClaim claim, CancellationToken cancellationToken)
    {
        try
        {
            return await claim.Lease.RenewAsync(JobStore.LeaseFor, cancellationToken);
        }
        catch (StorageUnavailableException exception)
        {
            LogNotRenewed(exception, claim.Job.Name);
            return true;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Job {Name}: {Outcome} in {Milliseconds} ms")]
    private partial void LogRan(string name, JobOutcome outcome, long milliseconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {Name} failed: {ExceptionType} {Stack}")]
    private partial void LogFailed(string name, string? exceptionType, string? stack);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lost the lease of job {Name} to another process; stopping this run")]
    private partial void LogLost(string name);

    [LoggerMessage(Level = LogLevel.Trace, Message = "Stopped renewing the lease of job {Name}")]
    private partial void LogReleased(string name);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Failed to renew the lease of job {Name}; retrying soon")]
    private partial void LogNotRenewed(Exception exception, string name);
}
