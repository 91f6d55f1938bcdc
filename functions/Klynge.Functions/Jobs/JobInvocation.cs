using Klynge.Application.Jobs;
using Klynge.Functions.Invocations;

namespace Klynge.Functions.Jobs;

/// <summary>
/// Runs a group of jobs for a function. When a job is due, in Danish time, and whether another host has it, stands in the database, so a
/// timer in UTC that fires late, twice or in two instances does no harm.
/// </summary>
internal sealed class JobInvocation(JobRunner jobs, RunningInvocations running)
{
    /// <summary>Runs what is due.</summary>
    /// <exception cref="InvocationFailedException">A job failed or was cut off, so that it shows in the host's own monitoring.</exception>
    internal Task RunDueAsync(JobGroup group, CancellationToken cancellationToken) => RunAsync(group, isHastened: false, cancellationToken);

    /// <summary>Runs all jobs of the group now, save those that wait after a failure.</summary>
    /// <inheritdoc cref="RunDueAsync" path="/exception"/>
    internal Task RunNowAsync(JobGroup group, CancellationToken cancellationToken) => RunAsync(group, isHastened: true, cancellationToken);

    private async Task RunAsync(JobGroup group, bool isHastened, CancellationToken cancellationToken)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, running.Stopping);
        if (isHastened)
            await jobs.HastenAsync(group, stopping.Token);

        var runs = await jobs.RunDueAsync(group, stopping.Token);
        if (runs.Any(run => run.Outcome is JobOutcome.Interrupted))
            stopping.Token.ThrowIfCancellationRequested(); // Not so when another process took the job's lease: then that one runs it.

        var failed = runs.Where(run => run.Outcome is JobOutcome.Failed).Select(run => run.Name).ToList();
        if (failed.Count > 0)
            throw new InvocationFailedException($"These jobs failed: {string.Join(", ", failed)}.");
    }
}
