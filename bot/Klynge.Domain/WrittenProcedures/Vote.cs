using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>
/// One answer as it was given: never changed, never deleted. A seat that changes its mind has several, of which the last one on the
/// case's current version counts.
/// </summary>
public sealed class Vote
{
    public VoteId Id { get; private init; } = VoteId.New();

    public required WrittenProcedureId ProcedureId { get; init; }

    public required RollEntryId RollEntryId { get; init; }

    /// <summary>The version of the case that was answered.</summary>
    public required int Version { get; init; }

    public required Answer Answer { get; init; }

    /// <summary>The answer to each recommendation; null for an answer to the whole case.</summary>
    public IReadOnlyList<Answer>? Answers { get; init; }

    public string? Remarks { get; init; }

    public required PersonId CastById { get; init; }

    public required Instant CastAt { get; init; }

    public required VoteSource Source { get; init; }

    public PersonId? RecordedById { get; init; }

    /// <param name="procedure">The case.</param>
    /// <param name="rollEntry">The seat that answers.</param>
    /// <param name="ballot">The answer, let through by <see cref="VotingRules"/>.</param>
    /// <param name="now">When it was given.</param>
    /// <param name="id">The id of an answer that is on record already; null for a new one.</param>
    public static Vote Of(WrittenProcedureId procedure, RollEntryId rollEntry, Ballot ballot, Instant now, VoteId? id = null) => new()
    {
        Id = id ?? VoteId.New(),
        ProcedureId = procedure,
        RollEntryId = rollEntry,
        Version = ballot.Version,
        Answer = ballot.Answer,
        Answers = ballot.Answers,
        Remarks = ballot.Remarks,
        CastById = ballot.By,
        CastAt = now,
        Source = ballot.Source,
        RecordedById = ballot.RecordedBy,
    };
}

public readonly record struct VoteId(Guid Value) : IRecordId
{
    public static VoteId New() => new(Guid.CreateVersion7());
}

/// <summary>An answer that was taken.</summary>
/// <param name="Vote">What went on record; null when the same answer was there already.</param>
/// <param name="Closes">Why the case is to close now; null when it stays open.</param>
public sealed record VoteCast(CastEffect Effect, Vote? Vote, ClosingReason? Closes);

/// <summary>How an answer reached the bot.</summary>
public enum VoteSource
{
    /// <summary>The voter pressed the button on the ballot.</summary>
    Ballot = 1,

    /// <summary>By telephone to the secretariat, which recorded it.</summary>
    Phone = 2,

    /// <summary>By mail to the secretariat, which recorded it.</summary>
    Mail = 3,
}

/// <summary>What an answer came to.</summary>
public enum CastEffect
{
    /// <summary>The seat's first answer.</summary>
    Cast = 1,

    /// <summary>It takes an earlier answer's place, which stays on record.</summary>
    Replaced = 2,

    /// <summary>The same answer again: nothing new to record.</summary>
    Unchanged = 3,
}

/// <summary>What a voter can answer. The Danish words are the buttons' own.</summary>
public enum Answer
{
    /// <summary>Godkender.</summary>
    Approve = 1,

    /// <summary>Godkender med bemærkninger: a yes; the remarks are required and go on record.</summary>
    ApproveWithRemarks = 2,

    /// <summary>Godkender ikke: a no; the reason is required.</summary>
    Reject = 3,

    /// <summary>Kræver mødebehandling: any member may demand that the case is taken at a meeting instead.</summary>
    DemandMeeting = 4,

    /// <summary>Inhabil: recused; neither votes nor counts in the quorum.</summary>
    Recused = 5,

    /// <summary>Svarer forskelligt: an answer of its own to each recommendation, of which not all are alike.</summary>
    Separate = 6,
}
