using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Domain.Tests.WrittenProcedures;

/// <summary>What a case needs before it goes out, and what can still be changed about it afterwards.</summary>
public sealed class OpeningTests
{
    [Fact]
    public void Open_WhereTheForumDecidesNothingInWriting_IsRefused()
    {
        var forum = Cases.Forum(Cases.Rules with { Allowed = false });

        Assert.IsType<WrittenProcedureNotAllowed>(Open(forum, Cases.Seats(forum, 2)).Error);
    }

    [Fact]
    public void Open_WithNobodyWhoHasAVote_IsRefused_AndTheCaseStaysADraft()
    {
        var forum = Cases.Forum();
        var seats = Cases.Seats(forum, 2);
        seats.ForEach(seat => seat.HasVote = false);
        var draft = Cases.Draft(forum);

        Assert.IsType<NobodyToAsk>(draft.Open(forum, seats, Cases.Text, Cases.Secretary, Cases.Now).Error);
        Assert.Equal(ProcedureStatus.Draft, draft.Status);
    }

    [Fact]
    public void Open_OfSomebodyWhoSitsThereTwice_IsOneVote()
    {
        var forum = Cases.Forum();
        var seat = Cases.Seat(forum, 0, "region");

        Assert.Single(Cases.Open(forum, [seat, seat]).Roll);
    }

    [Theory]
    [InlineData(ProcedureStatus.Draft, typeof(NotOpenYet))]
    [InlineData(ProcedureStatus.Closed, typeof(VotingIsClosed))]
    public void Case_ThatIsNotOpen_TakesNoChange(ProcedureStatus status, Type refusal)
    {
        var forum = Cases.Forum();
        var seats = Cases.Seats(forum, 2);
        var procedure = status == ProcedureStatus.Draft ? Cases.Draft(forum) : Cases.Open(forum, seats);
        if (status == ProcedureStatus.Closed)
            Assert.True(procedure.Close(Cases.Secretary, Cases.Now).IsSuccess);

        Assert.Equal(
            [refusal, refusal, refusal, refusal],
            [
                procedure.Amend(forum, Cases.Text, Later, "Rettet", Cases.Secretary, Cases.Now).Error?.GetType(),
                procedure.MoveDeadline(forum, Later, null, Cases.Secretary, Cases.Now).Error?.GetType(),
                procedure.GiveUpSeat(seats[0].PersonId, Cases.Person("s"), Cases.Now).Error?.GetType(),
                procedure.TakeSeatBack(seats[0].PersonId, Cases.Now).Error?.GetType(),
            ]);
    }

    [Fact]
    public void Draft_IsEdited_AndWhatIsOpenIsNot()
    {
        var forum = Cases.Forum();
        var draft = Cases.Draft(forum);

        Assert.True(draft.Edit(Cases.Text, Cases.Deadline).IsSuccess);
        Assert.IsType<DraftChangedMeanwhile>(draft.Edit(Cases.Text with { Title = "Andet" }, Cases.Deadline, seenRevision: draft.Revision + 1).Error);
        Assert.True(draft.Edit(Cases.Text with { Title = "Andet" }, Cases.Deadline, draft.Revision).IsSuccess);
        Assert.IsType<AlreadyOpened>(Cases.Open(2).Edit(Cases.Text, Later).Error);
    }

    [Fact]
    public void MoveDeadline_KeepsTheAnswersAndEveryEarlierMove()
    {
        var forum = Cases.Forum();
        var procedure = Cases.Open(forum, Cases.Seats(forum, 2));
        procedure.Cast(Answer.Approve);

        Assert.True(procedure.MoveDeadline(forum, Later, "Flere har bedt om tid.", Cases.Secretary, Cases.Now).IsSuccess);
        Assert.True(procedure.MoveDeadline(forum, Later + Duration.FromDays(1), null, Cases.Secretary, Cases.Now).IsSuccess);

        Assert.Equal([(Cases.Deadline, Later), (Later, Later + Duration.FromDays(1))], procedure.DeadlineMoves!.Select(move => (move.FromDeadline, move.ToDeadline)));
        Assert.Equal(Answer.Approve, procedure.Roll[0].Answer);
    }

    [Fact]
    public void MoveDeadline_WithTooLongAReason_OrToASoonerDayThanTheForumAllows_IsRefused()
    {
        var forum = Cases.Forum();
        var procedure = Cases.Open(forum, Cases.Seats(forum, 2));
        var tooLong = new string('x', WrittenProcedure.MaxNoteLength + 1);

        Assert.IsType<NoteTooLong>(procedure.MoveDeadline(forum, Later, tooLong, Cases.Secretary, Cases.Now).Error);
        Assert.IsType<NoteTooLong>(procedure.Amend(forum, Cases.Text, Later, tooLong, Cases.Secretary, Cases.Now).Error);
        Assert.IsType<DeadlineTooSoon>(procedure.MoveDeadline(forum, Cases.Now + Duration.FromHours(1), null, Cases.Secretary, Cases.Now).Error);
        Assert.IsType<DeadlineTooSoon>(procedure.Amend(forum, Cases.Text, Cases.Now + Duration.FromHours(1), "Rettet", Cases.Secretary, Cases.Now).Error);
        Assert.Equal(Cases.Deadline, procedure.Deadline);
    }

    [Fact]
    public void Seat_OfSomebodyWhoIsNotOnTheRoll_IsNobodys()
    {
        var procedure = Cases.Open(2);

        Assert.IsType<NotOnTheRoll>(procedure.GiveUpSeat(PersonId.New(), Cases.Person("s"), Cases.Now).Error);
        Assert.IsType<NotOnTheRoll>(procedure.TakeSeatBack(PersonId.New(), Cases.Now).Error);
    }

    [Fact]
    public void Draft_IsNeverDue() => Assert.Null(Cases.Draft(Cases.Forum()).DueBecause(Cases.Deadline));

    private static Instant Later => Cases.Deadline + Duration.FromDays(7);

    private static Result<CaseVersion> Open(Forum forum, IEnumerable<ForumMember> seats) =>
        Cases.Draft(forum).Open(forum, seats, Cases.Text, Cases.Secretary, Cases.Now);
}
