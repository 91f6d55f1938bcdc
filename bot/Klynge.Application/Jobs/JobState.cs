using NodaTime;

namespace Klynge.Application.Jobs;

/// <summary>The record of a job in the database, shared by every process that runs jobs. Who runs it now stands in the leases.</summary>
public sealed class JobState
{
    public required string Name { get; init; }

    /// <summary>When the run was or is due that has not succeeded yet. Failures do not move it: by it a job counts as overdue.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>Not tried before this: <see cref="DueAt"/>, or later after failures.</summary>
    public required Instant NextRunAt { get; init; }

    /// <summary>The last run, or the one that is going on.</summary>
    public Instant? StartedAt { get; init; }

    public Instant? FinishedAt { get; init; }

    public Instant? SucceededAt { get; init; }

    /// <summary>What the last finished run came to; null before the first.</summary>
    public JobOutcome? Outcome { get; init; }

    public int FailuresInARow { get; init; }

    /// <summary>The type of the exception that the last run failed with; never its text, which may quote somebody.</summary>
    public string? Failure { get; init; }

    /// <summary>The name of the lease under which a job runs.</summary>
    internal static string LeaseOf(string job) => "jobs/" + job;
}
