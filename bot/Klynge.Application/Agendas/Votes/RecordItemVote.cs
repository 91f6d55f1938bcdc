using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Votes;

/// <summary>
/// Writes down a vote at the meeting, by name and for many at once, until the minutes are approved. The same vote written again takes the place
/// of what stood. Whoever is inhabil or away at the item has no vote in it.
/// </summary>
public sealed class RecordItemVote(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.RecordDecision;

    private static readonly TextLimit Question = new("Det, der blev stemt om,", ItemVote.MaxQuestionLength, Optional: true);
    private static readonly TextLimit Dissent = new("Mindretallets udtalelse", ItemVote.MaxDissentLength, Optional: true);

    public Task<Result<Done>> HandleAsync(Caller caller, RecordItemVoteRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return WriteAsync(caller, nameof(RecordItemVote), request.ForumId, request.Meeting, request.Item, async (scope, at) =>
        {
            if (!DanishText.Clean(request.Question, Question).TryGet(out var question, out var tooLong) || !DanishText.Clean(request.Dissent, Dissent).TryGet(out var dissent, out tooLong))
                return tooLong;

            var attendance = await ItemAttendance.OfAsync(scope.Db, at.Forum, at.Meeting);
            if (!VotesOf(request, at.Item.Id, attendance).TryGet(out var votes, out var wrong))
                return wrong;

            var vote = new ItemVote(request.Id, scope.Now)
            {
                Question = question.Length == 0 ? null : question,
                Dissent = dissent.Length == 0 ? null : dissent,
                Votes = votes,
                HadQuorum = attendance.QuorumAt(at.Item.Id).IsMet,
                HasCastingVote = at.Forum.Rules.HasCastingVote,
            };
            return Put(at.Item, vote);
        }, cancellationToken);
    }

    /// <summary>Takes one out; one that is gone is gone.</summary>
    public Task<Result<Done>> RemoveAsync(Caller caller, ForumId forum, MeetingId meeting, AgendaItemId item, ItemVoteId id, CancellationToken cancellationToken) =>
        WriteAsync(caller, "RemoveItemVote", forum, meeting, item, (_, at) =>
        {
            at.Item.SetVotes([.. at.Item.Content.Votes.Where(one => one.Id != id)]);
            return Task.FromResult<Result<Done>>(default(Done));
        }, cancellationToken);

    private static Result<Done> Put(AgendaItem item, ItemVote vote)
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

    private static Result<IReadOnlyList<SeatVote>> VotesOf(RecordItemVoteRequest request, AgendaItemId item, ItemAttendance attendance)
    {
        var answers = request.For.Select(seat => (Seat: seat, Answer: SeatAnswer.For))
            .Concat(request.Against.Select(seat => (Seat: seat, Answer: SeatAnswer.Against)))
            .Concat(request.Abstained.Select(seat => (Seat: seat, Answer: SeatAnswer.Abstain)))
            .ToLookup(one => one.Seat, one => one.Answer);
        if (answers.Count == 0)
            return new VotesMissing();

        var voters = attendance.There.Where(one => one.Seat.HasVote).ToList();
        if (answers.Any(one => !voters.Exists(voter => voter.Seat.Id == one.Key)))
            return new VoterUnknown();

        if (voters.Find(voter => answers[voter.Seat.Id].Count() > 1) is { } twice)
            return new VotedTwice(twice.Name!);

        if (voters.Find(voter => answers.Contains(voter.Seat.Id) && attendance.Of(item, voter.Seat.Id) is not null) is { } absent)
            return new VoterNotThere(absent.Name!);

        var lead = LeadOf(voters.FindAll(voter => attendance.Of(item, voter.Seat.Id) is null)) ?? voters.Find(voter => voter.Seat.Role == Role.Chair);
        return voters.Where(voter => answers.Contains(voter.Seat.Id))
            .Select(voter => new SeatVote(voter.Seat.Id, voter.Name!, voter.Seat.Organisation, answers[voter.Seat.Id].Single(), voter == lead)).ToList();
    }

    /// <summary>Whose vote may decide: the chair's who is there; the deputy's, who leads where the chair is not there in person.</summary>
    private static Sitting? LeadOf(List<Sitting> there) =>
        there.Find(voter => voter.IsHolder && voter.Seat.Role == Role.Chair) ?? there.Find(voter => voter.IsHolder && voter.Seat.Role == Role.DeputyChair);

    private Task<Result<Done>> WriteAsync(
        Caller caller, string useCase, ForumId forum, MeetingId meeting, AgendaItemId id, Func<WriteScope, ItemOfForum, Task<Result<Done>>> change, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(useCase, caller, forum, SubjectId: id.Value), async scope =>
        {
            var found = await scope.ItemAsync(forum, id, Needs, meeting);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (!at.Item.IsOnAgenda)
                return new ItemNotFound();

            if (at.Meeting.Status is MeetingStatus.Planned or MeetingStatus.AgendaSent)
                return new VoteBeforeMeeting();

            if (await scope.CheckDecidableAsync(at) is { } refusal)
                return refusal;

            var changed = await change(scope, at);
            if (changed.IsSuccess)
                await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));

            return changed;
        }, cancellationToken);
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
