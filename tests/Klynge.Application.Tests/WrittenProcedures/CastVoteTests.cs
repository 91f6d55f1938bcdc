using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Tests.WrittenProcedures;

public abstract class CastVoteTests(TestStore store) : IAsyncLifetime
{
    public sealed class OnSqlite() : CastVoteTests(TestStore.Sqlite);

    public sealed class OnPostgres() : CastVoteTests(TestStore.Postgres);

    private TestBoard _board = null!;
    private ChatFixture _chat = null!;
    private ProcedureFixture _fixture = null!;
    private WrittenProcedureId _case;

    public async ValueTask InitializeAsync()
    {
        _board = await TestBoard.CreateAsync(store);
        _chat = new ChatFixture(_board);
        _fixture = new ProcedureFixture(_board, _chat);
        _case = await _fixture.OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_board is not null)
        {
            _chat.Dispose();
            await _board.DisposeAsync();
        }
    }

    [Fact]
    public async Task CastVote_IsOnTheRollOnRecordAndInTheAuditLog()
    {
        var receipt = (await _fixture.VoteAsync(_board.Member, _case, Answer.ApproveWithRemarks, "  Flere pladser  ", "act-1")).Value;

        Assert.Equal(("Chefforum", "Udpegning til ledelsesprogrammet"), (receipt.Forum, receipt.Title));
        var seat = Seat(await _fixture.ReadAsync(_case), _board.Member);
        Assert.Equal((Answer.ApproveWithRemarks, "Flere pladser", (PersonId?)_board.Member.Id), (seat.Answer!.Value, seat.Remarks, seat.AnsweredById));
        Assert.Equal(_board.Clock.GetCurrentInstant(), seat.AnsweredAt);
        await using var db = _board.Open();
        var vote = await db.Votes.SingleAsync();
        Assert.Equal((Answer.ApproveWithRemarks, 1, VoteSource.Ballot, seat.Id), (vote.Answer, vote.Version, vote.Source, vote.RollEntryId));
        var entry = await db.Audit.SingleAsync(row => row.UseCase == nameof(CastVote));
        Assert.Equal((_case.Value, "act-1", null), (entry.SubjectId, entry.ActivityKey, entry.Refusal));
        Assert.Contains("\"before\":{\"answer\":null", entry.Changes, StringComparison.Ordinal);
        Assert.Contains("\"after\":{\"answer\":2,\"remarks\":\"Flere pladser\"", entry.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CastVote_ASecondTime_TakesThePlaceOfTheFirstWhichStaysOnRecord()
    {
        await _fixture.VoteAsync(_board.Member, _case);
        _board.Clock.Advance(Duration.FromMinutes(1));
        var second = (await _fixture.VoteAsync(_board.Member, _case, Answer.Reject, "For dyrt")).Value;

        Assert.Equal(Answer.Approve, second.Replaced);
        Assert.Equal(Answer.Reject, Seat(await _fixture.ReadAsync(_case), _board.Member).Answer);
        await using var db = _board.Open();
        Assert.Equal([Answer.Approve, Answer.Reject], await db.Votes.OrderBy(vote => vote.CastAt).Select(vote => vote.Answer).ToListAsync());
    }

    [Fact]
    public async Task CastVote_TheSameAnswerAgain_ChangesNothing()
    {
        await _fixture.VoteAsync(_board.Member, _case, activity: "act-1");
        _board.Clock.Advance(Duration.FromMinutes(5));
        var again = (await _fixture.VoteAsync(_board.Member, _case, activity: "act-2")).Value;

        Assert.Equal(_board.Clock.GetCurrentInstant() - Duration.FromMinutes(5), again.AnsweredAt);
        await using var db = _board.Open();
        Assert.Equal(1, await db.Votes.CountAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task CastVote_FiftyTimesAtOnce_CountsOnce(bool sameActivity)
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(number =>
            _fixture.VoteAsync(_board.Member, _case, activity: sameActivity ? "act" : $"act-{number}")));

        Assert.All(results, result => Assert.Equal(Answer.Approve, result.Value.Answer));
        await using var db = _board.Open();
        Assert.Equal(1, await db.Votes.CountAsync());
        Assert.Equal(1, await db.Audit.CountAsync(entry => entry.UseCase == nameof(CastVote)));
    }

    [Fact]
    public async Task CastVote_AtTheDeadline_IsRejectedAndTheMomentBeforeItIsNot()
    {
        _board.Clock.Set(ProcedureFixture.Deadline - Duration.FromMilliseconds(1));
        Assert.True((await _fixture.VoteAsync(_board.Member, _case)).IsSuccess);

        _board.Clock.Set(ProcedureFixture.Deadline);
        var late = await _fixture.VoteAsync(_board.OtherMember, _case);

        Assert.Equal(
            "Afstemningen lukkede fredag d. 23. januar 2026 kl. 12.00. Skriv til sekretariatet, hvis din stemme skal med.", late.Error!.Text);
        await AssertRefusedInAuditAsync<VotingDeadlinePassed>(_board.OtherMember);
    }

    [Fact]
    public async Task CastVote_ByAStranger_IsRejected()
    {
        await AssertRefusedAsync<NotOnTheRoll>(_board.Stranger, Request());
    }

    [Fact]
    public async Task CastVote_ByTheSecretariatOrAnObserver_IsRejected()
    {
        await AssertRefusedAsync<NotOnTheRoll>(_board.Secretary, Request());
        await AssertRefusedAsync<NotOnTheRoll>(_board.Observer, Request());
    }

    [Fact]
    public async Task CastVote_WithACardMadeForAnothersSeat_IsRejected()
    {
        var seat = Seat(await _fixture.ReadAsync(_case), _board.OtherMember);

        await AssertRefusedAsync<AnothersSeat>(_board.Member, Request() with { Seat = seat.MemberId });
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 9)]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(-1, 1)]
    public async Task CastVote_WithAlteredData_IsRejected(int version, int answer)
    {
        await AssertRefusedAsync<CardWasAltered>(_board.Member, Request() with { Version = version, Answer = (Answer)answer });
    }

    [Fact]
    public async Task CastVote_NamingAnotherForumOrNoCase_IsRejected()
    {
        await AssertRefusedAsync<ProcedureNotFound>(_board.Member, Request() with { Forum = _board.OtherForum.Id });
        await AssertRefusedAsync<ProcedureNotFound>(_board.Member, Request() with { Procedure = WrittenProcedureId.New() });
    }

    [Fact]
    public async Task CastVote_OnAWithdrawnCase_IsRejected()
    {
        await _fixture.WithdrawAsync(_board.Secretary, _case, "Forslaget er trukket.");

        await AssertRefusedAsync<ProcedureWithdrawn>(_board.Member, Request());
    }

    [Fact]
    public async Task CastVote_OnADraft_IsRejected()
    {
        await AssertRefusedAsync<NotOpenYet>(_board.Member, Request() with { Procedure = await _fixture.DraftAsync() });
    }

    [Theory]
    [InlineData(Answer.ApproveWithRemarks)]
    [InlineData(Answer.Reject)]
    public async Task CastVote_WithoutTheWordsItNeeds_IsRejected(Answer answer)
    {
        await AssertRefusedAsync<RemarksMissing>(_board.Member, Request() with { Answer = answer, Remarks = "  \n " });
    }

    [Fact]
    public async Task CastVote_ThatDemandsAMeeting_ClosesTheCaseAndPutsItOnTheNextAgenda()
    {
        var meeting = await _board.AddMeetingAsync();
        await _fixture.VoteAsync(_board.Member, _case, Answer.ApproveWithRemarks, "Enig, men dyrt");
        var receipt = (await _fixture.VoteAsync(_board.OtherMember, _case, Answer.DemandMeeting, "Det er for stort til skrift")).Value;

        Assert.Equal(Outcome.SentToMeeting, receipt.ClosedAs);
        await using var db = _board.Open();
        var item = await db.AgendaItems.SingleAsync(candidate => candidate.MeetingId == meeting.Id);
        Assert.Equal("Udpegning til ledelsesprogrammet", item.Content.Title);
        Assert.Contains(item.Content.Sections, section => section.Text.Contains("Mads Holt, Birkelse Kommune (Godkender med bemærkninger): Enig, men dyrt", StringComparison.Ordinal));
        Assert.Equal(ClosingReason.MeetingDemanded, (await _fixture.ReadAsync(_case)).ClosedBecause);
        await AssertRefusedAsync<CaseGoesToMeeting>(_board.Doctor, Request());
    }

    [Fact]
    public async Task CastVote_TheLastOneMissing_ClosesTheCaseTenMinutesLaterAndUntilThenCanBeChanged()
    {
        foreach (var member in new[] { _board.Chair, _board.Member, _board.OtherMember })
            Assert.Null((await _fixture.VoteAsync(member, _case)).Value.ClosesAt);

        var last = (await _fixture.VoteAsync(_board.Doctor, _case)).Value;
        var ends = _board.Clock.GetCurrentInstant() + Duration.FromMinutes(10);
        Assert.Equal((null, ends), (last.ClosedAs, last.ClosesAt));
        var job = _chat.Get<CloseDueProcedures>();
        _board.Clock.Set(ends - Duration.FromMilliseconds(1));
        Assert.Equal(0, await job.HandleAsync(default));
        Assert.Equal(ends, (await _fixture.VoteAsync(_board.Member, _case, Answer.ApproveWithRemarks, "Husk bilag 2")).Value.ClosesAt);

        _board.Clock.Set(ends);
        await AssertRefusedLateAsync(_board.Member);
        Assert.Equal(1, await job.HandleAsync(default));

        var closed = await _fixture.ReadAsync(_case);
        Assert.Equal((ClosingReason.AllAnswered, Outcome.Adopted, ends), (closed.ClosedBecause, closed.Outcome, closed.ClosedAt));
        Assert.Equal("Husk bilag 2", Seat(closed, _board.Member).Remarks);
        Assert.Equal(0, await job.HandleAsync(default));
    }

    [Fact]
    public async Task CastVote_TheLastOneMissing_ClosesAtOnceWhereTheForumHasNoWait()
    {
        await using (var db = _board.Open())
        {
            var forum = await db.Forums.SingleAsync(candidate => candidate.Id == _board.Forum.Id);
            forum.Rules = forum.Rules with { WrittenProcedures = forum.Rules.WrittenProcedures with { ClosingDelayMinutes = 0 } };
            await db.SaveChangesAsync();
        }

        _case = await _fixture.OpenAsync();
        foreach (var member in new[] { _board.Chair, _board.Member, _board.OtherMember })
            Assert.Null((await _fixture.VoteAsync(member, _case)).Value.ClosedAs);

        Assert.Equal(Outcome.Adopted, (await _fixture.VoteAsync(_board.Doctor, _case)).Value.ClosedAs);
        Assert.Equal(ClosingReason.AllAnswered, (await _fixture.ReadAsync(_case)).ClosedBecause);
    }

    private async Task AssertRefusedLateAsync(Person by)
    {
        var late = await _fixture.VoteAsync(by, _case);
        Assert.Equal("Afstemningen lukkede tirsdag d. 13. januar 2026 kl. 09.10. Skriv til sekretariatet, hvis din stemme skal med.", late.Error!.Text);
    }

    private static RollEntry Seat(WrittenProcedure procedure, Person person) => procedure.Roll.Single(entry => entry.PersonId == person.Id);

    private CastVoteRequest Request() => new(_board.Forum.Id, _case, 1, Answer.Approve, null);

    private async Task AssertRefusedAsync<TError>(Person by, CastVoteRequest request)
        where TError : Error
    {
        Assert.IsType<TError>((await _fixture.VoteAsync(by, request)).Error);
        await AssertRefusedInAuditAsync<TError>(by);
        await using var db = _board.Open();
        Assert.False(await db.Votes.AnyAsync(vote => vote.CastById == by.Id));
    }

    private async Task AssertRefusedInAuditAsync<TError>(Person by)
    {
        await using var db = _board.Open();
        var entry = await db.Audit.OrderByDescending(row => row.Sequence).FirstAsync();
        Assert.Equal((nameof(CastVote), typeof(TError).Name, (PersonId?)by.Id, "[]"), (entry.UseCase, entry.Refusal, entry.ActorId, entry.Changes));
    }
}
