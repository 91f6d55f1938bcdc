using Klynge.Application.Tests.Support;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures;

public abstract class SeatTests(TestStore store) : ProcedureTest(store)
{
    public sealed class OnSqlite() : SeatTests(TestStore.Sqlite);

    public sealed class OnPostgres() : SeatTests(TestStore.Postgres);

    [Fact]
    public async Task GiveUpSeat_LetsTheSubstituteVoteAndTheMemberNoLonger()
    {
        await NameSubstituteAsync(Board.Member, Board.Stranger);
        Assert.IsType<SeatNotGivenUp>((await Fixture.VoteAsync(Board.Stranger, Case)).Error);

        var told = (await Chat.PressAsync(Board.Member, "procedure.seat.give", Named())).Text();

        Assert.Contains("Ulla Fremmed har fået din plads", told, StringComparison.Ordinal);
        Assert.Contains("Du svarer som stedfortræder for Mads Holt.", (await SentToAsync(Board.Stranger)).Last(), StringComparison.Ordinal);
        Assert.IsType<SeatGivenUp>((await Fixture.VoteAsync(Board.Member, Case)).Error);
        Assert.True((await Fixture.VoteAsync(Board.Stranger, Case)).IsSuccess);
        Assert.Equal(Board.Stranger.Id, (await SeatAsync(Board.Member)).AnsweredById);
    }

    /// <summary>They would go nowhere: the card stays, and so does what is typed on it.</summary>
    [Fact]
    public async Task GiveUpSeat_WithRemarksTyped_IsRefused_SoThatTheyAreNotLost()
    {
        await NameSubstituteAsync(Board.Member, Board.Stranger);

        (await Chat.PressAsync(Board.Member, "procedure.seat.give", new { forum = Board.Forum.Id.Value, procedure = Case.Value, remarks = "Husk patienterne" }))
            .Refused<RemarksNotSent>();

        Assert.True((await Fixture.VoteAsync(Board.Member, Case)).IsSuccess);
    }

    /// <summary>Yesterday the seat ended that had a substitute, and today another of the same member began without one.</summary>
    [Fact]
    public async Task GiveUpSeat_WhenTheSeatWithTheSubstituteIsOver_HasNoSubstitute()
    {
        await NameSubstituteAsync(Board.Member, Board.Stranger);
        await RenewSeatAsync(Board.Member, substitute: null);

        (await Chat.PressAsync(Board.Member, "procedure.seat.give", Named())).Refused<NoSubstitute>();

        Assert.IsType<NotOnTheRoll>((await Fixture.VoteAsync(Board.Stranger, Case)).Error);
        Assert.Empty(await SentToAsync(Board.Stranger));
    }

    /// <summary>A card offers what works on the day that it is drawn, and no more.</summary>
    [Fact]
    public async Task Cards_OfferTheSubstitute_OnlyWhileThereIsOneWhoHasNoVoteInTheCase()
    {
        Assert.Equal((false, false), await OfferedAsync());
        await NameSubstituteAsync(Board.Member, Board.Stranger);
        Assert.Equal((true, true), await OfferedAsync());
        await NameSubstituteAsync(Board.Member, Board.Chair);
        Assert.Equal((false, false), await OfferedAsync());
        await NameSubstituteAsync(Board.Member, Board.Stranger);
        await RenewSeatAsync(Board.Member, substitute: null);
        Assert.Equal((false, false), await OfferedAsync());

        async Task<(bool Ballot, bool Form)> OfferedAsync() => (
            (await Chat.PressAsync(Board.Member, "procedure.ballot", Named())).Text().Contains("Overlad til stedfortræder", StringComparison.Ordinal),
            (await Chat.PressAsync(Board.Secretary, "procedure.record.form", Named())).Text().Contains("Overlad pladsen til stedfortræderen", StringComparison.Ordinal));
    }

    /// <summary>What was sent to everybody is drawn for each as the seats stand that day.</summary>
    [Fact]
    public async Task Ballot_ThatIsSentOut_OffersASubstituteToWhoHasOne()
    {
        await NameSubstituteAsync(Board.Member, Board.Stranger);

        await Fixture.OpenAsync();

        Assert.Contains("Overlad til stedfortræder", (await SentToAsync(Board.Member)).Last(), StringComparison.Ordinal);
        Assert.DoesNotContain("Overlad til stedfortræder", (await SentToAsync(Board.Chair)).Last(), StringComparison.Ordinal);
    }

    /// <summary>Whoever is no substitute any more neither reads the case, nor its documents, nor hears of it.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task FormerSubstitute_WhoHasNotAnswered_ReadsNothingAndIsToldNothing(bool isRenewed)
    {
        await NameSubstituteAsync(Board.Member, Board.Stranger);
        await Chat.PressAsync(Board.Member, "procedure.seat.give", Named());
        Assert.Contains("procedure.vote", (await Chat.PressAsync(Board.Stranger, "procedure.ballot", Named())).Text(), StringComparison.Ordinal);
        await (isRenewed ? RenewSeatAsync(Board.Member, substitute: null) : NameSubstituteAsync(Board.Member, Board.Observer));
        var before = (await SentToAsync(Board.Stranger)).Count;

        foreach (var verb in new[] { "procedure.ballot", "procedure.view" })
            (await Chat.PressAsync(Board.Stranger, verb, Named())).Refused<NoLongerSubstitute>();

        Board.Clock.Advance(NodaTime.Duration.FromDays(2));
        Assert.True((await Chat.Get<RemindNow>().HandleAsync(TestBoard.As(Board.Secretary), Board.Forum.Id, Case, default)).IsSuccess);
        var form = ProcedureFixture.Form with { Presentation = "Klinikchefen er opsagt.", Reason = "Rettet", IsClosed = true };
        Assert.True((await Chat.Get<AmendWrittenProcedure>().HandleAsync(TestBoard.As(Board.Secretary), new(Board.Forum.Id, Case, form), default)).IsSuccess);
        await Fixture.CloseAsync(Board.Secretary, Case);
        await Chat.Get<Klynge.Application.WrittenProcedures.Documents.StoreProcedureDocuments>().HandleAsync(default);

        Assert.Equal(before, (await SentToAsync(Board.Stranger)).Count);
        await using var db = Board.Open();
        var path = Klynge.Application.Documents.DocumentPath.Parse((await db.ProcedureDocuments.FirstAsync()).Path)!;
        Assert.False(await Klynge.Application.Documents.DocumentRights.MayReadAsync(db, Board.Stranger.Id, path, Board.Today));
        Assert.True(await Klynge.Application.Documents.DocumentRights.MayReadAsync(db, Board.Member.Id, path, Board.Today));
    }

    [Fact]
    public async Task GiveUpSeat_OfARenewedSeat_IsToItsOwnSubstitute()
    {
        await NameSubstituteAsync(Board.Member, Board.Stranger);
        await RenewSeatAsync(Board.Member, Board.Observer);

        Assert.Contains("Bo Ørum har fået din plads", (await Chat.PressAsync(Board.Member, "procedure.seat.give", Named())).Text(), StringComparison.Ordinal);
        Assert.True((await Fixture.VoteAsync(Board.Observer, Case)).IsSuccess);
    }

    /// <summary>The board has named another while the case is out.</summary>
    [Fact]
    public async Task Vote_ByASubstituteWhoIsNoLongerOne_IsRefused_AndTheSecretariatIsToldOnce()
    {
        await NameSubstituteAsync(Board.Member, Board.Stranger);
        await Chat.PressAsync(Board.Member, "procedure.seat.give", Named());
        await NameSubstituteAsync(Board.Member, Board.Observer);

        Assert.IsType<NoLongerSubstitute>((await Fixture.VoteAsync(Board.Stranger, Case)).Error);
        Assert.Equal(1, await Chat.Get<TellOfLeavers>().HandleAsync(default));
        Assert.Equal(0, await Chat.Get<TellOfLeavers>().HandleAsync(default));
        Assert.Contains("Ulla Fremmed er ikke længere stedfortræder for Mads Holt", (await SentToAsync(Board.Secretary)).Last(), StringComparison.Ordinal);
        await Chat.PressAsync(Board.Member, "procedure.seat.back", Named());
        Assert.True((await Fixture.VoteAsync(Board.Member, Case)).IsSuccess);
    }

    /// <summary>By a board file or by its last day: the roll stays, and the secretariat decides.</summary>
    [Fact]
    public async Task Leaver_OnAnOpenRoll_IsToldToTheSecretariatOnce_AndNotWhileThatPersonSits()
    {
        Assert.Equal(0, await Chat.Get<TellOfLeavers>().HandleAsync(default));
        await using (var db = Board.Open())
        {
            (await db.Members.SingleAsync(seat => seat.PersonId == Board.Doctor.Id)).To = Board.Today.PlusDays(1);
            await db.SaveChangesAsync();
        }

        Assert.Equal(0, await Chat.Get<TellOfLeavers>().HandleAsync(default));
        Board.Clock.Advance(NodaTime.Duration.FromDays(2));
        await Chat.Get<SendProcedureReminders>().HandleAsync(default);
        await Chat.Get<SendProcedureReminders>().HandleAsync(default);

        Assert.Single(await SentToAsync(Board.Secretary), card => card.Contains("Omar Said har ikke længere en plads i forummet", StringComparison.Ordinal));
        Assert.True((await Fixture.VoteAsync(Board.Doctor, Case)).IsSuccess);
    }

    [Fact]
    public async Task TakeSeatBack_IsTheUndoUntilTheSubstituteHasAnswered()
    {
        await NameSubstituteAsync(Board.Member, Board.Stranger);
        await Chat.PressAsync(Board.Member, "procedure.seat.give", Named());
        await Chat.PressAsync(Board.Member, "procedure.seat.back", Named());
        Assert.True((await Fixture.VoteAsync(Board.Member, Case)).IsSuccess);

        (await Chat.PressAsync(Board.Member, "procedure.seat.give", Named())).Refused<SeatHasAnswered>();
    }

    [Fact]
    public async Task GiveUpSeat_WithoutANamedSubstitute_IsRefused()
    {
        (await Chat.PressAsync(Board.Member, "procedure.seat.give", Named())).Refused<NoSubstitute>();
        (await Chat.PressAsync(Board.Observer, "procedure.seat.give", Named())).Refused<NotOnTheRoll>();
    }

    [Fact]
    public async Task GiveUpSeat_OfSomebodyElse_IsTheSecretariatsAlone()
    {
        await NameSubstituteAsync(Board.Member, Board.Stranger);
        var request = new GiveUpSeatRequest(Board.Forum.Id, Case, Board.Member.Id);
        var useCase = Chat.Get<GiveUpSeat>();

        Assert.IsType<NotAllowed>((await useCase.HandleAsync(TestBoard.As(Board.OtherMember), request, default)).Error);
        Assert.Equal("Ulla Fremmed", (await useCase.HandleAsync(TestBoard.As(Board.Secretary), request, default)).Value);
    }

    [Fact]
    public async Task GiveUpSeat_ByTheSecretariatsButton_TellsTheMemberWhoCanTakeItBack()
    {
        await NameSubstituteAsync(Board.Member, Board.Stranger);
        var form = (await Chat.PressAsync(Board.Secretary, "procedure.record.form", Named())).Text();
        Assert.Contains("Overlad pladsen til stedfortræderen", form, StringComparison.Ordinal);
        Assert.Contains("Vælg, hvis plads", (await Chat.PressAsync(Board.Secretary, "procedure.seat.give", await ForOtherAsync(null))).Text(), StringComparison.Ordinal);

        var reply = Assert.IsType<Klynge.Application.Chat.ChatReply.Words>(await Chat.PressAsync(Board.Secretary, "procedure.seat.give", await ForOtherAsync(Board.Member)));

        Assert.Contains("Ulla Fremmed har fået pladsen efter Mads Holt", reply.Markdown, StringComparison.Ordinal);
        Assert.Contains("Sekretariatet har overladt din plads i sagen til Ulla Fremmed", (await SentToAsync(Board.Member)).Last(), StringComparison.Ordinal);
        Assert.Equal(Board.Stranger.Id, (await SeatAsync(Board.Member)).VoterId);
        await Chat.PressAsync(Board.Member, "procedure.seat.back", Named());
        Assert.Equal(Board.Member.Id, (await SeatAsync(Board.Member)).VoterId);
        (await Chat.PressAsync(Board.OtherMember, "procedure.seat.give", await ForOtherAsync(Board.Member))).Refused<NotAllowed>();
        Assert.Contains("ingen stedfortræder", (await Chat.PressAsync(Board.Secretary, "procedure.seat.give", await ForOtherAsync(Board.Doctor))).Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GiveUpSeat_ToSomebodyWithASeat_IsRefused()
    {
        await NameSubstituteAsync(Board.Member, Board.Doctor);

        (await Chat.PressAsync(Board.Member, "procedure.seat.give", Named())).Refused<SubstituteVotesAlready>();
    }

    [Fact]
    public async Task RecordVote_ByTheSecretariat_IsMarkedAndTheVoterIsTold()
    {
        var seat = await SeatAsync(Board.Doctor);
        var data = new
        {
            forum = Board.Forum.Id.Value,
            procedure = Case.Value,
            seat = seat.MemberId.Value,
            answer = "reject",
            source = "phone",
            remarks = "For dyrt",
        };
        var reply = await Chat.PressAsync(Board.Secretary, "procedure.record", data);

        Assert.IsNotType<Klynge.Application.Chat.ChatReply.Refused>(reply);
        var recorded = await SeatAsync(Board.Doctor);
        Assert.Equal(
            (Answer.Reject, "For dyrt", VoteSource.Phone, Board.Secretary.Id, Board.Doctor.Id),
            (recorded.Answer!.Value, recorded.Remarks, recorded.Source!.Value, recorded.RecordedById!.Value, recorded.AnsweredById!.Value));
        Assert.Contains("som du gav telefonisk: Godkender ikke", (await SentToAsync(Board.Doctor)).Last(), StringComparison.Ordinal);
        await using var db = Board.Open();
        Assert.Equal(Board.Secretary.Id, (await db.Votes.SingleAsync()).RecordedById);
    }

    [Fact]
    public async Task RecordVote_ByAMember_IsRefusedAndOnRecord()
    {
        var seat = await SeatAsync(Board.Doctor);
        var request = new RecordVoteRequest(Board.Forum.Id, Case, seat.MemberId, Answer.Approve, VoteSource.Phone, null);

        Assert.IsType<NotAllowed>((await Chat.Get<RecordVote>().HandleAsync(TestBoard.As(Board.Member), request, default)).Error);
        await using var db = Board.Open();
        Assert.Equal("NotAllowed", (await db.Audit.SingleAsync(row => row.UseCase == nameof(RecordVote))).Refusal);
    }

    [Fact]
    public async Task RecordForm_WithSomethingMissing_KeepsWhatWasTyped()
    {
        var data = new { forum = Board.Forum.Id.Value, procedure = Case.Value, answer = "approve", remarks = "Ringede i går" };

        var card = (await Chat.PressAsync(Board.Secretary, "procedure.record", data)).Text();

        Assert.Contains("Vælg, hvem der har svaret", card, StringComparison.Ordinal);
        Assert.Contains("Ringede i går", card, StringComparison.Ordinal);
    }

    private async Task<object> ForOtherAsync(Person? member) => new
    {
        forum = Board.Forum.Id.Value,
        procedure = Case.Value,
        forOther = true,
        seat = member is null ? null : (Guid?)(await SeatAsync(member)).MemberId.Value,
    };

    private async Task RenewSeatAsync(Person member, Person? substitute)
    {
        await using var db = Board.Open();
        var seat = await db.Members.SingleAsync(candidate => candidate.ForumId == Board.Forum.Id && candidate.PersonId == member.Id);
        seat.To = Board.Today.PlusDays(-1);
        db.Members.Add(new ForumMember
        {
            ForumId = seat.ForumId,
            PersonId = seat.PersonId,
            Role = seat.Role,
            HasVote = seat.HasVote,
            Organisation = seat.Organisation,
            Sector = seat.Sector,
            SubstituteIds = substitute is null ? [] : [substitute.Id],
            From = Board.Today,
            Order = seat.Order,
        });
        await db.SaveChangesAsync();
    }
}
