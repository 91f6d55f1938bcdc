using Klynge.Domain.Agendas;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>A deadline as one person reads it. Of a closed case it holds no words to somebody who may not read those.</summary>
public sealed record DeadlineView
{
    public required DeadlineId Id { get; init; }

    public required ForumId ForumId { get; init; }

    public required string Forum { get; init; }

    public required string Board { get; init; }

    public required string Title { get; init; }

    public required LocalDate Date { get; init; }

    /// <inheritdoc cref="Deadline.Time"/>
    public LocalTime? Time { get; init; }

    public required DeadlineKind Kind { get; init; }

    public required DeadlineStatus Status { get; init; }

    public required int Version { get; init; }

    /// <summary>A name or a role; null where the secretariat alone sees to it.</summary>
    public string? Responsible { get; init; }

    public MeetingId? MeetingId { get; init; }

    public AgendaItemId? ItemId { get; init; }

    /// <summary>The title of the case.</summary>
    public string? Item { get; init; }

    public string? Quote { get; init; }

    /// <summary>Its own plan of reminders; null for the forum's.</summary>
    public ReminderDays? Reminders { get; init; }

    /// <summary>The responsible as a choice of a form.</summary>
    public string ResponsibleChoice { get; init; } = string.Empty;

    /// <summary>The written procedure whose case it was found in.</summary>
    public WrittenProcedureId? ProcedureId { get; init; }

    /// <summary>That case has not been sent out.</summary>
    public bool IsOfDraft { get; init; }

    /// <summary>It follows from a meeting or the annual wheel, and has its title from there.</summary>
    public bool Follows { get; init; }

    /// <summary>The reader may settle and postpone it.</summary>
    public bool MayChange { get; init; }

    /// <summary>The reader may correct and remove it.</summary>
    public bool MayEdit { get; init; }

    /// <summary>The reader may have whoever sees to it reminded, and that is not the secretariat alone, nor the reader.</summary>
    public bool MayRemind { get; init; }

    /// <summary>It belongs to a case that the reader may not read: a closed one, or a draft.</summary>
    public bool IsHidden { get; init; }

    /// <summary>It belongs to a closed item or case, whoever reads it.</summary>
    public bool IsOfClosed { get; init; }

    /// <summary>The words are left out of a notice; whoever reads it may open them.</summary>
    public bool IsKeptForOpening { get; init; }

    /// <summary>What a notification calls it (<see cref="Outbox.NoticeTitle"/>).</summary>
    public string NoticeTitle => IsOfClosed ? Texts.ClosedCase : Title;

    /// <summary>As a message tells of it that comes unasked: of a closed case the day alone.</summary>
    internal DeadlineView InNotice => IsOfClosed && !IsHidden
        ? this with { Title = NoticeTitle, Item = null, Quote = null, History = [], IsHidden = true, IsKeptForOpening = true }
        : this;

    /// <summary>The words are kept from a chat that others read along in; in their own chat the reader may see more.</summary>
    public bool IsForEverybody { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<DeadlineStep> History { get; init; } = [];

    public bool IsOpen => Status is DeadlineStatus.Open or DeadlineStatus.Postponed;

    public bool IsOverdue(LocalDate today) => IsOpen && Date < today && !Kind.PassesByItself();
}

/// <param name="By">Null for the system itself.</param>
/// <param name="DateBefore">Where it stood before the step.</param>
/// <param name="DateAfter">Where it stood after it.</param>
public sealed record DeadlineStep(
    DeadlineChangeKind Kind, LocalDateTime At, string? By, LocalDate DateBefore, LocalDate DateAfter, string? Reason)
{
    /// <summary>What it was called before the step that renamed it; null for any other step.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>The time on the day before the step; null where the whole day counted.</summary>
    public LocalTime? TimeBefore { get; init; }

    /// <summary>The time on the day after it.</summary>
    public LocalTime? TimeAfter { get; init; }

    /// <summary>The step changed the plan of reminders.</summary>
    public bool IsReplanned { get; init; }

    /// <summary>Who saw to it before the step that gave it to another; null for any other step.</summary>
    public string? TakenFrom { get; init; }
}
