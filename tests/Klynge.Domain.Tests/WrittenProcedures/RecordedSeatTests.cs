using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;

namespace Klynge.Domain.Tests.WrittenProcedures;

/// <summary>A seat out of a record counts as the seat did that the record tells of.</summary>
public sealed class RecordedSeatTests
{
    private static readonly QuorumRule Half = new(0.5m, EverySector: false);

    [Fact]
    public void Restore_IsTheSeatThatTheRecordTellsOf()
    {
        var recorded = Seat(Answer.Reject, "For dyrt") with { Substitute = "Ulla Fremmed", GivenUpAt = Cases.Now };

        var seat = RollEntry.Restore(recorded);

        Assert.Equal((recorded.Id, recorded.Member, recorded.Person, recorded.Voter), (seat.Id, seat.MemberId, seat.PersonId, seat.VoterId));
        Assert.Equal(("Mads Holt", "Ulla Fremmed", "Region", "region", 3), (seat.Name, seat.SubstituteName, seat.Organisation, seat.Sector, seat.Order));
        Assert.Equal((Answer.Reject, "For dyrt", Cases.Now), (seat.Answer, seat.Remarks, seat.AnsweredAt));
        Assert.True(seat.IsGivenUp);
    }

    [Fact]
    public void Restore_WithoutAnAnswer_HasNone() => Assert.False(RollEntry.Restore(Seat(null)).HasAnswered);

    [Theory]
    [InlineData(DecisionRule.Consensus, Outcome.SentToMeeting)]
    [InlineData(DecisionRule.SimpleMajority, Outcome.Adopted)]
    public void Count_OfRestoredSeats_FollowsTheRule(DecisionRule rule, Outcome outcome)
    {
        List<RollEntry> roll = [Restored(Answer.Approve), Restored(Answer.ApproveWithRemarks), Restored(Answer.Reject), Restored(null)];

        var count = CaseCount.Of(roll, Cases.Rules with { Rule = rule }, Half, separate: null, ClosingReason.ByHand);

        Assert.Equal((outcome, 2, 1, 1), (count.Whole.Outcome, count.Whole.For, count.Whole.Against, count.Whole.Silent));
        Assert.Empty(count.Each);
        Assert.Null(count.Outcomes);
    }

    [Theory]
    [InlineData(ClosingReason.Deadline, 2)]
    [InlineData(ClosingReason.ByHand, 1)]
    public void Count_TakesSilenceForConsent_OnlyOnceTheDeadlineHasPassed(ClosingReason because, int votesFor) => Assert.Equal(
        votesFor,
        CaseCount.Of([Restored(Answer.Approve), Restored(null)], Cases.Rules with { SilenceIsConsent = true }, Half, separate: null, because).Whole.For);

    [Fact]
    public void Count_OfEachRecommendation_IsMixedWhereTheyDiffer()
    {
        var separate = RollEntry.Restore(Seat(Answer.Separate, "Ikke den anden", [Answer.Approve, Answer.Reject]));

        var count = CaseCount.Of([separate], Cases.Rules with { Rule = DecisionRule.SimpleMajority }, Half, separate: 2, ClosingReason.AllAnswered);

        Assert.Equal(Outcome.Mixed, count.Whole.Outcome);
        Assert.Equal([Outcome.Adopted, Outcome.Rejected], count.Outcomes!);
    }

    private static RollEntry Restored(Answer? answer) => RollEntry.Restore(Seat(answer));

    private static RecordedSeat Seat(Answer? answer, string? remarks = null, IReadOnlyList<Answer>? answers = null)
    {
        var voter = PersonId.New();
        return new RecordedSeat
        {
            Id = RollEntryId.New(),
            Procedure = WrittenProcedureId.New(),
            Member = MemberId.New(),
            Person = PersonId.New(),
            Name = "Mads Holt",
            Organisation = "Region",
            Sector = "region",
            Order = 3,
            Voter = voter,
            Ballot = answer is { } given ? new Ballot(given, remarks, 1, voter) { Answers = answers } : null,
            AnsweredAt = answer is null ? null : Cases.Now,
        };
    }
}
