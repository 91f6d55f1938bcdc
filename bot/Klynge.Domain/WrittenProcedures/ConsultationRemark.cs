using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>What somebody in a consulted forum had to say, as it stands: until the end it can be changed, and the audit log keeps what stood before.</summary>
public sealed class ConsultationRemark
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required Guid ConsultationId { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Name { get; init; }

    public required string Organisation { get; init; }

    public required string Text { get; set; }

    public required Instant At { get; set; }
}
