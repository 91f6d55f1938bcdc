using Klynge.Application.Agendas.Decisions;
using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Votes;

/// <summary>
/// The secretariat lets the meeting vote on cards: opens the vote on an item, closes it, or calls it off. Everybody who has a vote at the item
/// and can be reached in Teams gets a card of their own; what the others said in the room is written in when it has been closed.
/// </summary>
public sealed class RunItemBallot(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.RecordDecision;

    /// <summary>The same press again opens no second one, and nobody gets a second card.</summary>
    public Task<Result<OpenedBallot>> OpenAsync(Caller caller, OpenBallotRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = new ItemAddress(request.ForumId, request.Meeting, request.Item);
        return writer.WriteToMinutesAsync<OpenedBallot>("OpenItemBallot", caller, Needs, address, new BallotOutsideMeeting(), async (scope, at) =>
        {
            if (at.Meeting.Status != MeetingStatus.InProgress)
                return new BallotOutsideMeeting();

            if (!DanishText.Clean(request.Question, RecordItemVote.Question).TryGet(out var question, out var tooLong))
                return tooLong;

            var known = await scope.Db.ItemBallots.Where(one => one.Id == request.New || (one.ItemId == at.Item.Id && one.EndedAt == null)).ToListAsync();
            var voters = await scope.Db.VotersAsync(at);
            if (known.Count > 0)
                return known.TrueForAll(one => one.Id == request.New && one.ItemId == at.Item.Id && one.IsOpen) ? OpenedBallot.Of(voters) : new BallotAlreadyOpen();

            if (at.Item.Content.Votes.Count >= ItemVote.Max)
                return new TooManyVotes();

            return voters.Any(voter => voter.IsReached) ? await OpenAsync(scope, at, request.New, question, voters) : new NobodyToVote();
        }, cancellationToken);
    }

    /// <summary>Counts what was pressed and writes it into the minutes of the item. Closed once more it says the same.</summary>
    public Task<Result<ClosedBallot>> CloseAsync(Caller caller, ForumId forum, MeetingId meeting, AgendaItemId item, ItemVoteId id, CancellationToken cancellationToken) =>
        writer.WriteToMinutesAsync<ClosedBallot>("CloseItemBallot", caller, Needs, new ItemAddress(forum, meeting, item), new BallotOutsideMeeting(), async (scope, at) =>
        {
            if (await FindAsync(scope, at, id) is not { } ballot)
                return new BallotNotFound();

            if (!ballot.Close(scope.Now).TryGet(out var ran, out var over))
                return over;

            var attendance = await ItemAttendance.OfAsync(scope.Db, at.Forum, at.Meeting);
            var pressed = attendance.PressedIn(ballot, at.Item.Id);
            var (voters, lead) = (attendance.VotersAt(at.Item.Id).ToList(), attendance.LeadAt(at.Item.Id));
            if (ran && pressed.Count > 0)
            {
                var vote = RecordItemVote.VoteOf(at.Item.Id, ballot.Id, attendance, scope.Now, at.Forum.Rules.HasCastingVote) with
                {
                    Question = ballot.Question,
                    Votes = [.. voters.Where(voter => pressed.ContainsKey(voter.Seat.Id)).Select(voter => voter.Votes(pressed[voter.Seat.Id], lead))],
                };
                if (at.Item.Put(vote).Error is { } full)
                    return full;
            }

            var kept = (await scope.Db.ExcludedFromAsync(at.Item.Id)).Select(one => (PersonId?)one.Id).ToHashSet();
            return new ClosedBallot(
                pressed.Count,
                [.. voters.Where(voter => !pressed.ContainsKey(voter.Seat.Id) && !kept.Contains(voter.Person)).Select(voter => voter.Name!)],
                await NamesAsync(scope, ballot.Answers.Where(answer => !pressed.ContainsKey(answer.MemberId))));
        }, cancellationToken);

    /// <summary>Of who pressed themselves: somebody else may sit in the seat by now, or nobody.</summary>
    private static async Task<IReadOnlyList<string>> NamesAsync(WriteScope scope, IEnumerable<BallotAnswer> answers)
    {
        var people = answers.OrderBy(answer => answer.At).Select(answer => answer.PersonId).Distinct().ToList();
        var names = await scope.Db.LabelsAsync(people, CancellationToken.None);
        return people.ConvertAll(person => names[person]);
    }

    /// <summary>Ends it without counting: nothing of it comes into the minutes.</summary>
    public Task<Result<Done>> CallOffAsync(Caller caller, ForumId forum, MeetingId meeting, AgendaItemId item, ItemVoteId id, CancellationToken cancellationToken) =>
        writer.WriteToMinutesAsync<Done>("CallOffItemBallot", caller, Needs, new ItemAddress(forum, meeting, item), new BallotOutsideMeeting(), async (scope, at) =>
            await FindAsync(scope, at, id) is { } ballot ? ballot.CallOff(scope.Now) : new BallotNotFound(), cancellationToken);

    private static async Task<OpenedBallot> OpenAsync(WriteScope scope, ItemOfForum at, ItemVoteId id, string question, IReadOnlyList<Voter> voters)
    {
        var board = await scope.Db.Boards.Where(one => one.Id == at.Forum.BoardId).Select(one => one.Name).SingleAsync();
        var ballot = new ItemBallot
        {
            Id = id == default ? ItemVoteId.New() : id,
            ForumId = at.Forum.Id,
            MeetingId = at.Meeting.Id,
            ItemId = at.Item.Id,
            Question = question.Length == 0 ? null : question,
            OpenedAt = scope.Now,
            OpenedById = scope.Caller.PersonId!.Value,
        };
        scope.Db.ItemBallots.Add(ballot);
        var view = ItemBallotView.Of(at.Forum, board, at.Meeting, at.Item, ballot);
        foreach (var voter in voters.Where(voter => voter.IsReached))
            scope.Notify(voter.Person!.Value, ItemBallotCard.Build(view, voter.Sitting));

        return OpenedBallot.Of(voters);
    }

    private static Task<ItemBallot?> FindAsync(WriteScope scope, ItemOfForum at, ItemVoteId id) =>
        scope.Db.ItemBallots.Include(one => one.Answers).SingleOrDefaultAsync(one => one.Id == id && one.ItemId == at.Item.Id && one.ForumId == at.Forum.Id);
}

/// <param name="Meeting">Whose agenda the card shows; an item of another is not found.</param>
/// <param name="New">Of the vote, so that the same form sent again opens no second one.</param>
public sealed record OpenBallotRequest(ForumId ForumId, MeetingId Meeting, AgendaItemId Item, ItemVoteId New, string? Question);

/// <param name="Asked">How many got a card.</param>
/// <param name="Others">Who has a vote and no card: their votes are said in the room, and written in afterwards.</param>
public sealed record OpenedBallot(int Asked, IReadOnlyList<string> Others)
{
    internal static OpenedBallot Of(IReadOnlyList<Voter> voters) =>
        new(voters.Count(voter => voter.IsReached), [.. voters.Where(voter => !voter.IsReached).Select(voter => voter.Sitting.Name!)]);
}

/// <param name="Counted">How many votes were counted.</param>
/// <param name="Missing">Who had a vote and has not pressed.</param>
/// <param name="LeftOut">Who pressed and is not counted: inhabil or away, as it turned out.</param>
public sealed record ClosedBallot(int Counted, IReadOnlyList<string> Missing, IReadOnlyList<string> LeftOut);
