using NodaTime;

namespace Klynge.Application.Jobs;

/// <summary>
/// A job in the database, shared by every process that runs jobs. One row is both the record of the last run and the lease of the one
/// that is going on, so that "it is due, nobody has it, I take it" is one statement that only one process can win.
/// </summary>
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

    /// <summary>The run that has the lease; a run that lost it cannot record anything any more.</summary>
    public Guid? RunId { get; init; }

    /// <summary>The lease: while this is ahead, the job is taken. A process that is killed lets it run out.</summary>
    public Instant? RunUntil { get; init; }
}
