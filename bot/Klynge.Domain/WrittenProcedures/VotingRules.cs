using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>Whether an answer can be taken, whoever's seat it is for.</summary>
public static class VotingRules
{
    /// <returns>Why not; null when it can.</returns>
    public static Error? Check(VotingState voting, Ballot ballot, Instant now)
    {
        if (voting.Status == ProcedureStatus.Draft)
            return new NotOpenYet();

        if (voting.Status == ProcedureStatus.Closed)
            return WhyClosed(voting.Outcome, voting.Deadline, now);

        if (now >= voting.Ends)
            return new VotingDeadlinePassed(voting.Ends);

        if (!Enum.IsDefined(ballot.Answer) || ballot.Version < 1 || ballot.Version > voting.Version)
            return new CardWasAltered();

        if (ballot.Version < voting.Version)
            return new CaseHasChanged();

        return CheckRemarks(ballot);
    }

    /// <summary>
    /// Whether an answer is asked about once more before it is taken: it takes the case from everybody, or the voter from the case.
    /// </summary>
    public static bool IsAskedAbout(Answer answer) => answer is Answer.DemandMeeting or Answer.Recused;

    /// <summary>Every answer but a plain yes must be explained.</summary>
    private static Error? CheckRemarks(Ballot ballot) => ballot.Remarks switch
    {
        { Length: > Ballot.MaxRemarksLength } remarks => new RemarksTooLong(remarks.Length),
        null or "" when ballot.Answer is not Answer.Approve => new RemarksMissing(ballot.Answer),
        _ => null,
    };

    private static Error WhyClosed(Outcome? outcome, Instant deadline, Instant now) => outcome switch
    {
        Outcome.Withdrawn => new ProcedureWithdrawn(),
        Outcome.SentToMeeting => new CaseGoesToMeeting(),
        _ when now >= deadline => new VotingDeadlinePassed(deadline),
        _ => new VotingIsClosed(),
    };
}
