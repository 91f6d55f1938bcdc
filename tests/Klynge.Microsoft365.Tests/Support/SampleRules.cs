using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;

namespace Klynge.Microsoft365.Tests.Support;

internal static class SampleRules
{
    /// <summary>Rules of procedure that play no part in a test.</summary>
    public static RulesOfProcedure Plain { get; } = new()
    {
        ItemsIn = TimeLimit.Create(11, TimeLimitUnit.Days).Value,
        AgendaOut = TimeLimit.Create(5, TimeLimitUnit.Workdays).Value,
        MinutesOut = TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
        Quorum = new QuorumRule(0.5m, EverySector: false),
        WrittenProcedures = new WrittenProcedureRules(
            Allowed: true,
            TimeLimit.Create(3, TimeLimitUnit.Workdays).Value,
            TimeLimit.Create(10, TimeLimitUnit.Workdays).Value,
            DecisionRule.Consensus,
            SilenceIsConsent: false,
            VotesShownWhileOpen: true,
            ClosesWhenAllHaveAnswered: true)
        {
            ClosingDelayMinutes = 0,
        },
    };
}
