using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>One answer as it was given: never changed, never deleted. A seat that changes its mind has several.</summary>
public sealed class Vote
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required WrittenProcedureId ProcedureId { get; init; }

    public required Guid RollEntryId { get; init; }

    public required Answer Answer { get; init; }

    public string? Remarks { get; init; }

    public required PersonId CastById { get; init; }

    public required Instant CastAt { get; init; }
}
