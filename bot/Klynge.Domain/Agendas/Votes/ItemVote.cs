using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.Agendas.Votes;

/// <summary>
/// Afstemning: a vote at a meeting on an item, by name. Most items are decided without one; where there was one, minutes say who voted what.
/// </summary>
/// <param name="At">When it was written down.</param>
public sealed record ItemVote(ItemVoteId Id, Instant At)
{
    /// <summary>Of one item: the main motion and amendments.</summary>
    public const int Max = 10;

    public const int MaxQuestionLength = 500;
    public const int MaxDissentLength = 4_000;

    /// <summary>What was voted on: »Ændringsforslag fra Birkelse Kommune«; null for the recommendation as it stands.</summary>
    public string? Question { get; init; }

    /// <summary>In the forum's order. Who was there and did not vote is not among them.</summary>
    public IReadOnlyList<SeatVote> Votes { get; init; } = [];

    /// <summary>Mindretalsudtalelse: what those who lost wanted the minutes to say; null for nothing.</summary>
    public string? Dissent { get; init; }

    /// <summary>The forum could decide on the item when it voted.</summary>
    public bool HadQuorum { get; init; }

    /// <summary>The forum's rules let the chair's vote decide when the votes are equal.</summary>
    public bool HasCastingVote { get; init; }

    /// <summary>
    /// More for than against carries it; whoever abstains counts for neither. Equal votes are decided by the chair's where the rules say so, and
    /// fall otherwise. Without a quorum nothing is decided.
    /// </summary>
    public ItemVoteResult Result
    {
        get
        {
            if (!HadQuorum)
                return ItemVoteResult.NoQuorum;

            var (yes, no) = (Count(SeatAnswer.For), Count(SeatAnswer.Against));
            return yes > no ? ItemVoteResult.Carried
                : no > yes ? ItemVoteResult.Fallen
                : !HasCastingVote ? ItemVoteResult.FallenOnEqualVotes
                : Votes.FirstOrDefault(vote => vote.IsChair)?.Answer switch
                {
                    SeatAnswer.For => ItemVoteResult.CarriedByChair,
                    SeatAnswer.Against => ItemVoteResult.FallenByChair,
                    _ => ItemVoteResult.FallenOnEqualVotes,
                };
        }
    }

    public int Count(SeatAnswer answer) => Votes.Count(vote => vote.Answer == answer);

    public bool Equals(ItemVote? other) =>
        other is not null && (Id, At, Question, Dissent, HadQuorum, HasCastingVote) == (other.Id, other.At, other.Question, other.Dissent, other.HadQuorum, other.HasCastingVote)
        && Votes.SequenceEqual(other.Votes);

    public override int GetHashCode() => HashCode.Combine(Id, At, Question, Dissent, Votes.Count);
}

/// <param name="Name">Who sat in the seat, as the person was called then: a substitute's own name.</param>
/// <param name="IsChair">The seat is the chair's, or the deputy's who led in the chair's absence: its vote may decide.</param>
public sealed record SeatVote(MemberId Seat, string Name, string Organisation, SeatAnswer Answer, bool IsChair)
{
    /// <summary>The list that the seat was won on, as it stood then; null for none.</summary>
    public string? Party { get; init; }
}

public enum SeatAnswer
{
    For = 1,
    Against = 2,

    /// <summary>Undlader at stemme.</summary>
    Abstain = 3,
}

public enum ItemVoteResult
{
    Carried = 1,
    Fallen = 2,
    FallenOnEqualVotes = 3,
    CarriedByChair = 4,
    FallenByChair = 5,
    NoQuorum = 6,
}

public readonly record struct ItemVoteId(Guid Value) : IRecordId
{
    public static ItemVoteId New() => new(Guid.CreateVersion7());
}

public sealed record VotesMissing()
    : Error("Vælg, hvem der stemte hvad. Der er ikke gemt noget.");

/// <summary>Somebody has one vote.</summary>
public sealed record VotedTwice(string Name)
    : Error($"{Name} er valgt flere steder. En stemmer enten for, imod eller undlader.");

/// <summary>Whoever is inhabil or away neither deliberates nor votes.</summary>
public sealed record VoterNotThere(string Name)
    : Error($"{Name} deltog ikke i behandlingen af punktet og kan ikke stemme. Ret fremmødet ved punktet, hvis det er forkert.");

/// <summary>Observers and the secretariat have no vote.</summary>
public sealed record VoterUnknown()
    : Error("En af de valgte har ingen stemme i forummet. Åbn afstemningen igen.");

public sealed record TooManyVotes()
    : Error($"Der er allerede {ItemVote.Max} afstemninger ved punktet.");

public sealed record VoteBeforeMeeting()
    : Error("Mødet er ikke begyndt, så der kan ikke skrives en afstemning ind.");
