using FsCheck;
using FsCheck.Fluent;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Outcome = Klynge.Domain.WrittenProcedures.Outcome;

namespace Klynge.Domain.Tests.WrittenProcedures;

/// <summary>Whatever the order of votes, changes, recusals and substitutes: the result is what a naive count of the last words gives.</summary>
public sealed class TallyPropertyTests
{
    private const int Seats = 7;

    private enum Kind
    {
        MemberVotes,
        SubstituteVotes,
        GivesUpSeat,
        TakesSeatBack,
        TextChanges,
    }

    private sealed record Step(Kind Kind, int Seat, Answer Answer);

    private sealed record Setting(DecisionRule Rule, bool SilenceIsConsent, bool EverySector, decimal Share, bool DeadlinePassed);

    private static readonly Arbitrary<Step[]> Steps = (
        from kind in Gen.Frequency(
            (12, Gen.Constant(Kind.MemberVotes)),
            (5, Gen.Constant(Kind.SubstituteVotes)),
            (3, Gen.Constant(Kind.GivesUpSeat)),
            (2, Gen.Constant(Kind.TakesSeatBack)),
            (1, Gen.Constant(Kind.TextChanges)))
        from seat in Gen.Choose(0, Seats - 1)
        from answer in Gen.Frequency(
            (8, Gen.Constant(Answer.Approve)),
            (3, Gen.Constant(Answer.ApproveWithRemarks)),
            (3, Gen.Constant(Answer.Reject)),
            (2, Gen.Constant(Answer.Recused)),
            (1, Gen.Constant(Answer.DemandMeeting)))
        select new Step(kind, seat, answer)).ArrayOf().ToArbitrary();

    private static readonly Arbitrary<Setting> Settings = (
        from rule in Gen.Elements(DecisionRule.Consensus, DecisionRule.SimpleMajority, DecisionRule.TwoThirdsMajority)
        from silence in Gen.Elements(true, false)
        from sectors in Gen.Elements(true, false)
        from share in Gen.Elements(0m, 0.5m, 0.6m, 1m)
        from passed in Gen.Elements(true, false)
        select new Setting(rule, silence, sectors, share, passed)).ToArbitrary();

    [Fact]
    public void Tally_AfterAnySequence_IsWhatANaiveCountGives() => Prop.ForAll(Steps, Settings, (steps, setting) =>
    {
        var rules = Cases.Rules with { Rule = setting.Rule, SilenceIsConsent = setting.SilenceIsConsent };
        var quorum = new QuorumRule(setting.Share, setting.EverySector);
        var forum = Cases.Forum(rules, quorum);
        var procedure = Cases.Open(forum, Cases.Seats(forum, Seats, sectors: 3));
        var substitutes = Enumerable.Range(0, Seats).Select(number => Cases.Person($"s{number}")).ToList();

        foreach (var step in steps)
            Take(procedure, forum, substitutes, step);

        var tally = Tally.Of(procedure.Roll, rules, quorum, setting.DeadlinePassed);
        Assert.Equal(Naive.Decide(Naive.LastWords(steps), rules, quorum, setting.DeadlinePassed), tally.Outcome);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Tally_IsTheSameInWhateverOrderTheVotesCame() => Prop.ForAll(Steps, Settings, (steps, setting) =>
    {
        var votes = steps.Where(step => step.Kind == Kind.MemberVotes).GroupBy(step => step.Seat).Select(group => group.Last()).ToList();
        var rules = Cases.Rules with { Rule = setting.Rule, SilenceIsConsent = setting.SilenceIsConsent };
        var quorum = new QuorumRule(setting.Share, setting.EverySector);

        Assert.Equal(Outcomes(votes), Outcomes(Enumerable.Reverse(votes)));

        Outcome Outcomes(IEnumerable<Step> inOrder)
        {
            var procedure = Cases.Open(Seats, rules, quorum, sectors: 3);
            foreach (var vote in inOrder)
                Assert.True(procedure.Cast(procedure.Ballot(vote.Seat, vote.Answer), Cases.Now).IsSuccess);

            return Tally.Of(procedure.Roll, rules, quorum, setting.DeadlinePassed).Outcome;
        }
    }).QuickCheckThrowOnFailure();

    /// <summary>Tries the step; what the rules refuse must leave no trace, which the naive count then finds out.</summary>
    private static void Take(WrittenProcedure procedure, Forum forum, List<Person> substitutes, Step step)
    {
        var member = procedure.Roll[step.Seat].PersonId;
        var substitute = substitutes[step.Seat];
        var ballot = procedure.Ballot(step.Seat, step.Answer);
        _ = step.Kind switch
        {
            Kind.MemberVotes => procedure.Cast(ballot with { By = member }, Cases.Now).IsSuccess,
            Kind.SubstituteVotes => procedure.Cast(ballot with { By = substitute.Id }, Cases.Now).IsSuccess,
            Kind.GivesUpSeat => procedure.GiveUpSeat(member, substitute, Cases.Now).IsSuccess,
            Kind.TakesSeatBack => procedure.TakeSeatBack(member, Cases.Now).IsSuccess,
            _ => procedure.Amend(forum, Cases.Text, Cases.Deadline, "rettet", Cases.Secretary, Cases.Now).IsSuccess,
        };
    }

    /// <summary>The rules over again, as simply as they can be said.</summary>
    private static class Naive
    {
        internal static Answer?[] LastWords(IEnumerable<Step> steps)
        {
            var words = new Answer?[Seats];
            var givenUp = new bool[Seats];
            foreach (var step in steps)
            {
                var mayVote = step.Kind == Kind.SubstituteVotes ? givenUp[step.Seat] : !givenUp[step.Seat];
                if (step.Kind is Kind.MemberVotes or Kind.SubstituteVotes && mayVote)
                    words[step.Seat] = step.Answer;
                else if (step.Kind == Kind.GivesUpSeat && words[step.Seat] is null)
                    givenUp[step.Seat] = true;
                else if (step.Kind == Kind.TakesSeatBack && words[step.Seat] is null)
                    givenUp[step.Seat] = false;
                else if (step.Kind == Kind.TextChanges)
                    Array.Clear(words);
            }

            return words;
        }

        internal static Outcome Decide(Answer?[] words, WrittenProcedureRules rules, QuorumRule quorum, bool deadlinePassed)
        {
            if (words.Contains(Answer.DemandMeeting))
                return Outcome.SentToMeeting;

            var voting = Enumerable.Range(0, Seats).Where(seat => words[seat] != Answer.Recused).ToList();
            var consenting = rules.SilenceIsConsent && deadlinePassed;
            var yes = voting.Count(seat => words[seat] is Answer.Approve or Answer.ApproveWithRemarks || (words[seat] is null && consenting));
            var no = voting.Count(seat => words[seat] == Answer.Reject);
            if (rules.Rule == DecisionRule.Consensus && no > 0)
                return Outcome.SentToMeeting;

            var present = voting.Where(seat => words[seat] is not null || consenting).ToList();
            var enough = voting.Count > 0 && present.Count >= quorum.Share * voting.Count;
            var everySector = voting.All(seat => present.Exists(other => other % 3 == seat % 3));
            if (!enough || (quorum.EverySector && !everySector))
                return Outcome.NoQuorum;

            var passes = rules.Rule switch
            {
                DecisionRule.Consensus => yes > 0,
                DecisionRule.SimpleMajority => yes > no,
                _ => yes > 0 && yes * 3 >= 2 * (yes + no),
            };
            return passes ? Outcome.Adopted : Outcome.Rejected;
        }
    }
}
