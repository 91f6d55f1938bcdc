using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>Høring: another forum is asked for its remarks on a draft, by a deadline of its own and without a vote.</summary>
public sealed class Consultation
{
    public ConsultationId Id { get; private init; } = ConsultationId.New();

    public required WrittenProcedureId ProcedureId { get; init; }

    /// <summary>The forum that is asked.</summary>
    public required ForumId ForumId { get; init; }

    /// <summary>Remarks that reach the bot at or after this instant are too late.</summary>
    public required Instant Deadline { get; init; }

    public required Instant AskedAt { get; init; }

    public required PersonId AskedById { get; init; }

    /// <summary>When whoever asked was told what came of it; null while it runs.</summary>
    public Instant? ToldAt { get; private set; }

    /// <summary>It ends at its deadline, or before that once everybody who was asked has answered.</summary>
    /// <param name="asked">Those of the forum who have a vote there.</param>
    /// <param name="answered">Those who have sent remarks.</param>
    public bool IsOver(IReadOnlyCollection<PersonId> asked, IReadOnlyCollection<PersonId> answered, Instant now) =>
        now >= Deadline || (asked.Count > 0 && asked.All(answered.Contains));

    public void MarkTold(Instant now) => ToldAt = now;

    /// <summary>Asks a forum about a draft.</summary>
    public static Result<Consultation> Ask(WrittenProcedure procedure, Forum asked, Instant deadline, PersonId by, Instant now)
    {
        if (procedure.Status != ProcedureStatus.Draft)
            return new AlreadyOpened();

        if (asked.Id == procedure.ForumId)
            return new ConsultsItself();

        if (deadline <= now)
            return new DeadlineInThePast();

        return new Consultation
        {
            ProcedureId = procedure.Id,
            ForumId = asked.Id,
            Deadline = deadline,
            AskedAt = now,
            AskedById = by,
        };
    }

    /// <summary>
    /// Puts somebody's remarks on record in place of those that they sent before: pressed twice, it is one remark. They can be changed until the
    /// deadline, or until the case is decided, whichever is first.
    /// </summary>
    /// <param name="procedure">The case that the forum is heard about.</param>
    /// <param name="standing">What the same person has sent before; null for nothing.</param>
    public Result<ConsultationRemark> Remark(WrittenProcedure procedure, ForumMember seat, ConsultationRemark? standing, string? text, Instant now)
    {
        if (procedure.Status == ProcedureStatus.Closed)
            return new ConsultedCaseIsClosed();

        if (now >= Deadline)
            return new ConsultationIsOver(Deadline);

        if (seat.ForumId != ForumId)
            return new NotConsulted();

        if (string.IsNullOrWhiteSpace(text))
            return new ConsultationRemarksMissing();

        if (text.Length > Ballot.MaxRemarksLength)
            return new RemarksTooLong(text.Length);

        return standing is null ? NewRemark(seat, text, now) : Replace(standing, text, now);
    }

    private ConsultationRemark NewRemark(ForumMember seat, string text, Instant now) => new()
    {
        ConsultationId = Id,
        PersonId = seat.PersonId,
        Name = seat.Person.Name,
        Organisation = seat.Organisation,
        Text = text,
        At = now,
    };

    /// <summary>Whoever asked has been told of the text that stood there, so they are told once more.</summary>
    private ConsultationRemark Replace(ConsultationRemark standing, string text, Instant now)
    {
        if (standing.Text != text)
            (standing.Text, standing.At, ToldAt) = (text, now, null);

        return standing;
    }
}

public readonly record struct ConsultationId(Guid Value) : IRecordId
{
    public static ConsultationId New() => new(Guid.CreateVersion7());
}

/// <summary>What somebody in a consulted forum had to say, as it stands: until the end it can be changed, and the audit log keeps what stood before.</summary>
public sealed class ConsultationRemark
{
    public ConsultationRemarkId Id { get; private init; } = ConsultationRemarkId.New();

    public required ConsultationId ConsultationId { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Name { get; init; }

    public required string Organisation { get; init; }

    public required string Text { get; set; }

    public required Instant At { get; set; }
}

public readonly record struct ConsultationRemarkId(Guid Value) : IRecordId
{
    public static ConsultationRemarkId New() => new(Guid.CreateVersion7());
}
