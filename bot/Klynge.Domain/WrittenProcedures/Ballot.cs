using Klynge.Domain.Forums;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>An answer on its way in: not checked yet.</summary>
/// <param name="Answer">The answer; a value that is none is a card that was altered.</param>
/// <param name="Remarks">Required with <see cref="Answer.ApproveWithRemarks"/> and <see cref="Answer.Reject"/>.</param>
/// <param name="Version">The version of the case that the voter had before them.</param>
/// <param name="By">The voter: the authenticated sender, or who told the secretariat.</param>
public sealed record Ballot(Answer Answer, string? Remarks, int Version, PersonId By)
{
    public const int MaxRemarksLength = 4_000;

    /// <summary>
    /// With <see cref="Answer.Separate"/>: the answer to each recommendation in their order; a default value for one that was left open. Null for
    /// an answer to the whole case.
    /// </summary>
    public IReadOnlyList<Answer>? Answers { get; init; }

    public VoteSource Source { get; init; } = VoteSource.Ballot;

    /// <summary>Who in the secretariat wrote it down; null for a voter's own press of a button.</summary>
    public PersonId? RecordedBy { get; init; }

    /// <summary>Answers that are all alike as the one answer that they are. Called on what <see cref="VotingRules"/> has let through.</summary>
    public Ballot AsWhole() => Answers is { } each && each.Distinct().Count() == 1 ? this with { Answer = each[0], Answers = null } : this;

    /// <summary>Whether a seat that says so much already would be told nothing new.</summary>
    public bool SaysTheSame(Answer? answer, IReadOnlyList<Answer>? answers, string? remarks, PersonId? by) =>
        Answer == answer && Remarks == remarks && By == by && (Answers ?? []).SequenceEqual(answers ?? []);
}
