using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Domain.Agendas.Votes;

/// <summary>
/// A vote that runs at a meeting: each voter presses an answer on a card of their own, and can change it until the secretariat closes the
/// vote. What was pressed is kept as it was pressed; counted it becomes an <see cref="ItemVote"/> with the same id.
/// </summary>
public sealed class ItemBallot
{
    private readonly List<BallotAnswer> _answers = [];

    public required ItemVoteId Id { get; init; }

    public required ForumId ForumId { get; init; }

    public required MeetingId MeetingId { get; init; }

    public required AgendaItemId ItemId { get; init; }

    /// <summary>What is voted on; null for the recommendation as it stands.</summary>
    public string? Question { get; init; }

    public required Instant OpenedAt { get; init; }

    public required PersonId OpenedById { get; init; }

    /// <summary>Null while it runs.</summary>
    public Instant? EndedAt { get; private set; }

    /// <summary>It was called off, so that nothing is counted.</summary>
    public bool IsCalledOff { get; private set; }

    public IReadOnlyList<BallotAnswer> Answers => _answers;

    public bool IsOpen => EndedAt is null;

    /// <summary>The last answer before the end counts.</summary>
    /// <returns>Whether that is news.</returns>
    public Result<bool> Cast(MemberId seat, PersonId by, SeatAnswer answer, Instant now)
    {
        if (!IsOpen)
            return new BallotIsOver();

        var standing = _answers.Find(one => one.MemberId == seat);
        if (standing is null)
            _answers.Add(standing = new BallotAnswer { BallotId = Id, MemberId = seat });
        else if (standing.Answer == answer && standing.PersonId == by)
            return false;

        standing.Say(answer, by, now);
        return true;
    }

    /// <returns>Whether it ran until now.</returns>
    public Result<bool> Close(Instant now)
    {
        if (IsCalledOff)
            return new BallotIsOver();

        var ran = IsOpen;
        EndedAt ??= now;
        return ran;
    }

    public Result<Done> CallOff(Instant now)
    {
        if (!IsOpen && !IsCalledOff)
            return new BallotIsOver();

        (EndedAt, IsCalledOff) = (EndedAt ?? now, true);
        return default(Done);
    }
}

/// <summary>What was pressed for one seat.</summary>
public sealed class BallotAnswer
{
    public required ItemVoteId BallotId { get; init; }

    public required MemberId MemberId { get; init; }

    /// <summary>Who pressed: the member, or the substitute who sat in the seat.</summary>
    public PersonId PersonId { get; private set; }

    public SeatAnswer Answer { get; private set; }

    public Instant At { get; private set; }

    internal void Say(SeatAnswer answer, PersonId by, Instant now) => (Answer, PersonId, At) = (answer, by, now);
}

public sealed record BallotIsOver()
    : Error("Afstemningen er slut, så der er ikke ændret noget.");

public sealed record BallotNotFound()
    : Error("Afstemningen findes ikke længere.");

/// <summary>One at a time, so that nobody answers the wrong one.</summary>
public sealed record BallotAlreadyOpen()
    : Error("Der er allerede en afstemning i gang ved punktet. Luk den, før du starter en ny.");

public sealed record BallotOutsideMeeting()
    : Error("Der kan kun stemmes på kort, mens mødet er i gang. Skriv i stedet afstemningen ind.");

/// <summary>Nobody who sits at the table and has a vote can be reached in Teams.</summary>
public sealed record NobodyToVote()
    : Error("Ingen af dem, der har stemme ved punktet, kan nås i Teams. Skriv i stedet afstemningen ind.");

/// <summary>The sender has no seat with a vote at the item.</summary>
public sealed record NoVoteAtItem()
    : Error("Du har ikke en stemme ved dette punkt. Er det forkert, så sig det til sekretariatet nu.");

/// <summary>What somebody has pressed is not written over by others.</summary>
public sealed record VoteIsTheirOwn(string Name)
    : Error($"{Name} har selv stemt på kortet, og den stemme kan andre ikke ændre. Der er ikke gemt noget.");
