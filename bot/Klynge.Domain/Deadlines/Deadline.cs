using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>A day by which something must be done (frist), who sees to it, and all that has happened to it.</summary>
public sealed class Deadline
{
    public const int LongestTitle = 200;
    public const int LongestReason = 500;

    private readonly List<DeadlineChange> _history = [];

    private Deadline()
    {
    }

    public DeadlineId Id { get; private init; } = DeadlineId.New();

    public required ForumId ForumId { get; init; }

    public string Title { get; private set; } = string.Empty;

    /// <summary>The last day, itself included; Danish date.</summary>
    public LocalDate Date { get; private set; }

    public required DeadlineKind Kind { get; init; }

    public DeadlineStatus Status { get; private set; } = DeadlineStatus.Open;

    public PersonId? ResponsibleId { get; private set; }

    public Role? ResponsibleRole { get; private set; }

    public MeetingId? MeetingId { get; init; }

    /// <summary>The case that it belongs to.</summary>
    public AgendaItemId? ItemId { get; init; }

    /// <summary>The sentence that it was found in; null for one that was not.</summary>
    public string? Quote { get; init; }

    /// <summary>Names what it follows from (a meeting, an entry of the annual wheel), once per forum; null for one that a person set.</summary>
    public string? Origin { get; init; }

    /// <summary>When the next reminder is due; null when none is left. The sweep finds deadlines by this alone.</summary>
    public Instant? NextReminderAt { get; private set; }

    public Instant? SettledAt { get; private set; }

    /// <summary>Counts up with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<DeadlineChange> History => _history;

    public bool IsOpen => Status is DeadlineStatus.Open or DeadlineStatus.Postponed;

    public Responsible Responsible => new(ResponsibleId, ResponsibleRole);

    public static Deadline Set(NewDeadline request, PersonId? by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(request);
        var deadline = new Deadline
        {
            ForumId = request.ForumId,
            Title = request.Title,
            Date = request.Date,
            Kind = request.Kind,
            ResponsibleId = request.Responsible.PersonId,
            ResponsibleRole = request.Responsible.Role,
            MeetingId = request.MeetingId,
            ItemId = request.ItemId,
            Quote = request.Quote,
            Origin = request.Origin,
        };
        deadline.Note(DeadlineChangeKind.Created, by, now);
        return deadline;
    }

    public Result<Done> Finish(int? seenVersion, PersonId? by, Instant now)
    {
        if (Refusal(seenVersion) is { } refusal)
        {
            return refusal;
        }

        Step(DeadlineChangeKind.Done, by, now);
        (Status, SettledAt) = (DeadlineStatus.Done, now);
        return default(Done);
    }

    /// <param name="today">The new day must not lie before it.</param>
    public Result<Done> Postpone(LocalDate date, string? reason, int? seenVersion, PersonId? by, Instant now, LocalDate today)
    {
        if (Refusal(seenVersion) is { } refusal)
        {
            return refusal;
        }

        if (date < today)
        {
            return new DeadlineInThePast();
        }

        if (date == Date)
        {
            return new DeadlineOnThatDay(date);
        }

        Step(DeadlineChangeKind.Postponed, by, now, reason);
        (Date, Status) = (date, DeadlineStatus.Postponed);
        return default(Done);
    }

    /// <summary>Follows what it comes from. One that a person has postponed or settled stays as that person left it.</summary>
    /// <returns>Whether it moved.</returns>
    public bool Follow(LocalDate date, string title, Instant now)
    {
        if (Status != DeadlineStatus.Open || (Date == date && Title == title))
        {
            return false;
        }

        Step(DeadlineChangeKind.Moved, by: null, now);
        (Date, Title) = (date, title);
        return true;
    }

    public Result<Done> Remove(int? seenVersion, PersonId? by, Instant now)
    {
        if (Refusal(seenVersion) is { } refusal)
        {
            return refusal;
        }

        Step(DeadlineChangeKind.Removed, by, now);
        (Status, SettledAt) = (DeadlineStatus.Removed, now);
        return default(Done);
    }

    /// <summary>Takes the latest step back. What was just set is removed; a step back can be taken back itself.</summary>
    /// <param name="seenVersion">The version that the person saw: after another's step there is nothing left to undo here.</param>
    public Result<Done> Undo(int seenVersion, PersonId? by, Instant now)
    {
        if (seenVersion != Version)
        {
            return new ChangedMeanwhile();
        }

        var last = _history.MaxBy(change => change.Version)!;
        Step(DeadlineChangeKind.Undone, by, now);
        (Date, Status) = last.Kind == DeadlineChangeKind.Created ? (Date, DeadlineStatus.Removed) : (last.DateBefore, last.StatusBefore);
        SettledAt = IsOpen ? null : now;
        return default(Done);
    }

    /// <summary>Sets <see cref="NextReminderAt"/> to the first reminder after an instant; to be called after every change.</summary>
    public void Plan(DeadlineReminders reminders, Instant after) =>
        NextReminderAt = IsOpen ? ReminderCalendar.Next(ReminderCalendar.Rounds(reminders, Kind, Date), after) : null;

    private Error? Refusal(int? seenVersion) =>
        !IsOpen ? new DeadlineIsSettled() : seenVersion is { } seen && seen != Version ? new ChangedMeanwhile() : null;

    private void Step(DeadlineChangeKind kind, PersonId? by, Instant now, string? reason = null)
    {
        Version++;
        Note(kind, by, now, reason);
    }

    private void Note(DeadlineChangeKind kind, PersonId? by, Instant now, string? reason = null) => _history.Add(new DeadlineChange
    {
        DeadlineId = Id,
        Version = Version,
        Kind = kind,
        At = now,
        ById = by,
        DateBefore = Date,
        StatusBefore = Status,
        Reason = reason,
    });
}
