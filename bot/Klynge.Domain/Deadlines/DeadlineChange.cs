using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>One step in the life of a deadline. What stood there before is kept, so that the step can be undone.</summary>
public sealed class DeadlineChange
{
    public required DeadlineId DeadlineId { get; init; }

    /// <summary>The deadline's version after the step.</summary>
    public required int Version { get; init; }

    public required DeadlineChangeKind Kind { get; init; }

    public required Instant At { get; init; }

    /// <summary>Null for the system itself.</summary>
    public PersonId? ById { get; init; }

    public required LocalDate DateBefore { get; init; }

    public required DeadlineStatus StatusBefore { get; init; }

    /// <summary>Null for a step from the time before titles were kept: it changed neither the title nor who sees to it.</summary>
    public string? TitleBefore { get; init; }

    public PersonId? ResponsibleIdBefore { get; init; }

    public Role? ResponsibleRoleBefore { get; init; }

    public string? ResponsibleBodyBefore { get; init; }

    public Responsible ResponsibleBefore => new(ResponsibleIdBefore, ResponsibleRoleBefore, ResponsibleBodyBefore);

    public ReminderDays? RemindersBefore { get; init; }

    public LocalTime? TimeBefore { get; init; }

    public string? Reason { get; init; }
}

public enum DeadlineChangeKind
{
    Created = 1,
    Done = 2,
    Postponed = 3,

    /// <summary>The day it follows from was moved: its meeting, or the forum's rules.</summary>
    Moved = 4,
    Removed = 5,
    Undone = 6,

    /// <summary>A person corrected the title, the day or who sees to it.</summary>
    Edited = 7,
}
