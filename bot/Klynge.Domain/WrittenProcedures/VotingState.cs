using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>As much of a case as it takes to decide whether an answer is in time: one row, so that a vote reads no more than that.</summary>
public readonly record struct VotingState(ProcedureStatus Status, Outcome? Outcome, Instant Deadline, int Version, Instant? ClosesAt = null)
{
    /// <summary>Answers that reach the bot at or after this instant are too late: the deadline, or the end of the wait after the last answer.</summary>
    public Instant Ends => ClosesAt is { } at && at < Deadline ? at : Deadline;
}
