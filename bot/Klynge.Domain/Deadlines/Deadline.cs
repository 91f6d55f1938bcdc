using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>A day by which something must be done (frist), who sees to it, and all that has happened to it.</summary>
public sealed partial class Deadline
{
    public const int MaxTitleLength = 200;
    public const int MaxReasonLength = 500;

    private readonly List<DeadlineChange> _history = [];

    private Deadline()
    {
    }

    public DeadlineId Id { get; init; } = DeadlineId.New();

    public required ForumId ForumId { get; init; }

    public string Title { get; private set; } = string.Empty;

    /// <summary>The last day, itself included; Danish date.</summary>
    public LocalDate Date { get; private set; }

    /// <summary>»kl. 12« on the last day, Danish time; null where the whole day counts.</summary>
    public LocalTime? Time { get; private set; }

    public required DeadlineKind Kind { get; init; }

    public DeadlineStatus Status { get; private set; } = DeadlineStatus.Open;

    public PersonId? ResponsibleId { get; private set; }

    public Role? ResponsibleRole { get; private set; }

    /// <inheritdoc cref="Responsible.Body"/>
    public string? ResponsibleBody { get; private set; }

    public MeetingId? MeetingId { get; init; }

    /// <summary>The case that it belongs to.</summary>
    public AgendaItemId? ItemId { get; init; }

    /// <summary>The written procedure in whose case it was found.</summary>
    public WrittenProcedureId? ProcedureId { get; init; }

    /// <summary>The sentence that it was found in; null for one that was not.</summary>
    public string? Quote { get; init; }

    /// <summary>Names what it follows from (a meeting, an entry of the annual wheel), once per forum; null for one that a person set.</summary>
    public string? Origin { get; init; }

    /// <summary>Its own plan of reminders; null for the forum's.</summary>
    public ReminderDays? Reminders { get; private set; }

    /// <summary>When the next reminder is due; null when none is left. The sweep finds deadlines by this alone.</summary>
    public Instant? NextReminderAt { get; private set; }

    public Instant? SettledAt { get; private set; }

    /// <summary>When somebody last had whoever sees to it reminded by hand; null since it was given to another.</summary>
    public Instant? RemindedAt { get; private set; }

    /// <summary>Counts up with every change.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<DeadlineChange> History => _history;

    public bool IsOpen => Status is DeadlineStatus.Open or DeadlineStatus.Postponed;

    public Responsible Responsible => new(ResponsibleId, ResponsibleRole, ResponsibleBody);

    public static Deadline Set(NewDeadline request, PersonId? by, Instant now)
    {
        ArgumentNullException.ThrowIfNull(request);
        var deadline = new Deadline
        {
            Id = request.Id ?? DeadlineId.New(),
            ForumId = request.ForumId,
            Title = request.Title,
            Date = request.Date,
            Time = request.Time,
            Kind = request.Kind,
            ResponsibleId = request.Responsible.PersonId,
            ResponsibleRole = request.Responsible.Role,
            ResponsibleBody = request.Responsible.Body,
            MeetingId = request.MeetingId,
            ItemId = request.ItemId,
            ProcedureId = request.ProcedureId,
            Quote = request.Quote,
            Origin = request.Origin,
        };
        deadline.Note(DeadlineChangeKind.Created, by, now);
        return deadline;
    }
}

public readonly record struct DeadlineId(Guid Value) : IRecordId
{
    public static DeadlineId New() => new(Guid.CreateVersion7());
}

public enum DeadlineStatus
{
    /// <summary>Åben.</summary>
    Open = 1,

    /// <summary>Udsat: still open, on a later day than it began with.</summary>
    Postponed = 2,

    /// <summary>Færdig.</summary>
    Done = 3,

    /// <summary>Slettet: set by mistake, or its meeting was cancelled; kept for the record.</summary>
    Removed = 4,
}

/// <summary>Where a deadline comes from.</summary>
public enum DeadlineKind
{
    /// <summary>A person has set it.</summary>
    Own = 1,

    /// <summary>Found in a text and accepted by the secretariat.</summary>
    Found = 2,

    /// <summary>From the forum's annual wheel (årshjul).</summary>
    Annual = 3,

    /// <summary>Members' items in, by the rules of procedure. It passes by itself: nobody is late.</summary>
    ItemsIn = 4,

    /// <summary>The agenda goes out.</summary>
    AgendaOut = 5,

    /// <summary>The minutes go out.</summary>
    MinutesOut = 6,

    /// <summary>Comments on the minutes in. It passes by itself.</summary>
    CommentsIn = 7,

    /// <summary>An approval that a decision was made subject to (forbehold): asked about until it has come.</summary>
    Approval = 8,

    /// <summary>A promise of a decision (aftale) that the secretariat follows up: on the day of the meeting that it is for, mostly.</summary>
    Agreement = 9,
}

public static class DeadlineKinds
{
    /// <summary>One of a meeting's own, from the rules of procedure.</summary>
    public static bool IsOfMeeting(this DeadlineKind kind) => kind is >= DeadlineKind.ItemsIn and <= DeadlineKind.CommentsIn;

    /// <summary>A closing time rather than a task: when the day is over it is settled, and nobody is told off.</summary>
    public static bool PassesByItself(this DeadlineKind kind) => kind is DeadlineKind.ItemsIn or DeadlineKind.CommentsIn;
}
