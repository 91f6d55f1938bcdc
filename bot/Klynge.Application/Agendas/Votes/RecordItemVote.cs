using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Agendas.Votes;

/// <summary>
/// Writes down a vote at the meeting, by name and for many at once, until the minutes are approved. The same vote written again takes the place
/// of what stood. Whoever is inhabil or away at the item has no vote in it. Of a vote that ran on cards, what somebody pressed themselves stays.
/// </summary>
public sealed class RecordItemVote(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.RecordDecision;

    private static readonly TextLimit Dissent = new("Mindretallets udtalelse", ItemVote.MaxDissentLength, Optional: true);

    internal static readonly TextLimit Question = new("Det, der blev stemt om,", ItemVote.MaxQuestionLength, Optional: true);

    public Task<Result<Done>> HandleAsync(Caller caller, RecordItemVoteRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = new ItemAddress(request.ForumId, request.Meeting, request.Item);
        return writer.WriteToMinutesAsync<Done>(nameof(RecordItemVote), caller, Needs, address, new VoteBeforeMeeting(), async (scope, at) =>
        {
            if (!DanishText.Clean(request.Question, Question).TryGet(out var question, out var tooLong) || !DanishText.Clean(request.Dissent, Dissent).TryGet(out var dissent, out tooLong))
                return tooLong;

            var ballot = await scope.Db.ItemBallots.Include(one => one.Answers).SingleOrDefaultAsync(one => one.Id == request.Id);
            if (ballot is not null && (ballot.ItemId != at.Item.Id || ballot.IsOpen || ballot.IsCalledOff))
                return ballot.IsOpen ? new BallotAlreadyOpen() : new BallotNotFound();

            var attendance = await ItemAttendance.OfAsync(scope.Db, at.Forum, at.Meeting);
            if (!VotesOf(request, at.Item.Id, attendance, ballot).TryGet(out var votes, out var wrong))
                return wrong;

            return at.Item.Put(VoteOf(at.Item.Id, request.Id, attendance, scope.Now, at.Forum.Rules.HasCastingVote) with
            {
                Question = question.Length == 0 ? null : question,
                Dissent = dissent.Length == 0 ? null : dissent,
                Votes = votes,
            });
        }, cancellationToken);
    }

    /// <summary>Takes one out; one that is gone is gone.</summary>
    public Task<Result<Done>> RemoveAsync(Caller caller, ForumId forum, MeetingId meeting, AgendaItemId item, ItemVoteId id, CancellationToken cancellationToken) =>
        writer.WriteToMinutesAsync<Done>("RemoveItemVote", caller, Needs, new ItemAddress(forum, meeting, item), new VoteBeforeMeeting(), (_, at) =>
        {
            at.Item.SetVotes([.. at.Item.Content.Votes.Where(one => one.Id != id)]);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancellationToken);

    /// <summary>A vote on the item by the rules as they stand, with nobody's answer yet.</summary>
    internal static ItemVote VoteOf(AgendaItemId item, ItemVoteId id, ItemAttendance attendance, Instant now, bool hasCastingVote) => new(id, now)
    {
        HadQuorum = attendance.QuorumAt(item).IsMet,
        HasCastingVote = hasCastingVote,
    };

    private static Result<IReadOnlyList<SeatVote>> VotesOf(RecordItemVoteRequest request, AgendaItemId item, ItemAttendance attendance, ItemBallot? ballot)
    {
        var written = request.For.Select(seat => (Seat: seat, Answer: SeatAnswer.For))
            .Concat(request.Against.Select(seat => (Seat: seat, Answer: SeatAnswer.Against)))
            .Concat(request.Abstained.Select(seat => (Seat: seat, Answer: SeatAnswer.Abstain)))
            .ToLookup(one => one.Seat, one => one.Answer);
        var pressed = attendance.PressedIn(ballot, item);
        if (written.Count + pressed.Count == 0)
            return new VotesMissing();

        // In the seat of somebody inhabil the substitute who was called in for the item.
        var voters = attendance.There.Where(one => one.Seat.HasVote).Select(one => attendance.At(item).FirstOrDefault(at => at.Seat.Id == one.Seat.Id) ?? one).ToList();
        if (written.Any(one => !voters.Exists(voter => voter.Seat.Id == one.Key)))
            return new VoterUnknown();

        if (voters.Find(voter => written[voter.Seat.Id].Any(answer => pressed.GetValueOrDefault(voter.Seat.Id, answer) != answer)) is { } own)
            return new VoteIsTheirOwn(own.Name!);

        if (voters.Find(voter => written[voter.Seat.Id].Count() > 1) is { } twice)
            return new VotedTwice(twice.Name!);

        if (voters.Find(voter => written.Contains(voter.Seat.Id) && attendance.IsEmptyAt(item, voter.Seat.Id)) is { } absent)
            return new VoterNotThere(absent.Name!);

        var lead = attendance.LeadAt(item);
        return voters.Where(voter => written.Contains(voter.Seat.Id) || pressed.ContainsKey(voter.Seat.Id))
            .Select(voter => voter.Votes(pressed.TryGetValue(voter.Seat.Id, out var answer) ? answer : written[voter.Seat.Id].Single(), lead)).ToList();
    }
}

/// <summary>What votes on an item are made of.</summary>
internal static class ItemVotes
{
    /// <summary>Whoever has a vote and takes part in the item, in the forum's order.</summary>
    internal static IEnumerable<Sitting> VotersAt(this ItemAttendance attendance, AgendaItemId item) =>
        attendance.At(item).Where(one => one.Seat.HasVote);

    /// <summary>
    /// What was pressed by those who take part in the item: whoever has turned out to be inhabil or away is not counted, nor is the member whose
    /// substitute sits in the seat now.
    /// </summary>
    internal static Dictionary<MemberId, SeatAnswer> PressedIn(this ItemAttendance attendance, ItemBallot? ballot, AgendaItemId item) =>
        attendance.VotersAt(item).Select(voter => ballot?.AnswerOf(voter)).OfType<BallotAnswer>().ToDictionary(one => one.MemberId, one => one.Answer);

    /// <summary>What was pressed by whoever sits in the seat; null while nothing was, and for what was pressed by somebody who sat there before.</summary>
    internal static BallotAnswer? AnswerOf(this ItemBallot ballot, Sitting voter) =>
        ballot.Answers.FirstOrDefault(one => one.MemberId == voter.Seat.Id && voter.IsStill(one.PersonId));

    /// <summary>Whose vote may decide: the chair's who is there; the deputy's, who leads where the chair is not there in person.</summary>
    internal static MemberId? LeadAt(this ItemAttendance attendance, AgendaItemId item)
    {
        var voters = attendance.VotersAt(item).ToList();
        return (voters.Find(voter => voter.IsHolder && voter.Seat.Role == Role.Chair)
            ?? voters.Find(voter => voter.IsHolder && voter.Seat.Role == Role.DeputyChair)
            ?? attendance.There.FirstOrDefault(voter => voter.Seat.HasVote && voter.Seat.Role == Role.Chair))?.Seat.Id;
    }

    /// <param name="lead">As <see cref="LeadAt"/> found it.</param>
    internal static SeatVote Votes(this Sitting voter, SeatAnswer answer, MemberId? lead) =>
        new(voter.Seat.Id, voter.Name!, voter.Seat.Organisation, answer, voter.Seat.Id == lead) { Party = voter.Seat.Party };

    /// <summary>Writes a vote into the item, in the place of the same vote where it stood.</summary>
    internal static Result<Done> Put(this AgendaItem item, ItemVote vote)
    {
        var all = item.Content.Votes.ToList();
        var at = all.FindIndex(one => one.Id == vote.Id);
        if (at < 0 && all.Count >= ItemVote.Max)
            return new TooManyVotes();

        if (at < 0)
            all.Add(vote);
        else if (all[at] with { At = vote.At } != vote)
            all[at] = vote;

        item.SetVotes(all);
        return default(Done);
    }
}

/// <param name="Meeting">Whose agenda the card shows; an item of another is not found.</param>
/// <param name="Id">Of the vote: a new one, or one that stands and is written anew.</param>
public sealed record RecordItemVoteRequest(ForumId ForumId, MeetingId Meeting, AgendaItemId Item, ItemVoteId Id)
{
    public string? Question { get; init; }

    public IReadOnlyCollection<MemberId> For { get; init; } = [];

    public IReadOnlyCollection<MemberId> Against { get; init; } = [];

    public IReadOnlyCollection<MemberId> Abstained { get; init; } = [];

    public string? Dissent { get; init; }
}
