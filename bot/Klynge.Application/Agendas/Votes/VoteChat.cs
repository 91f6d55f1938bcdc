using Klynge.Application.Attendance.Items;
using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Votes;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Votes;

/// <summary>»Afstemning«: what was voted on an item, shown, written down by name, corrected and taken out.</summary>
internal sealed class VoteChat(MeetingLookup meetings, RecordItemVote record) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(AgendaVerbs.Votes, (turn, visit, action, token) => ListAsync(turn, visit, action, told: null, token))
        .OnAction(AgendaVerbs.VoteForm, FormAsync)
        .OnAction(AgendaVerbs.Vote, SaveAsync)
        .OnAction(AgendaVerbs.RemoveVote, RemoveAsync);

    private async Task<ChatReply> ListAsync(ChatTurn turn, Visit visit, InvokedAction action, string? told, CancellationToken cancellationToken)
    {
        var found = await meetings.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Line.IsHidden)
            return new ItemIsClosedHere();

        await using var db = await meetings.ReadAsync(cancellationToken);
        return VotesCard.List(at.Visit.View.Meeting, at.Line, at.Line.HasBallot ? await db.RunningBallotAsync(visit, at.Line.Id, cancellationToken) : null, told);
    }

    private async Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await meetings.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Line.IsHidden)
            return new ItemIsClosedHere();

        if (at.Visit.View.Meeting.Status is not (MeetingStatus.InProgress or MeetingStatus.Held))
            return new VoteBeforeMeeting();

        await using var db = await meetings.ReadAsync(cancellationToken);
        var id = at.Visit.View.Meeting.Id;
        var attendance = await ItemAttendance.OfAsync(db, visit.Forum, await db.Meetings.SingleAsync(meeting => meeting.Id == id, cancellationToken), cancellationToken);
        var named = action.Data.Id<ItemVoteId>(VotesCard.Vote);
        var standing = at.Line.Content.Votes.FirstOrDefault(one => one.Id == named);
        var ballot = standing is null ? null : await db.ItemBallots.Include(one => one.Answers).SingleOrDefaultAsync(one => one.Id == standing.Id, cancellationToken);
        return VotesCard.Form(at.Visit.View.Meeting, at.Line, attendance, standing?.Id ?? ItemVoteId.New(), standing, ballot);
    }

    private async Task<ChatReply> SaveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new RecordItemVoteRequest(visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), action.Data.Id<ItemVoteId>(VotesCard.Vote) ?? ItemVoteId.New())
        {
            Question = action.Data.Text(VotesCard.Question),
            For = Seats(action, VotesCard.For),
            Against = Seats(action, VotesCard.Against),
            Abstained = Seats(action, VotesCard.Abstained),
            Dissent = action.Data.Text(VotesCard.Dissent),
        };
        var saved = await record.HandleAsync(turn.Caller, request, cancellationToken);
        return saved.IsSuccess ? await ListAsync(turn, visit, action, VoteTexts.Saved, cancellationToken) : saved.Error;
    }

    private async Task<ChatReply> RemoveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var id = action.Data.Id<ItemVoteId>(VotesCard.Vote) ?? default;
        var removed = await record.RemoveAsync(turn.Caller, visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), id, cancellationToken);
        return removed.IsSuccess ? await ListAsync(turn, visit, action, VoteTexts.Removed, cancellationToken) : removed.Error;
    }

    /// <summary>What is no seat at all is kept as none, so that it is refused rather than left out.</summary>
    private static IReadOnlyList<MemberId> Seats(InvokedAction action, string field) =>
        [.. action.Data.Choices(field).Select(value => CardIds.Read<MemberId>(value) ?? default).Distinct()];
}
