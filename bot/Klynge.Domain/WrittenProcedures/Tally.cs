using Klynge.Domain.Forums;

namespace Klynge.Domain.WrittenProcedures;

/// <summary>The count of a case and the result that follows from it; a function of the roll and the rules alone.</summary>
/// <param name="Entitled">Seats on the roll less the recused.</param>
/// <param name="For">Approvals, with and without remarks.</param>
/// <param name="Against">Rejections.</param>
/// <param name="Silent">Entitled seats that have not answered.</param>
/// <param name="Recused">Seats that declared themselves recused.</param>
/// <param name="DemandsMeeting">Seats that demand that the case is taken at a meeting.</param>
/// <param name="QuorumNeeded">Answers needed for the case to be decided.</param>
/// <param name="QuorumMet">Whether enough answered, and from every sector where the rules ask for that.</param>
public sealed record Tally(
    int Entitled, int For, int Against, int Silent, int Recused, int DemandsMeeting, int QuorumNeeded, bool QuorumMet, Outcome Outcome)
{
    /// <summary>
    /// Counts the answers. Silence counts as consent only under rules that say so, and then towards the quorum too; under all other
    /// rules it is neither yes nor no. Recused seats leave the roll for quorum and majority.
    /// </summary>
    public static Tally Of(IReadOnlyCollection<RollEntry> roll, WrittenProcedureRules rules, QuorumRule quorum)
    {
        var entitled = roll.Where(entry => entry.Answer != Answer.Recused).ToList();
        var silent = entitled.Count(entry => !entry.HasAnswered);
        var approvals = entitled.Count(entry => entry.Answer is Answer.Approve or Answer.ApproveWithRemarks)
            + (rules.SilenceIsConsent ? silent : 0);
        var rejections = entitled.Count(entry => entry.Answer == Answer.Reject);
        var demands = entitled.Count(entry => entry.Answer == Answer.DemandMeeting);
        var needed = quorum.SeatsNeeded(entitled.Count);
        var met = entitled.Count > 0 && IsQuorate(entitled, rules.SilenceIsConsent, quorum, needed);
        var outcome = Decide(rules.Rule, approvals, rejections, demands, met);
        return new(entitled.Count, approvals, rejections, silent, roll.Count - entitled.Count, demands, needed, met, outcome);
    }

    private static bool IsQuorate(List<RollEntry> entitled, bool silenceCounts, QuorumRule quorum, int needed)
    {
        var counted = entitled.Where(entry => entry.HasAnswered || silenceCounts).ToList();
        var sectors = entitled.Select(entry => entry.Sector).Except(counted.Select(entry => entry.Sector), StringComparer.OrdinalIgnoreCase);
        return counted.Count >= needed && (!quorum.EverySector || !sectors.Any());
    }

    private static Outcome Decide(DecisionRule rule, int approvals, int rejections, int demands, bool quorate)
    {
        if (demands > 0)
        {
            return Outcome.SentToMeeting;
        }

        if (rule == DecisionRule.Consensus && rejections > 0)
        {
            return Outcome.SentToMeeting;
        }

        if (!quorate)
        {
            return Outcome.NoQuorum;
        }

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
