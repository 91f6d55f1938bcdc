using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>What a deadline is corrected to, whole.</summary>
public sealed record DeadlineEdit(string Title, LocalDate Date, Responsible Responsible);
