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

/// <summary>A vote on cards: the secretariat opens, closes and calls it off; each voter presses an answer.</summary>
internal sealed class ItemBallotChat(MeetingLookup meetings, RunItemBallot run, CastItemVote cast) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(VoteVerbs.OpenForm, OpenFormAsync)
        .OnAction(VoteVerbs.Open, OpenAsync)
        .OnAction(VoteVerbs.Close, CloseAsync)
        .OnAction(VoteVerbs.CallOff, CallOffAsync)
        .OnAction(VoteVerbs.Show, (turn, visit, action, token) => ShowAsync(turn, visit, action, told: null, token))
        .OnAction(VoteVerbs.Cast, CastAsync);

    private async Task<ChatReply> OpenFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await meetings.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Line.IsHidden)
            return new ItemIsClosedHere();

        if (at.Visit.View.Meeting.Status != MeetingStatus.InProgress)
            return new BallotOutsideMeeting();

        await using var db = await meetings.ReadAsync(cancellationToken);
        var id = at.Visit.View.Meeting.Id;
        var meeting = await db.Meetings.SingleAsync(one => one.Id == id, cancellationToken);
        return VotesCard.OpenForm(at.Visit.View.Meeting, at.Line, await db.VotersAsync(visit.Forum, meeting, at.Line.Id, cancellationToken), ItemVoteId.New());
    }

    private async Task<ChatReply> OpenAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new OpenBallotRequest(visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), IdOf(action), action.Data.Text(VotesCard.Question));
        var opened = await run.OpenAsync(turn.Caller, request, cancellationToken);
        return opened.TryGet(out var ballot, out var error) ? await ListAsync(turn, visit, action, VoteTexts.Opened(ballot), cancellationToken) : error;
    }

    private async Task<ChatReply> CloseAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var closed = await run.CloseAsync(turn.Caller, visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), IdOf(action), cancellationToken);
        return closed.TryGet(out var ballot, out var error) ? await ListAsync(turn, visit, action, VoteTexts.Closed(ballot), cancellationToken) : error;
    }

    private async Task<ChatReply> CallOffAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var ended = await run.CallOffAsync(turn.Caller, visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), IdOf(action), cancellationToken);
        return ended.IsSuccess ? await ListAsync(turn, visit, action, VoteTexts.CalledOff, cancellationToken) : ended.Error;
    }

    private async Task<ChatReply> ListAsync(ChatTurn turn, Visit visit, InvokedAction action, string told, CancellationToken cancellationToken)
    {
        var found = await meetings.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        await using var db = await meetings.ReadAsync(cancellationToken);
        return VotesCard.List(at.Visit.View.Meeting, at.Line, at.Line.HasBallot ? await db.RunningBallotAsync(visit, at.Line.Id, cancellationToken) : null, told);
    }

    private async Task<ChatReply> CastAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        if (ItemBallotCard.AnswerOf(action.Data) is not { } answer)
            return new VotesMissing();

        var result = await cast.HandleAsync(turn.Caller, new CastItemVoteRequest(visit.Forum.Id, IdOf(action), action.Data.Id<MemberId>(CardIds.Member), answer), cancellationToken);
        return result.Error switch
        {
            null => await ShowAsync(turn, visit, action, told: null, cancellationToken),
            BallotIsOver over => await ShowAsync(turn, visit, action, over.Text, cancellationToken),
            var refused => refused,
        };
    }

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, string? told, CancellationToken cancellationToken)
    {
        // As a message everybody in the chat would read it.
        if (!turn.IsPersonal && action.IsFallback)
            return ChatReply.Say(Chat.Texts.OnlyInPersonalChat);

        await using var db = await meetings.ReadAsync(cancellationToken);
        return (await db.BallotOfAsync(visit, IdOf(action), turn.PersonId, action.Data.Id<MemberId>(CardIds.Member), cancellationToken)).TryGet(out var own, out var error)
            ? ItemBallotCard.Build(own.View, own.Sitting, told)
            : error;
    }

    private static ItemVoteId IdOf(InvokedAction action) => action.Data.Id<ItemVoteId>(ItemBallotCard.Ballot) ?? default;
}
