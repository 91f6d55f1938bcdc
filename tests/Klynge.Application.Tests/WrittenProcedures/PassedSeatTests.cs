using Klynge.Application.Tests.Support;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Tests.WrittenProcedures;

/// <summary>A seat of a case with several substitutes in order: the first who has no vote in it yet, and the next when that one cannot.</summary>
public sealed class PassedSeatTests : ProcedureTest
{
    [Fact]
    public async Task GiveUpSeat_GoesToTheFirstWithoutAVote()
    {
        await NameAsync(Board.Chair, Board.Stranger, Board.Observer);

        Assert.Contains("Ulla Fremmed har fået din plads", (await Chat.PressAsync(Board.Member, "procedure.seat.give", Named())).Text(), StringComparison.Ordinal);

        Assert.Equal(Board.Stranger.Id, (await SeatAsync(Board.Member)).VoterId);
        Assert.IsType<SeatNotGivenUp>((await Fixture.VoteAsync(Board.Observer, Case)).Error);
    }

    [Fact]
    public async Task SubstituteWhoCannotAnswer_PassesItOn_AndTheMemberIsTold()
    {
        await NameAsync(Board.Stranger, Board.Observer);
        await Chat.PressAsync(Board.Member, "procedure.seat.give", Named());
        Assert.Contains("Giv pladsen videre", (await Chat.PressAsync(Board.Stranger, "procedure.ballot", Named())).Text(), StringComparison.Ordinal);

        var reply = Assert.IsType<Klynge.Application.Chat.ChatReply.Words>(await Chat.PressAsync(Board.Stranger, "procedure.seat.give", Named()));
        Assert.Contains("Du har givet pladsen videre til Bo Ørum", reply.ToString(), StringComparison.Ordinal);

        Assert.Equal(Board.Observer.Id, (await SeatAsync(Board.Member)).VoterId);
        Assert.Contains("Ulla Fremmed kan ikke svare i sagen. Din plads er givet videre til Bo Ørum", (await SentToAsync(Board.Member)).Last(), StringComparison.Ordinal);
        Assert.False((await Fixture.VoteAsync(Board.Stranger, Case)).IsSuccess);
        Assert.True((await Fixture.VoteAsync(Board.Observer, Case)).IsSuccess);
    }

    [Fact]
    public async Task LastSubstitute_GivesItBackToTheMember()
    {
        await NameAsync(Board.Stranger);
        await Chat.PressAsync(Board.Member, "procedure.seat.give", Named());

        await Chat.PressAsync(Board.Stranger, "procedure.seat.give", Named());

        Assert.Equal(Board.Member.Id, (await SeatAsync(Board.Member)).VoterId);
        Assert.True((await Fixture.VoteAsync(Board.Member, Case)).IsSuccess);
    }

    /// <summary>The member's second press is no word of the substitute's.</summary>
    [Fact]
    public async Task Member_WhoPressesTwice_LeavesItWithTheFirst()
    {
        await NameAsync(Board.Stranger, Board.Observer);
        await Chat.PressAsync(Board.Member, "procedure.seat.give", Named());

        await Chat.PressAsync(Board.Member, "procedure.seat.give", Named());

        Assert.Equal(Board.Stranger.Id, (await SeatAsync(Board.Member)).VoterId);
    }

    [Fact]
    public async Task SubstituteWhoHasAnswered_KeepsTheSeat()
    {
        await NameAsync(Board.Stranger, Board.Observer);
        await Chat.PressAsync(Board.Member, "procedure.seat.give", Named());
        await Fixture.VoteAsync(Board.Stranger, Case);

        (await Chat.PressAsync(Board.Stranger, "procedure.seat.give", Named())).Refused<SeatHasAnswered>();

        Assert.Equal(Board.Stranger.Id, (await SeatAsync(Board.Member)).VoterId);
    }

    private async Task NameAsync(params Person[] substitutes)
    {
        await using var db = Board.Open();
        (await db.Members.SingleAsync(seat => seat.ForumId == Board.Forum.Id && seat.PersonId == Board.Member.Id)).SubstituteIds = [.. substitutes.Select(one => one.Id)];
        await db.SaveChangesAsync();
    }
}
