using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas.Votes;

/// <summary>A vote on cards: the last answer before the end counts, and after it nobody's does.</summary>
public sealed class ItemBallotRuleTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 2, 3, 14, 0);
    private static readonly (MemberId Seat, PersonId Person) Ida = (MemberId.New(), PersonId.New());
    private static readonly PersonId Substitute = PersonId.New();

    private readonly ItemBallot _ballot = new()
    {
        Id = ItemVoteId.New(),
        ForumId = ForumId.New(),
        MeetingId = MeetingId.New(),
        ItemId = AgendaItemId.New(),
        OpenedAt = At,
        OpenedById = PersonId.New(),
    };

    [Fact]
    public void Answer_CanBeChanged_UntilTheEnd_AndTheSameAgainIsNoNews()
    {
        Assert.True(_ballot.Cast(Ida.Seat, Ida.Person, SeatAnswer.For, At).Value);
        Assert.False(_ballot.Cast(Ida.Seat, Ida.Person, SeatAnswer.For, At + Duration.FromMinutes(1)).Value);
        Assert.Equal(At, Assert.Single(_ballot.Answers).At);
        Assert.True(_ballot.Cast(Ida.Seat, Ida.Person, SeatAnswer.Against, At + Duration.FromMinutes(2)).Value);

        var answer = Assert.Single(_ballot.Answers);
        Assert.Equal((SeatAnswer.Against, Ida.Person, At + Duration.FromMinutes(2), Ida.Seat, _ballot.Id), (answer.Answer, answer.PersonId, answer.At, answer.MemberId, answer.BallotId));
    }

    [Fact]
    public void SubstituteInTheSeat_AnswersForIt_AndTheSameAnswerIsTheirs()
    {
        _ballot.Cast(Ida.Seat, Ida.Person, SeatAnswer.For, At);

        Assert.True(_ballot.Cast(Ida.Seat, Substitute, SeatAnswer.For, At).Value);
        Assert.Equal(Substitute, Assert.Single(_ballot.Answers).PersonId);
    }

    [Fact]
    public void Closed_TakesNoAnswer_AndClosingAgainChangesNothing()
    {
        Assert.True(_ballot.IsOpen);
        Assert.True(_ballot.Close(At).Value);
        Assert.False(_ballot.Close(At + Duration.FromHours(1)).Value);

        Assert.Equal(At, _ballot.EndedAt);
        Assert.False(_ballot.IsOpen);
        Assert.IsType<BallotIsOver>(_ballot.Cast(Ida.Seat, Ida.Person, SeatAnswer.For, At).Error);
        Assert.IsType<BallotIsOver>(_ballot.CallOff(At).Error);
    }

    [Fact]
    public void CalledOff_IsNotCounted_AndCalledOffAgainChangesNothing()
    {
        _ballot.Cast(Ida.Seat, Ida.Person, SeatAnswer.For, At);
        Assert.True(_ballot.CallOff(At).IsSuccess);
        Assert.True(_ballot.CallOff(At + Duration.FromHours(1)).IsSuccess);

        Assert.Equal((At, true), (_ballot.EndedAt, _ballot.IsCalledOff));
        Assert.IsType<BallotIsOver>(_ballot.Close(At).Error);
        Assert.IsType<BallotIsOver>(_ballot.Cast(Ida.Seat, Ida.Person, SeatAnswer.Against, At).Error);
    }
}
