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

        return CheckAnswers(voting.Separate, ballot) ?? CheckRemarks(ballot);
    }

    /// <summary>
    /// Whether an answer is asked about once more before it is taken: it takes the case from everybody, or the voter from the case.
    /// </summary>
    public static bool IsAskedAbout(Answer answer) => answer is Answer.DemandMeeting or Answer.Recused;

    /// <summary>An answer for every recommendation, and only where the case is answered so.</summary>
    private static Error? CheckAnswers(int? recommendations, Ballot ballot)
    {
        if (ballot.Answer != Answer.Separate)
            return ballot.Answers is null ? null : new CardWasAltered();

        if (ballot.Answers is not { } each || each.Count != recommendations || each.Any(one => one != default && !SeparateAnswers.IsOfOne(one)))
            return new CardWasAltered();

        List<int> open = [.. each.Index().Where(one => one.Item == default).Select(one => one.Index + 1)];
        return open.Count == 0 ? null : new AnswersMissing(open);
    }

    /// <summary>Every answer but a plain yes must be explained; one text is enough for all recommendations.</summary>
    private static Error? CheckRemarks(Ballot ballot)
    {
        var told = ballot.Answers is { } each ? each.Max() : ballot.Answer;
        return ballot.Remarks switch
        {
            { Length: > Ballot.MaxRemarksLength } remarks => new RemarksTooLong(remarks.Length),
            null or "" when told is not Answer.Approve => new RemarksMissing(told),
            _ => null,
        };
    }

    private static Error WhyClosed(Outcome? outcome, Instant deadline, Instant now) => outcome switch
    {
        Outcome.Withdrawn => new ProcedureWithdrawn(),
        Outcome.SentToMeeting => new CaseGoesToMeeting(),
        _ when now >= deadline => new VotingDeadlinePassed(deadline),
        _ => new VotingIsClosed(),
    };
}
