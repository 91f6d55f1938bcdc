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

    public VoteSource Source { get; init; } = VoteSource.Ballot;

    /// <summary>Who in the secretariat wrote it down; null for a voter's own press of a button.</summary>
    public PersonId? RecordedBy { get; init; }
}
