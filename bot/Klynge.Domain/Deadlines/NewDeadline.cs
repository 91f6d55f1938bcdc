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
/// <param name="Body">
/// An organisation, another forum or a group outside that is to do it, by name: nobody there is reminded by the forum, so the secretariat is.
/// </param>
public readonly record struct Responsible(PersonId? PersonId, Role? Role, string? Body = null)
{
    public const int MaxBodyLength = 100;

    public static Responsible Nobody => default;

    /// <summary>The secretariat is reminded of it, whoever is to do it.</summary>
    public bool IsOfSecretariat => PersonId is null && Role is null;

    public static Responsible Of(PersonId person) => new(person, null);

    public static Responsible Of(Role role) => new(null, role);

    public static Responsible OfBody(string body) => new(null, null, body);
}
