using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>
/// A case as it was put to the voters: text, attachments with their hashes and deadline. Written once and never changed; a later change
/// of the case is the next version, and the votes on this one no longer count but stay on record.
/// </summary>
public sealed class CaseVersion
{
    public required WrittenProcedureId ProcedureId { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    public required CaseText Case { get; init; }

    public required Instant Deadline { get; init; }

    public required Instant FrozenAt { get; init; }

    public required PersonId FrozenById { get; init; }

    /// <summary>What was changed and why, as the voters were told; null for the first version.</summary>
    public string? Reason { get; init; }
}
