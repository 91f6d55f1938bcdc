using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>
/// One seat on the roll of a case: who was entitled to vote when it opened, and what that seat answers now. Name, organisation and
/// sector are copied, so that the record still reads right when people have moved on. Every answer, also a changed one, is kept
/// as a <see cref="Vote"/>.
/// </summary>
public sealed class RollEntry
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required WrittenProcedureId ProcedureId { get; init; }

    public required MemberId MemberId { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Name { get; init; }

    public required string Organisation { get; init; }

    public required string Sector { get; init; }

    /// <summary>The order of the seats in the forum.</summary>
    public required int Order { get; init; }

    public Answer? Answer { get; private set; }

    public string? Remarks { get; private set; }

    public Instant? AnsweredAt { get; private set; }

    /// <summary>Who gave the answer: the member, or a substitute.</summary>
    public PersonId? AnsweredById { get; private set; }

    public bool HasAnswered => Answer is not null;

    internal Vote Set(Answer answer, string? remarks, PersonId by, Instant now)
    {
        (Answer, Remarks, AnsweredById, AnsweredAt) = (answer, remarks, by, now);
        return new Vote
        {
            ProcedureId = ProcedureId,
            RollEntryId = Id,
            Answer = answer,
            Remarks = remarks,
            CastById = by,
            CastAt = now,
        };
    }
}
