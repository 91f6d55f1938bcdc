using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures.Separate;

/// <summary>One vote holds all answers: one row, one change of the seat, one line in the record.</summary>
public abstract class SeparateVoteTests(TestStore store) : SeparateTest(store)
{
    public sealed class OnSqlite() : SeparateVoteTests(TestStore.Sqlite);

    public sealed class OnPostgres() : SeparateVoteTests(TestStore.Postgres);

    private static readonly Answer[] Mixed = [Answer.Approve, Answer.Approve, Answer.Reject];

    [Fact]
    public async Task CastVote_OfEach_IsOneRowOnTheRollOnRecordAndInTheAuditLog()
    {
        await OpenEachAsync();

        var receipt = (await VoteAsync(Board.Member, "AAR", "  For dyrt ")).Value;

        Assert.Equal(Mixed, receipt.Answers!);
        var seat = await RollAsync(Board.Member);
        Assert.Equal((Answer.Separate, "For dyrt"), (seat.Answer!.Value, seat.Remarks));
        Assert.Equal(Mixed, seat.Answers!);
        await using var db = Board.Open();
        var vote = await db.Votes.SingleAsync();
        Assert.Equal((Answer.Separate, seat.Id), (vote.Answer, vote.RollEntryId));
        Assert.Equal(Mixed, vote.Answers!);
        var entry = await db.Audit.SingleAsync(row => row.UseCase == nameof(CastVote));
        Assert.Contains("approve", entry.Changes, StringComparison.Ordinal);
        Assert.Contains("reject", entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CastVote_Changed_TakesThePlaceOfWhatWasThere_AndEveryAnswerStaysOnRecord()
    {
        await OpenEachAsync();
        await VoteAsync(Board.Member, "AAR");
        Board.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        var other = (await VoteAsync(Board.Member, "ARR")).Value;
        Board.Clock.Advance(NodaTime.Duration.FromMinutes(1));
        var whole = (await Fixture.VoteAsync(Board.Member, Each)).Value;

        Assert.Equal((Answer.Separate, Answer.Separate), (other.Replaced, whole.Replaced));
        Assert.Equal(Mixed, other.ReplacedEach!);
        Assert.Equal((Answer.Approve, null), (whole.Answer, whole.Answers));
        Assert.Null((await RollAsync(Board.Member)).Answers);
        await using var db = Board.Open();
        var votes = await db.Votes.OrderBy(vote => vote.CastAt).ToListAsync();
        Assert.Equal([Answer.Separate, Answer.Separate, Answer.Approve], votes.Select(vote => vote.Answer));
        Assert.Equal([Answer.Approve, Answer.Reject, Answer.Reject], votes[1].Answers!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CastVote_FiftyTimesAtOnce_CountsOnce(bool sameActivity)
    {
        await OpenEachAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => VoteAsync(Board.Member, "AAR", activity: sameActivity ? "act" : $"act-{number}")));

        Assert.All(results, result => Assert.Equal(Mixed, result.Value.Answers!));
        await using var db = Board.Open();
        Assert.Equal(1, await db.Votes.CountAsync());
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.UseCase == nameof(CastVote)));
    }

    [Fact]
    public async Task CastVote_ByTwentyOfEachKindAtOnce_EndsWithTheLastOfEachSeat()
    {
        await OpenEachAsync();
        var people = new[] { Board.Chair, Board.Member, Board.OtherMember };

        await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(number => people.Select(person => VoteAsync(person, number % 2 == 0 ? "AAR" : "RAA"))));

        await using var db = Board.Open();
        foreach (var person in people)
        {
            var last = await db.Audit.Where(row => row.UseCase == nameof(CastVote) && row.ActorId == person.Id && row.Changes != "[]").OrderByDescending(row => row.Sequence).FirstAsync();
            var after = last.Changes[last.Changes.IndexOf("\"after\"", StringComparison.Ordinal)..];
            var isRejectedLast = after.IndexOf("reject", StringComparison.Ordinal) > after.IndexOf("approve", StringComparison.Ordinal);
            Assert.Equal(isRejectedLast ? Answer.Reject : Answer.Approve, (await RollAsync(person)).Answers![2]);
        }
    }

    [Theory]
    [InlineData("AA")]
    [InlineData("AAAA")]
    public async Task CastVote_OfAnotherNumberOfRecommendations_IsRefusedAndLeavesNothing(string word)
    {
        await OpenEachAsync();

        Assert.IsType<CardWasAltered>((await VoteAsync(Board.Member, word)).Error);
        Assert.IsType<CardWasAltered>((await Fixture.VoteAsync(Board.Member, RequestOf("AAR") with { Procedure = Case })).Error);
        Assert.IsType<AnswersMissing>((await VoteAsync(Board.Member, "A?R")).Error);
        Assert.IsType<RemarksMissing>((await VoteAsync(Board.Member, "AAR", remarks: null)).Error);
        Assert.IsType<NotOnTheRoll>((await VoteAsync(Board.Stranger, "AAR")).Error);
        await using var db = Board.Open();
        Assert.False(await db.Votes.AnyAsync());
    }

    [Fact]
    public async Task Case_KeepsTheRuleThatItWasOpenedUnder()
    {
        await OpenEachAsync();
        await SetRulesAsync(rules => rules with { AnswerPerRecommendation = false });
        Assert.True((await VoteAsync(Board.Member, "AAR")).IsSuccess);

        await SetRulesAsync(rules => rules with { AnswerPerRecommendation = true });
        Assert.Null((await Fixture.ReadAsync(Case)).SeparateRecommendations);
        Assert.DoesNotContain("Send svarene", (await Chat.PressAsync(Board.Member, "procedure.ballot", Named())).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Close_OnceAllHaveAnsweredEach_KeepsTheResultOfEach()
    {
        await OpenEachAsync();
        await VoteAsync(Board.Chair, "AAA");
        await VoteAsync(Board.Member, "AAR");
        await VoteAsync(Board.OtherMember, "ARR");
        Assert.NotNull((await VoteAsync(Board.Doctor, "AAR")).Value.ClosesAt);
        Board.Clock.Advance(NodaTime.Duration.FromMinutes(10));

        Assert.Equal(1, await Chat.Get<CloseDueProcedures>().HandleAsync(default));

        var closed = await Fixture.ReadAsync(Each);
        Assert.Equal((Outcome.Mixed, ClosingReason.AllAnswered), (closed.Outcome, closed.ClosedBecause));
        Assert.Equal([Outcome.Adopted, Outcome.Adopted, Outcome.Rejected], closed.Outcomes!);
        Assert.Equal([(4, 0), (3, 1), (1, 3)], closed.Tallies().Select(one => (one.For, one.Against)));
    }

    [Fact]
    public async Task DemandForAMeeting_TakesAllOfIt_AndTheNextMeetingGetsTheWholeCase()
    {
        await OpenEachAsync();
        var meeting = await Board.AddMeetingAsync();
        await VoteAsync(Board.Member, "AAR");

        Assert.Equal(Outcome.SentToMeeting, (await Fixture.VoteAsync(Board.OtherMember, Each, Answer.DemandMeeting, "For stort")).Value.ClosedAs);

        await using var db = Board.Open();
        var item = await db.AgendaItems.SingleAsync(candidate => candidate.MeetingId == meeting.Id);
        Assert.Equal(3, item.Content.Recommendations.Count);
        Assert.Contains(item.Content.Sections, section => section.Text.Contains("Mads Holt, Birkelse Kommune (1 og 2: Godkender · 3: Godkender ikke): fordi", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Recused_IsOutOfEveryCount()
    {
        await OpenEachAsync();
        await VoteAsync(Board.Chair, "AAR");
        await Fixture.VoteAsync(Board.Member, Each, Answer.Recused, "Slægtning");
        await VoteAsync(Board.OtherMember, "ARR");
        await Fixture.CloseAsync(Board.Secretary, Each);

        Assert.All((await Fixture.ReadAsync(Each)).Tallies(), one => Assert.Equal((3, 1, 1, 2), (one.Entitled, one.Recused, one.Silent, one.Present)));
    }

    [Fact]
    public async Task Amend_VoidsAnswersToEach_WhichStayOnRecord()
    {
        await OpenEachAsync();
        await VoteAsync(Board.Member, "AAR");
        var form = Form with { Recommendations = "Godkender deltagerne\nGodkender budgettet", Reason = "En indstilling er ude" };
        await Chat.Get<Klynge.Application.WrittenProcedures.Drafting.AmendWrittenProcedure>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, Each, form), default);

        var amended = await Fixture.ReadAsync(Each);
        Assert.Equal((2, 2, 0), (amended.Version, amended.SeparateRecommendations, amended.Answered));
        Assert.Null(amended.Roll.Single(entry => entry.PersonId == Board.Member.Id).Answers);
        Assert.IsType<CaseHasChanged>((await VoteAsync(Board.Member, "AAR")).Error);
        await using var db = Board.Open();
        Assert.Equal(Mixed, (await db.Votes.SingleAsync()).Answers!);
    }
}
