using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Domain.WrittenProcedures;

public sealed partial class WrittenProcedure
{
    /// <summary>Adds to the names on the roll what tells them apart, where a second of that name is there now.</summary>
    /// <returns>Whether a name has changed.</returns>
    public bool TellRollApart(IReadOnlyDictionary<PersonId, string> labels)
    {
        var isTold = false;
        foreach (var entry in _roll)
            isTold |= entry.TellApart(labels);

        return isTold;
    }

    /// <summary>
    /// Puts a voter's answer on record. The use case for ballots does the same row by row, under the same <see cref="VotingRules"/>, so
    /// that one vote need not read the whole roll.
    /// </summary>
    public Result<VoteCast> Cast(Ballot ballot, Instant now)
    {
        if (VotingRules.Check(Voting, ballot, now) is { } error)
            return error;

        if (_roll.Find(entry => entry.VoterId == ballot.By) is not { } seat)
            return _roll.Find(entry => entry.PersonId == ballot.By) is { SubstituteName: { } name } ? new SeatGivenUp(name) : new NotOnTheRoll();

        ballot = ballot.AsWhole();
        if (ballot.SaysTheSame(seat.Answer, seat.Answers, seat.Remarks, seat.AnsweredById))
            return new VoteCast(CastEffect.Unchanged, Vote: null, Closes: null);

        var effect = seat.HasAnswered ? CastEffect.Replaced : CastEffect.Cast;
        var vote = seat.Set(ballot, now);
        AwaitClosing(now);
        return new VoteCast(effect, vote, DueBecause(now));
    }

    /// <summary>The member leaves the seat of this one case to a substitute, who then votes instead.</summary>
    /// <param name="member">Whose seat it is.</param>
    /// <param name="substitute">The substitute, who has no vote in the case yet.</param>
    public Result<RollEntry> GiveUpSeat(PersonId member, Person substitute, Instant now, string? name = null)
    {
        if (CheckOpen(now) is { } closed)
            return closed;

        if (_roll.Find(entry => entry.PersonId == member) is not { } seat)
            return new NotOnTheRoll();

        if (seat.HasAnswered)
            return new SeatHasAnswered();

        if (HasVoter(substitute.Id))
            return new SubstituteVotesAlready(name ?? substitute.Name);

        seat.GiveUp(substitute.Id, name ?? substitute.Name, now);
        return seat;
    }

    /// <summary>One person has one vote: whoever is on the roll or has a seat left to them already takes no other.</summary>
    public bool HasVoter(PersonId person) => _roll.Exists(entry => entry.VoterId == person || entry.PersonId == person);

    /// <summary>The substitute who has a seat cannot answer: another takes it, or it is the member's again.</summary>
    /// <param name="next">Who has no vote in the case yet; null where nobody is left.</param>
    public Result<RollEntry> PassSeatOn(PersonId member, Person? next, Instant now, string? name = null)
    {
        if (CheckOpen(now) is { } closed)
            return closed;

        if (_roll.Find(entry => entry.PersonId == member) is not { IsGivenUp: true } seat)
            return new NotOnTheRoll();

        if (seat.HasAnswered)
            return new SeatHasAnswered();

        if (next is not null && HasVoter(next.Id))
            return new SubstituteVotesAlready(name ?? next.Name);

        if (next is null)
            seat.TakeBack();
        else
            seat.GiveUp(next.Id, name ?? next.Name, now);
        return seat;
    }

    /// <summary>The undo of <see cref="GiveUpSeat"/>, until the substitute has answered.</summary>
    public Result<RollEntry> TakeSeatBack(PersonId member, Instant now)
    {
        if (CheckOpen(now) is { } closed)
            return closed;

        if (_roll.Find(entry => entry.PersonId == member) is not { } seat)
            return new NotOnTheRoll();

        if (!seat.IsGivenUp)
            return seat;

        if (seat.HasAnswered)
            return new SeatHasAnswered();

        seat.TakeBack();
        return seat;
    }
}
