using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>
/// One answer as it was given: never changed, never deleted. A seat that changes its mind has several, of which the last one on the
/// case's current version counts.
/// </summary>
public sealed class Vote
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required WrittenProcedureId ProcedureId { get; init; }

    public required Guid RollEntryId { get; init; }

    /// <summary>The version of the case that was answered.</summary>
    public required int Version { get; init; }

    public required Answer Answer { get; init; }

    public string? Remarks { get; init; }

    public required PersonId CastById { get; init; }

    public required Instant CastAt { get; init; }

    public required VoteSource Source { get; init; }

    public PersonId? RecordedById { get; init; }

    public static Vote Of(WrittenProcedureId procedure, Guid rollEntry, Ballot ballot, Instant now) => new()
    {
        ProcedureId = procedure,
        RollEntryId = rollEntry,
        Version = ballot.Version,
        Answer = ballot.Answer,
        Remarks = ballot.Remarks,
        CastById = ballot.By,
        CastAt = now,
        Source = ballot.Source,
        RecordedById = ballot.RecordedBy,
    };
}
