using Klynge.Domain.Agendas;
using Klynge.Domain.Agreements;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>A sentence that looks like a deadline, offered to the secretariat once. What it answered is kept, so that it is never asked again.</summary>
public sealed class FoundDeadline
{
    public required FoundDeadlineId Id { get; init; }

    public required ForumId ForumId { get; init; }

    public MeetingId? MeetingId { get; init; }

    public AgendaItemId? ItemId { get; init; }

    /// <summary>The written procedure whose case it stands in.</summary>
    public WrittenProcedureId? ProcedureId { get; init; }

    /// <summary>Names the sentence within the forum: the same one in a later text is not offered anew.</summary>
    public required string Key { get; init; }

    /// <summary>What the deadline would be called.</summary>
    public required string Title { get; init; }

    public required string Sentence { get; init; }

    /// <summary>Null for a vague one (»inden sommerferien«): the secretariat names the day.</summary>
    public LocalDate? Date { get; init; }

    /// <inheritdoc cref="Deadline.Time"/>
    public LocalTime? Time { get; init; }

    /// <summary>The words of the sentence that say who is to do it; null where none do.</summary>
    public string? Responsible { get; init; }

    /// <summary>What kind of promise it is; null for a deadline.</summary>
    public AgreementKind? Agreement { get; init; }

    /// <summary>The body that a promise is put before, sent to or told, in the words of the sentence.</summary>
    public string? Forum { get; init; }

    /// <summary>The meeting or the event that a promise waits for, in the words of the sentence.</summary>
    public string? Trigger { get; init; }

    /// <summary>Whom an invitation is to, in the words of the sentence; null for any other promise, and where they say nobody.</summary>
    public string? Who { get; init; }

    public required Instant OfferedAt { get; init; }

    public Instant? AnsweredAt { get; private set; }

    public PersonId? AnsweredById { get; private set; }

    /// <summary>The deadline that it became; null for one that was dismissed, or not answered yet.</summary>
    public DeadlineId? DeadlineId { get; private set; }

    public bool IsAnswered => AnsweredAt is not null;

    /// <param name="deadline">Null dismisses it.</param>
    public Result<Done> Answer(DeadlineId? deadline, PersonId? by, Instant now)
    {
        if (IsAnswered)
            return new FoundDeadlineAnswered();

        (DeadlineId, AnsweredById, AnsweredAt) = (deadline, by, now);
        return default(Done);
    }

    /// <summary>A dismissal was a slip: the question stands again, for everybody who was asked. A deadline is undone where it stands.</summary>
    public Result<Done> TakeDismissalBack()
    {
        if (!IsAnswered || DeadlineId is not null)
            return new FoundDeadlineNotDismissed();

        (AnsweredById, AnsweredAt) = (null, null);
        return default(Done);
    }
}

public readonly record struct FoundDeadlineId(Guid Value) : IRecordId
{
    public static FoundDeadlineId New() => new(Guid.CreateVersion7());
}
