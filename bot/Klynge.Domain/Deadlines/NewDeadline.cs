using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>What a deadline is made of.</summary>
public sealed record NewDeadline(ForumId ForumId, string Title, LocalDate Date, DeadlineKind Kind)
{
    /// <summary>The id that the form was drawn with, so that a form that is sent twice sets one; null for a new one.</summary>
    public DeadlineId? Id { get; init; }

    /// <inheritdoc cref="Deadline.Time"/>
    public LocalTime? Time { get; init; }

    public Responsible Responsible { get; init; }

    public MeetingId? MeetingId { get; init; }

    public AgendaItemId? ItemId { get; init; }

    public WrittenProcedureId? ProcedureId { get; init; }

    public string? Quote { get; init; }

    public string? Origin { get; init; }
}

/// <summary>What a deadline is corrected to, whole.</summary>
/// <param name="Reminders">Null for the forum's plan.</param>
public sealed record DeadlineEdit(string Title, LocalDate Date, Responsible Responsible, ReminderDays? Reminders = null)
{
    /// <inheritdoc cref="Deadline.Time"/>
    public LocalTime? Time { get; init; }
}

/// <summary>Who is to see to a deadline: one person, or whoever has a role in the forum on the day. Neither: the secretariat.</summary>
public readonly record struct Responsible(PersonId? PersonId, Role? Role)
{
    public static Responsible Nobody => default;

    public static Responsible Of(PersonId person) => new(person, null);

    public static Responsible Of(Role role) => new(null, role);
}
