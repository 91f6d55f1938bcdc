using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>What somebody in a consulted forum had to say.</summary>
public sealed class ConsultationRemark
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid ConsultationId { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Name { get; init; }

    public required string Organisation { get; init; }

    public required string Text { get; init; }

    public required Instant At { get; init; }
}
