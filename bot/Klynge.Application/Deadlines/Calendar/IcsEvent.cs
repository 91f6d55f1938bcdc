using NodaTime;

namespace Klynge.Application.Deadlines.Calendar;

/// <summary>An all-day event.</summary>
/// <param name="Uid">The same for the same deadline for good.</param>
/// <param name="Sequence">Counts up with every change, from 0.</param>
/// <param name="ChangedAt">The last change.</param>
internal sealed record IcsEvent(string Uid, LocalDate Date, string Summary, string Description, int Sequence, Instant ChangedAt);
