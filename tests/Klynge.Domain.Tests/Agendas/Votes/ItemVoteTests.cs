using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Tests.Agendas.Votes;

/// <summary>What a vote at a meeting comes to.</summary>
public sealed class ItemVoteTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 2, 3, 14, 0);
    private static readonly ItemVoteId Id = ItemVoteId.New();

    /// <summary>For, against, abstained; what the chair said: f, a, u (undlader), or - for nothing; whether the chair's vote decides.</summary>
    [Theory]
    [InlineData(3, 2, 5, '-', false, ItemVoteResult.Carried)]
    [InlineData(1, 0, 9, '-', false, ItemVoteResult.Carried)]
    [InlineData(2, 3, 0, '-', true, ItemVoteResult.Fallen)]
    [InlineData(2, 2, 0, '-', false, ItemVoteResult.FallenOnEqualVotes)]
    [InlineData(0, 0, 4, '-', true, ItemVoteResult.FallenOnEqualVotes)]
    [InlineData(1, 2, 0, 'f', false, ItemVoteResult.FallenOnEqualVotes)]
    [InlineData(1, 2, 0, 'f', true, ItemVoteResult.CarriedByChair)]
    [InlineData(2, 1, 0, 'a', true, ItemVoteResult.FallenByChair)]
    [InlineData(2, 2, 0, 'u', true, ItemVoteResult.FallenOnEqualVotes)]
    [InlineData(2, 2, 0, '-', true, ItemVoteResult.FallenOnEqualVotes)]
    public void Result_IsByTheMoreVotes_AndByTheChairWhereTheyAreEqual(int yes, int no, int abstained, char chair, bool castingVote, ItemVoteResult result)
    {
        var vote = Vote(yes, no, abstained, chair) with { HasCastingVote = castingVote };

        Assert.Equal(result, vote.Result);
        Assert.Equal(yes + (chair == 'f' ? 1 : 0), vote.Count(SeatAnswer.For));
    }

    [Fact]
    public void WithoutAQuorum_NothingIsDecided() => Assert.Equal(ItemVoteResult.NoQuorum, (Vote(9, 0, 0, 'f') with { HadQuorum = false }).Result);

    [Fact]
    public void SameVote_IsTheSame_AndAnyOtherIsNot()
    {
        var vote = Vote(2, 1, 0, '-');

        Assert.Equal(vote, vote with { Votes = [.. vote.Votes] });
        Assert.Equal(vote.GetHashCode(), (vote with { Votes = [.. vote.Votes] }).GetHashCode());
        ItemVote[] others =
        [
            vote with { Votes = [.. vote.Votes.Skip(1)] }, vote with { Question = "Andet" }, vote with { Dissent = "Imod" }, vote with { HadQuorum = false },
            vote with { HasCastingVote = true }, vote with { At = At + Duration.FromMinutes(1) }, vote with { Id = ItemVoteId.New() },
        ];
        Assert.All(others, other => Assert.NotEqual(vote, other));
        Assert.False(vote.Equals(null));
    }

    private static ItemVote Vote(int yes, int no, int abstained, char chair)
    {
        var answers = Enumerable.Repeat(SeatAnswer.For, yes).Concat(Enumerable.Repeat(SeatAnswer.Against, no)).Concat(Enumerable.Repeat(SeatAnswer.Abstain, abstained));
        var votes = answers.Select((answer, number) => Seat($"Medlem {number}", answer, isChair: false));
        return new ItemVote(Id, At)
        {
            HadQuorum = true,
            Votes = [.. votes, .. chair switch { 'f' => [Seat("Formand", SeatAnswer.For, true)], 'a' => [Seat("Formand", SeatAnswer.Against, true)], 'u' => [Seat("Formand", SeatAnswer.Abstain, true)], _ => Array.Empty<SeatVote>() }],
        };
    }

    private static SeatVote Seat(string name, SeatAnswer answer, bool isChair) => new(new MemberId(new Guid(name.PadRight(16)[..16].Select(letter => (byte)letter).ToArray())), name, "Region Fjordlandet", answer, isChair);
}
