using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>The count of a case and the result that follows from it; a function of the roll and the rules alone.</summary>
/// <param name="Entitled">Seats on the roll less the recused.</param>
/// <param name="For">Approvals, with and without remarks, and silence where it counts as consent.</param>
/// <param name="Against">Rejections.</param>
/// <param name="Silent">Entitled seats that have not answered.</param>
/// <param name="Recused">Seats that declared themselves recused.</param>
/// <param name="DemandsMeeting">Seats that demand that the case is taken at a meeting.</param>
/// <param name="QuorumNeeded">Answers needed for the case to be decided.</param>
/// <param name="Present">Seats that count towards the quorum.</param>
/// <param name="MissingSectors">Sectors that the rules ask for and that nobody has answered from.</param>
public sealed record Tally(
    int Entitled,
    int For,
    int Against,
    int Silent,
    int Recused,
    int DemandsMeeting,
    int QuorumNeeded,
    int Present,
    IReadOnlyList<string> MissingSectors,
    Outcome Outcome)
{
    /// <summary>
    /// Counts the answers. Silence counts as consent only under rules that say so, only once the deadline has passed, and then towards
    /// the quorum too; otherwise it is neither yes nor no. Recused seats leave the roll for quorum and majority.
    /// </summary>
    /// <param name="roll">The seats with their answers.</param>
    /// <param name="rules">The forum's rules as they were frozen.</param>
    /// <param name="quorum">The forum's quorum as it was frozen.</param>
    /// <param name="deadlinePassed">False while the case is open and for one that was closed ahead of its deadline.</param>
    /// <param name="recommendation">The number of the one that is counted, from 1; null for the case as a whole.</param>
    public static Tally Of(
        IReadOnlyCollection<RollEntry> roll, WrittenProcedureRules rules, QuorumRule quorum, bool deadlinePassed, int? recommendation = null)
    {
        var silenceCounts = rules.SilenceIsConsent && deadlinePassed;
        var entitled = roll.Where(entry => entry.Answer != Answer.Recused).ToList();
        var silent = entitled.Count(entry => !entry.HasAnswered);
        var present = entitled.Where(entry => entry.HasAnswered || silenceCounts).ToList();
        var missing = quorum.EverySector ? MissingFrom(entitled, present) : [];
        var answers = entitled.ConvertAll(entry => recommendation is { } number ? entry.AnswerTo(number) : entry.Answer);
        var approvals = answers.Count(answer => answer is Answer.Approve or Answer.ApproveWithRemarks) + (silenceCounts ? silent : 0);
        var rejections = answers.Count(answer => answer == Answer.Reject);
        var demands = entitled.Count(entry => entry.Answer == Answer.DemandMeeting);
        var needed = quorum.SeatsNeeded(entitled.Count);
        var quorate = IsQuorate(entitled.Count, present.Count, needed, missing.Length);
        var outcome = Decide(rules.Rule, approvals, rejections, demands, quorate);
        return new(
            entitled.Count, approvals, rejections, silent, roll.Count - entitled.Count, demands, needed, present.Count, missing, outcome);
    }

    private static string[] MissingFrom(List<RollEntry> entitled, List<RollEntry> present) =>
    [
        .. entitled.Select(entry => entry.Sector).Except(present.Select(entry => entry.Sector), StringComparer.OrdinalIgnoreCase),
    ];

    private static bool IsQuorate(int entitled, int present, int needed, int missingSectors) =>
        entitled > 0 && present >= needed && missingSectors == 0;

    private static Outcome Decide(DecisionRule rule, int approvals, int rejections, int demands, bool quorate)
    {
        if (demands > 0 || (rule == DecisionRule.Consensus && rejections > 0))
            return Outcome.SentToMeeting;

        if (!quorate)
            return Outcome.NoQuorum;

        var adopted = rule switch
        {
            DecisionRule.Consensus => approvals > 0,
            DecisionRule.SimpleMajority => approvals > rejections,
            DecisionRule.TwoThirdsMajority => approvals > 0 && approvals * 3 >= (approvals + rejections) * 2,
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "Unknown rule."),
        };
        return adopted ? Outcome.Adopted : Outcome.Rejected;
    }
}

/// <summary>As much of a case as it takes to decide whether an answer is in time: one row, so that a vote reads no more than that.</summary>
/// <param name="Separate">How many recommendations are answered each for itself; null where the case is answered as a whole.</param>
public readonly record struct VotingState(
    ProcedureStatus Status, Outcome? Outcome, Instant Deadline, int Version, Instant? ClosesAt = null, int? Separate = null)
{
    /// <summary>Answers that reach the bot at or after this instant are too late: the deadline, or the end of the wait after the last answer.</summary>
    public Instant Ends => ClosesAt is { } at && at < Deadline ? at : Deadline;
}

/// <summary>What a closed case came to.</summary>
public enum Outcome
{
    /// <summary>Vedtaget.</summary>
    Adopted = 1,

    /// <summary>Forkastet.</summary>
    Rejected = 2,

    /// <summary>Ikke beslutningsdygtig: too few answered for the forum's quorum.</summary>
    NoQuorum = 3,

    /// <summary>Sendt til møde: a member demanded it, or consensus fell.</summary>
    SentToMeeting = 4,

    /// <summary>Trukket tilbage by the secretariat.</summary>
    Withdrawn = 5,

    /// <summary>Delt afgørelse: the recommendations were answered each for itself, and not all came to the same.</summary>
    Mixed = 6,
}
