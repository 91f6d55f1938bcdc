using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>A round of reminders that has been sent: its key is why no round is sent twice, whoever tries.</summary>
public sealed class ProcedureReminder
{
    public required WrittenProcedureId ProcedureId { get; init; }

    public required int Version { get; init; }

    /// <summary>When the rules asked for it.</summary>
    public required Instant DueAt { get; init; }

    public required Instant SentAt { get; init; }
}
