using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>What a voter is told after answering: all that the card needs, so that it is drawn without reading anything more.</summary>
public sealed record VoteReceipt
{
    public required Guid ProcedureId { get; init; }

    public required Guid ForumId { get; init; }

    public required string Forum { get; init; }

    public required string Title { get; init; }

    public required Answer Answer { get; init; }

    public string? Remarks { get; init; }

    public required Instant AnsweredAt { get; init; }

    public required Instant Deadline { get; init; }

    /// <summary>When the case closes because everybody has answered; null while somebody is missing.</summary>
    public Instant? ClosesAt { get; init; }

    /// <summary>The frozen rules of the case; null until they are looked up.</summary>
    public WrittenProcedureRules? Rules { get; init; }

    /// <summary>The answer that this one took the place of; null for the first one.</summary>
    public Answer? Replaced { get; init; }

    /// <summary>What the case came to when this answer closed it; null while it is open.</summary>
    public Outcome? ClosedAs { get; init; }
}
