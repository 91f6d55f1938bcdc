using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Domain.Tests.WrittenProcedures;

public sealed class VotingTests
{
    [Theory]
    [InlineData(DecisionRule.Consensus, 3, 0, Outcome.Adopted)]
    [InlineData(DecisionRule.Consensus, 3, 1, Outcome.SentToMeeting)]
    [InlineData(DecisionRule.SimpleMajority, 2, 1, Outcome.Adopted)]
    [InlineData(DecisionRule.SimpleMajority, 2, 2, Outcome.Rejected)]
    [InlineData(DecisionRule.TwoThirdsMajority, 2, 1, Outcome.Adopted)]
    [InlineData(DecisionRule.TwoThirdsMajority, 3, 2, Outcome.Rejected)]
    [InlineData(DecisionRule.TwoThirdsMajority, 0, 3, Outcome.Rejected)]
    [InlineData(DecisionRule.SimpleMajority, 2, 0, Outcome.NoQuorum)]
    public void Close_FollowsTheRule(DecisionRule rule, int approvals, int rejections, Outcome expected)
    {
        var procedure = Cases.Open(5, Cases.Rules with { Rule = rule });
        procedure.Cast([
            .. Enumerable.Repeat<Answer?>(Answer.Approve, approvals),
            .. Enumerable.Repeat<Answer?>(Answer.Reject, rejections),
        ]);

        Assert.Equal(expected, procedure.Close(Cases.Secretary, Cases.Now).Value);
    }

    [Fact]
    public void Close_WithRecusedMembers_CountsQuorumAndMajorityWithoutThem()
    {
        var procedure = Cases.Open(5, Cases.Rules with { Rule = DecisionRule.SimpleMajority });
        procedure.Cast(Answer.Recused, Answer.Recused, Answer.Approve, Answer.Approve);

        Assert.Equal(Outcome.Adopted, procedure.Close(Cases.Secretary, Cases.Now).Value);
        Assert.Equal((3, 2, 2), (procedure.Tally().Entitled, procedure.Tally().QuorumNeeded, procedure.Tally().Recused));
    }

    [Fact]
    public void Close_WithEverybodyRecused_DecidesNothing()
    {
        var procedure = Cases.Open(2);
        procedure.Cast(Answer.Recused, Answer.Recused);

        Assert.Equal(Outcome.NoQuorum, procedure.Close(Cases.Secretary, Cases.Now).Value);
    }

    [Fact]
    public void Close_WithASectorMissing_IsNotQuorateAndNamesIt()
    {
        var procedure = Cases.Open(4, quorum: new QuorumRule(0.5m, EverySector: true), sectors: 2);
        procedure.Cast(Answer.Approve, null, Answer.Approve);

        Assert.Equal(Outcome.NoQuorum, procedure.Close(Cases.Secretary, Cases.Now).Value);
        Assert.Equal(["sektor 1"], procedure.Tally().MissingSectors);
    }

    [Fact]
    public void Silence_IsConsentOnlyUnderSuchRulesAndOnlyAtTheDeadline()
    {
        var silent = Cases.Rules with { SilenceIsConsent = true };
        Assert.Equal(Outcome.Adopted, Cases.Open(4, silent).CloseDue(Cases.Deadline).Value);
        Assert.Equal(Outcome.NoQuorum, Cases.Open(4, silent).Close(Cases.Secretary, Cases.Deadline - Duration.Epsilon).Value);
        Assert.Equal(Outcome.NoQuorum, Cases.Open(4).CloseDue(Cases.Deadline).Value);
    }

    [Fact]
    public void CloseDue_AheadOfTheDeadline_IsRefused() =>
        Assert.IsType<NotClosedYet>(Cases.Open(2).CloseDue(Cases.Deadline - Duration.Epsilon).Error);

    [Fact]
    public void CloseDue_WhenAllHaveAnswered_DependsOnTheForumsRules()
    {
        var closes = Cases.Open(2, Cases.Rules with { ClosingDelayMinutes = 0 });
        closes.Cast(Answer.Approve, Answer.Approve);
        Assert.Equal(Outcome.Adopted, closes.CloseDue(Cases.Now).Value);

        var waits = Cases.Open(2, Cases.Rules with { ClosesWhenAllHaveAnswered = false });
        waits.Cast(Answer.Approve, Answer.Approve);
        Assert.Null(waits.ClosesAt);
        Assert.IsType<NotClosedYet>(waits.CloseDue(Cases.Now + Duration.FromHours(1)).Error);
    }

    [Fact]
    public void LastAnswer_BeginsAWaitOfTenMinutesInWhichAnswersCanBeChanged()
    {
        var procedure = Cases.Open(2);
        procedure.Cast(Answer.Approve, Answer.Approve);
        var ends = Cases.Now + Duration.FromMinutes(10);

        Assert.Equal((ends, ends), (procedure.ClosesAt, procedure.Voting.Ends));
        Assert.Equal(CastEffect.Replaced, procedure.Cast(procedure.Ballot(0, Answer.Reject), ends - Duration.Epsilon).Value.Effect);
        Assert.Equal(ends, procedure.ClosesAt);
        Assert.IsType<NotClosedYet>(procedure.CloseDue(ends - Duration.Epsilon).Error);
        Assert.IsType<VotingDeadlinePassed>(procedure.Cast(procedure.Ballot(0, Answer.Approve), ends).Error);
        Assert.Equal(Outcome.SentToMeeting, procedure.CloseDue(ends).Value);
        Assert.Equal(ClosingReason.AllAnswered, procedure.ClosedBecause);
    }

    [Theory]
    [InlineData(0, 10, 0)]
    [InlineData(1, 11, 0)]
    [InlineData(59, 11, 0)]
    public void LastAnswer_WithinAMinute_ClosesAtTheNextWholeOne(int second, int minute, int endsSecond)
    {
        var procedure = Cases.Open(1);
        procedure.Cast(procedure.Ballot(0, Answer.Approve), Cases.Now + Duration.FromSeconds(second));

        Assert.Equal(Cases.Now + Duration.FromMinutes(minute) + Duration.FromSeconds(endsSecond), procedure.ClosesAt);
    }

    [Fact]
    public void LastAnswer_JustBeforeTheDeadline_DoesNotMoveTheDeadline()
    {
        var procedure = Cases.Open(1);
        procedure.Cast(procedure.Ballot(0, Answer.Approve), Cases.Deadline - Duration.FromMinutes(3));

        Assert.Equal(Cases.Deadline, procedure.Voting.Ends);
        Assert.Equal(Outcome.Adopted, procedure.CloseDue(Cases.Deadline).Value);
        Assert.Equal(ClosingReason.Deadline, procedure.ClosedBecause);
    }

    [Fact]
    public void Amend_DuringTheWait_EndsTheWait()
    {
        var forum = Cases.Forum();
        var procedure = Cases.Open(forum, Cases.Seats(forum, 1));
        procedure.Cast(Answer.Approve);

        Assert.True(procedure.Amend(forum, Cases.Text, Cases.Deadline, "Rettet", Cases.Secretary, Cases.Now).IsSuccess);

        Assert.Null(procedure.ClosesAt);
        Assert.IsType<NotClosedYet>(procedure.CloseDue(Cases.Now + Duration.FromHours(1)).Error);
    }

    [Theory]
    [InlineData(Answer.DemandMeeting, "Skriv, hvorfor sagen skal behandles på et møde. Dit svar er ikke registreret endnu.")]
    [InlineData(Answer.Recused, "Skriv, hvorfor du er inhabil. Dit svar er ikke registreret endnu.")]
    public void AnswersThatTakeTheCaseAway_NeedAReason(Answer answer, string sentence)
    {
        var procedure = Cases.Open(3);

        Assert.Equal(sentence, procedure.Cast(procedure.Ballot(0, answer) with { Remarks = null }, Cases.Now).Error!.Text);
    }

    [Fact]
    public void Demand_ForAMeeting_ClosesAtOnceWhateverTheOthersAnswered()
    {
        var procedure = Cases.Open(3, Cases.Rules with { Rule = DecisionRule.SimpleMajority });
        procedure.Cast(Answer.Approve, Answer.Approve);

        Assert.Equal(ClosingReason.MeetingDemanded, procedure.Cast(procedure.Ballot(2, Answer.DemandMeeting), Cases.Now).Value.Closes);
        Assert.Equal(Outcome.SentToMeeting, procedure.CloseDue(Cases.Now).Value);
    }

    [Fact]
    public void Amend_VoidsTheVotesAndAsksForTheNewVersion()
    {
        var forum = Cases.Forum();
        var procedure = Cases.Open(forum, Cases.Seats(forum, 2));
        procedure.Cast(Answer.Approve);
        var old = procedure.Ballot(1, Answer.Approve);

        Assert.IsType<ReasonForChangeMissing>(procedure.Amend(forum, Cases.Text, Cases.Deadline, " ", Cases.Secretary, Cases.Now).Error);
        var version = procedure.Amend(forum, Cases.Text with { Title = "Ny" }, Cases.Deadline, "Ny titel", Cases.Secretary, Cases.Now).Value;

        Assert.Equal((2, "Ny", "Ny titel"), (version.Version, version.Case.Title, version.Reason));
        Assert.Equal(0, procedure.Answered);
        Assert.IsType<CaseHasChanged>(procedure.Cast(old, Cases.Now).Error);
    }

    [Fact]
    public void Substitute_VotesForTheSeatThatWasGivenUpAndTheMemberCannot()
    {
        var procedure = Cases.Open(2);
        var (member, substitute) = (procedure.Roll[0].PersonId, Cases.Person("Bo"));
        var byMember = procedure.Ballot(0, Answer.Approve);
        Assert.IsType<NotOnTheRoll>(procedure.Cast(byMember with { By = substitute.Id }, Cases.Now).Error);

        Assert.True(procedure.GiveUpSeat(member, substitute, Cases.Now).IsSuccess);

        Assert.IsType<SeatGivenUp>(procedure.Cast(byMember, Cases.Now).Error);
        Assert.True(procedure.Cast(byMember with { By = substitute.Id }, Cases.Now).IsSuccess);
        Assert.IsType<SeatHasAnswered>(procedure.TakeSeatBack(member, Cases.Now).Error);
    }

    [Fact]
    public void Substitute_WhoHasAVoteAlready_CannotGetASecond()
    {
        var procedure = Cases.Open(3);
        var bo = Cases.Person("Bo");
        Assert.True(procedure.GiveUpSeat(procedure.Roll[0].PersonId, bo, Cases.Now).IsSuccess);

        Assert.IsType<SubstituteVotesAlready>(procedure.GiveUpSeat(procedure.Roll[1].PersonId, bo, Cases.Now).Error);
    }

    [Fact]
    public void Open_SomebodyWhoSitsTwice_HasOneVote()
    {
        var forum = Cases.Forum();
        var seats = Cases.Seats(forum, 2);

        Assert.Equal(2, Cases.Open(forum, [.. seats, seats[0]]).Roll.Count);
    }

    [Fact]
    public void Confirm_HappensOnceAndLeavesTheResultAlone()
    {
        var procedure = Cases.Open(2);
        Assert.IsType<NotClosedYet>(procedure.Confirm(Cases.Secretary, null, Cases.Now).Error);
        procedure.Cast(Answer.Approve, Answer.Approve);
        procedure.Close(Cases.Secretary, Cases.Now);

        Assert.True(procedure.Confirm(Cases.Secretary, "Tak for svarene.", Cases.Now).IsSuccess);
        Assert.Equal((Outcome.Adopted, "Tak for svarene."), (procedure.Outcome, procedure.ChairNote));
        Assert.IsType<AlreadyConfirmed>(procedure.Confirm(Cases.Secretary, "Alligevel ikke.", Cases.Now).Error);
    }

    [Theory]
    [InlineData("2026-01-16T00:00", null)]
    [InlineData("2026-01-15T23:59", typeof(DeadlineTooSoon))]
    [InlineData("2026-01-13T09:00", typeof(DeadlineInThePast))]
    public void Open_NeedsTheForumsShortestTime(string deadline, Type? refusal)
    {
        var forum = Cases.Forum();
        var local = NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm").Parse(deadline).Value;

        Assert.Equal(refusal, OpeningRules.Check(forum, DanishTime.ToInstant(local), Cases.Now)?.GetType());
    }

    [Theory]
    [InlineData(4, 30, "2026-04-30T10:00:00Z")]
    [InlineData(1, 30, "2026-01-30T11:00:00Z")]
    public void Deadline_AtNoon_IsDanishNoonInSummerAndWinter(int month, int day, string utc)
    {
        var deadline = DanishTime.ToInstant(new LocalDate(2026, month, day), new LocalTime(12, 0));

        Assert.Equal(NodaTime.Text.InstantPattern.General.Parse(utc).Value, deadline);
        var voting = new VotingState(ProcedureStatus.Open, null, deadline, 1);
        var ballot = new Ballot(Answer.Approve, null, 1, Cases.Secretary);
        Assert.Null(VotingRules.Check(voting, ballot, deadline - Duration.Epsilon));
        Error? late = VotingRules.Check(voting, ballot, deadline);
        Assert.Contains("kl. 12.00", Assert.IsType<VotingDeadlinePassed>(late).Text, StringComparison.Ordinal);
    }
}
