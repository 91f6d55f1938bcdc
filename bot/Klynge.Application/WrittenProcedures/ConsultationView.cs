using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>A consultation as those who are asked see it.</summary>
public sealed record ConsultationView(Guid Id, string Asked, string Forum, CaseText Case, Instant Deadline)
{
    /// <summary>What the person has sent; null for nothing.</summary>
    public string? Mine { get; init; }

    public Instant? SentAt { get; init; }

    /// <summary>What the case came to; null while it is not closed.</summary>
    public Outcome? Outcome { get; init; }

    public bool TakesRemarks(Instant now) => Outcome is null && now < Deadline;

    public static ConsultationView Of(Consultation consultation, WrittenProcedure procedure, Forum forum, Forum asked)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(forum);
        ArgumentNullException.ThrowIfNull(asked);
        return new(consultation.Id, asked.Name, forum.Name, procedure.Case, consultation.Deadline) { Outcome = procedure.Outcome };
    }
}
