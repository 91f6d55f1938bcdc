using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>What a deadline is corrected to, whole.</summary>
/// <param name="Reminders">Null for the forum's plan.</param>
public sealed record DeadlineEdit(string Title, LocalDate Date, Responsible Responsible, ReminderDays? Reminders = null)
{
    /// <inheritdoc cref="Deadline.Time"/>
    public LocalTime? Time { get; init; }
}
