using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Coming;

/// <summary>»kommende punkter«, and what the secretariat does with them.</summary>
internal sealed class ComingChat(MeetingLookup desk, AddComingItem add, EditComingItem edit, DropComingItem drop, ReturnComingItem takeBack, AcceptComingItem accept, PlaceComingItem place) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.ComingItems, (turn, visit, _, token) => ListAsync(turn, visit, action: null, token))
        .OnAction(ComingVerbs.List, ListAsync)
        .OnAction(ComingVerbs.Show, (turn, visit, action, token) => ShowAsync(turn, visit, action, told: null, token))
        .OnAction(ComingVerbs.Form, (_, visit, _, _) => Task.FromResult<ChatReply>(ComingForm.Add(visit.Forum, visit.Board, ComingItemId.New(), ComingForm.Empty)))
        .OnAction(ComingVerbs.Add, AddAsync)
        .OnAction(ComingVerbs.EditForm, EditFormAsync)
        .OnAction(ComingVerbs.Edit, EditAsync)
        .OnAction(ComingVerbs.DropForm, DropFormAsync)
        .OnAction(ComingVerbs.Drop, DropAsync)
        .OnAction(ComingVerbs.Return, ReturnAsync)
        .OnAction(ComingVerbs.Accept, AcceptAsync)
        .OnAction(ComingVerbs.PlaceForm, PlaceFormAsync)
        .OnAction(ComingVerbs.Place, PlaceAsync);

    private async Task<ChatReply> ListAsync(ChatTurn turn, Visit visit, InvokedAction? action, CancellationToken cancellationToken)
    {
        // Where others read along it is everybody's list: nothing closed, nothing that is only proposed, no buttons.
        var isForOne = turn.IsPersonal || action is { IsFallback: false };
        var manages = isForOne && visit.Access.May(AddComingItem.Needs);
        await using var db = await desk.ReadAsync(cancellationToken);
        var items = await db.ComingItemsAsync(visit.Forum.Id, cancellationToken);
        var shown = await db.SeenByAsync([.. items.Where(view => manages || view.State != ComingState.Proposed)], MeetingLookup.AudienceOf(turn, visit, action).Closed, cancellationToken);
        return ComingListCard.Build(new ComingList(visit.Forum.Id, visit.Forum.Name, visit.Board, shown, manages), turn.Today, action?.Data.Page() ?? 0);
    }

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, string? told, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, visit, action, cancellationToken);
        return found.TryGet(out var view, out var error) ? ComingCard.Build(view, visit.Forum.Name, visit.Board, turn.Today, told) : error;
    }

    /// <summary>The one that a button names, for whoever alone reads the answer.</summary>
    private async Task<Result<ComingView>> FindAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        await using var db = await desk.ReadAsync(cancellationToken);
        if (await db.ComingItemAsync(visit.Forum.Id, action.Data.Coming(), cancellationToken) is not { } view)
            return new ComingItemNotFound();

        // As a message everybody in the chat would read it.
        var isForOne = turn.IsPersonal || !action.IsFallback;
        var audience = MeetingLookup.AudienceOf(turn, visit, action);
        return view.IsHidden || (view.State == ComingState.Proposed && !isForOne) ? new ComingItemNotFound()
            : view.IsOfClosed && !audience.ReadsClosed ? new ItemIsClosedHere()
            : (await db.SeenByAsync([view], audience.Closed, cancellationToken))[0].IsHidden ? new ComingItemNotFound()
            : view;
    }

    private async Task<ChatReply> AddAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var (id, input) = (action.Data.Id<ComingItemId>(ItemForm.New) ?? ComingItemId.New(), ComingForm.Read(action.Data));
        var result = await add.HandleAsync(turn.Caller, visit.Forum.Id, id, input, cancellationToken);
        return result.Error switch
        {
            null => await ListAsync(turn, visit, action, cancellationToken),
            TextMissing => ComingForm.Add(visit.Forum, visit.Board, id, input, result.Error),
            var refused => refused,
        };
    }

    private async Task<ChatReply> EditFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, visit, action, cancellationToken);
        return !found.TryGet(out var view, out var error) ? error
            : view.State == ComingState.Proposed || view.State.MayBePlaced() ? ComingForm.Edit(view, visit.Forum.Name, visit.Board)
            : ComingCard.Build(view, visit.Forum.Name, visit.Board, turn.Today);
    }

    private async Task<ChatReply> EditAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var input = ComingForm.Read(action.Data);
        var result = await edit.HandleAsync(turn.Caller, visit.Forum.Id, action.Data.Coming(), input, action.Data.Integer(CardParts.Version) ?? 0, cancellationToken);
        if (result.Error is null)
            return await ShowAsync(turn, visit, action, Texts.Saved, cancellationToken);

        var wrong = result.Error switch
        {
            ComingItemChanged => Texts.ChangedMeanwhile,
            TextMissing or ComingItemHasStood => result.Error.Text,
            _ => null,
        };
        return wrong is not null && (await FindAsync(turn, visit, action, cancellationToken)).TryGet(out var view, out _)
            ? ComingForm.Edit(view, visit.Forum.Name, visit.Board, input, wrong)
            : result.Error;
    }

    private async Task<ChatReply> DropFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, visit, action, cancellationToken);
        return !found.TryGet(out var view, out var error) ? error
            : view.State == ComingState.Proposed || view.State.MayBePlaced() ? ComingCard.DropForm(view, visit.Forum.Name, visit.Board, turn.Today)
            : ComingCard.Build(view, visit.Forum.Name, visit.Board, turn.Today);
    }

    private async Task<ChatReply> DropAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await drop.HandleAsync(turn.Caller, visit.Forum.Id, action.Data.Coming(), action.Data.Text(ComingCard.Reason), cancellationToken);
        return result.IsSuccess ? await ShowAsync(turn, visit, action, told: null, cancellationToken) : result.Error;
    }

    private async Task<ChatReply> ReturnAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await takeBack.HandleAsync(turn.Caller, visit.Forum.Id, action.Data.Coming(), cancellationToken);
        return result.IsSuccess ? await ShowAsync(turn, visit, action, Texts.Returned, cancellationToken) : result.Error;
    }

    private async Task<ChatReply> AcceptAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await accept.HandleAsync(turn.Caller, visit.Forum.Id, action.Data.Coming(), cancellationToken);
        return result.IsSuccess ? await ShowAsync(turn, visit, action, Texts.Accepted, cancellationToken) : result.Error;
    }

    private async Task<ChatReply> PlaceFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await FindAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var view, out var error))
            return error;

        if (!view.State.MayBePlaced())
            return ComingCard.Build(view, visit.Forum.Name, visit.Board, turn.Today);

        await using var db = await desk.ReadAsync(cancellationToken);
        var meetings = (await db.MeetingsAheadAsync(visit.Forum.Id, turn.Today, cancellationToken)).Where(meeting => meeting.Id != view.MeetingId).Take(20).ToList();
        return meetings.Count == 0
            ? new NoMeetingAhead(visit.Forum.Name)
            : ComingCard.PlaceForm(view, visit.Forum.Name, visit.Board, [.. meetings.Select(MeetingChoice.Of)], view.Wanted.Fitting([.. meetings.Select(meeting => meeting.Date)]) ?? 0);
    }

    private async Task<ChatReply> PlaceAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await place.HandleAsync(turn.Caller, visit.Forum.Id, action.Data.Coming(), action.Data.Meeting(ComingCard.Target), cancellationToken);
        if (!result.TryGet(out var placed, out var error))
            return error;

        var meeting = await desk.MeetingAsync(visit.Forum.Id, action.Data.Meeting(ComingCard.Target), cancellationToken);
        return meeting.TryGet(out var at, out var gone)
            ? CardParts.Note(
                at, Texts.Placed(placed), [Texts.PlacedAt(placed)], [],
                CardParts.ToAgenda(visit.Forum.Id, at.Id),
                CardParts.Button(Agendas.Texts.Undo, AgendaVerbs.Remove, CardParts.Data(visit.Forum.Id, at.Id, placed.Id)),
                CardParts.Button(Texts.ToList, ComingVerbs.List, ComingListCard.Data(visit.Forum.Id)))
            : gone;
    }
}
