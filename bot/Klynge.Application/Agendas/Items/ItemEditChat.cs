using Klynge.Application.Agendas.Guests;
using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Meetings;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;

namespace Klynge.Application.Agendas.Items;

/// <summary>One item: shown, rewritten, moved, taken off and put back.</summary>
internal sealed class ItemEditChat(MeetingLookup desk, EditItem editItem, MoveItem moveItem, RemoveItem removeItem, RestoreItem restoreItem)
    : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.RemoveItem, AskRemoveAsync)
        .OnAction(AgendaVerbs.Item, ShowAsync)
        .OnAction(AgendaVerbs.EditForm, ShowFormAsync)
        .OnAction(AgendaVerbs.Edit, EditAsync)
        .OnAction(AgendaVerbs.Move, MoveAsync)
        .OnAction(AgendaVerbs.Remove, RemoveAsync)
        .OnAction(AgendaVerbs.Restore, RestoreAsync);

    private Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken) => ShowAsync(turn, visit, action, [], cancellationToken);

    private async Task<ChatReply> ShowAsync(ChatTurn turn, Visit visit, InvokedAction action, IReadOnlyList<string> outside, CancellationToken cancellationToken)
    {
        var found = await desk.ItemAsync(turn, visit, action, cancellationToken);
        var told = outside.Count > 0 ? Texts.OutsidePresenters(outside) : null;
        return found.TryGet(out var at, out var error) ? ItemCard.Build(at.Visit.View, at.Line, at.Visit.Audience, told: told) : error;
    }

    private async Task<ChatReply> ShowFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Line.IsHidden)
            return new ItemIsClosedHere();

        return ItemForm.Edit(at.Visit.View.Meeting, at.Line, template: visit.Forum.Rules.Items, isLate: IsLate(turn, at));
    }

    private async Task<ChatReply> EditAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var found = await desk.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Line.IsHidden)
            return new ItemIsClosedHere();

        var request = new EditItemRequest(
            at.Visit.Forum.Id, at.Line.Id, ItemFormReader.Read(action.Data, at.Line.Content), action.Data.Integer(CardParts.Version) ?? 0)
        {
            PresenterIsMeant = ItemFormReader.PresenterIsMeant(action.Data),
        };
        var result = await editItem.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error switch
        {
            null => await ShowAsync(turn, visit, action, result.Value.OutsidePresenters, cancellationToken),
            var unshown when !ItemForm.CanHold(request.Content, at.Line.Content) => unshown,
            PresenterUnclear unclear => ItemForm.Edit(at.Visit.View.Meeting, at.Line, request.Content, unclear, request.SeenVersion, visit.Forum.Rules.Items, IsLate(turn, at)),
            ChangedMeanwhile => await AskWhichAsync(turn, visit, action, request.Content, cancellationToken),
            var refused => refused,
        };
    }

    private async Task<ChatReply> AskWhichAsync(ChatTurn turn, Visit visit, InvokedAction action, AgendaItemContent typed, CancellationToken cancellationToken)
    {
        var found = await desk.ItemAsync(turn, visit, action, cancellationToken);
        return !found.TryGet(out var at, out var error) ? error
            : at.Line.IsHidden ? new ItemIsClosedHere()
            : ItemForm.Edit(at.Visit.View.Meeting, at.Line, typed, template: visit.Forum.Rules.Items, isLate: IsLate(turn, at));
    }

    private static bool IsLate(ChatTurn turn, ItemVisit at) => at.Visit.View.Meeting.AsksWhyItem(turn.Now);

    private async Task<ChatReply> MoveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var steps = Math.Sign(action.Data.Integer(ItemCard.Steps) ?? 0);
        var from = action.Data.Integer(ItemCard.Number) is > 0 and var number ? number : (int?)null;
        var request = new MoveItemRequest(visit.Forum.Id, action.Data.Item(), steps, action.Data.Meeting(), from);
        var result = await moveItem.HandleAsync(turn.Caller, request, cancellationToken);
        return result.IsSuccess ? await ShowAsync(turn, visit, action, cancellationToken) : result.Error;
    }

    /// <summary>»slet punkt 3«: the number may be meant for another meeting, so the item is shown by its title first.</summary>
    private async Task<ChatReply> AskRemoveAsync(ChatTurn turn, Visit visit, ChatCommand.RemoveItem command, CancellationToken cancellationToken)
    {
        var meeting = await desk.FindAsync(turn, visit.Forum, command.Date, cancellationToken);
        if (!meeting.TryGet(out var planned, out var missing))
            return missing;

        var found = await desk.ItemsAsync(turn, visit, planned, action: null, cancellationToken);
        if (!found.TryGet(out var at, out var gone))
            return gone;

        return at.View.Lines.FirstOrDefault(line => line.Number == command.Item) is { } line
            ? CardParts.Note(
                at.View.Meeting, Texts.AskRemove(line.Number, NoticeTitle.Of(line.Content)), [DanishFormat.Capitalised(CardParts.When(at.View.Meeting.Time)), Texts.NothingDone], [],
                CardParts.Button(Texts.TakeOff, AgendaVerbs.Remove, CardParts.Data(at.Forum.Id, planned, line.Id)),
                CardParts.ToAgenda(at.Forum.Id, planned))
            : new NoItemWithNumber(command.Item, at.View.Lines.Count);
    }

    private async Task<ChatReply> RemoveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var meeting = action.Data.Meeting();
        var result = await removeItem.HandleAsync(turn.Caller, new RemoveItemRequest(visit.Forum.Id, action.Data.Item(), meeting), cancellationToken);
        if (!result.TryGet(out var removed, out var error))
            return error;

        var found = await desk.ItemsAsync(turn, visit, meeting, action, cancellationToken);
        return found.TryGet(out var at, out var gone)
            ? CardParts.Note(at.View.Meeting, Texts.Removed(removed), [], at.View.GuestsToTell > 0 ? [Guests.Texts.ToldOfRemoval(at.View.GuestsToTell)] : [], [.. AfterRemoval(at.View, removed)])
            : gone;
    }

    private async Task<ChatReply> RestoreAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var request = new RestoreItemRequest(visit.Forum.Id, action.Data.Item(), action.Data.Meeting());
        var result = await restoreItem.HandleAsync(turn.Caller, request, cancellationToken);
        return result.IsSuccess ? await ShowAsync(turn, visit, action, cancellationToken) : result.Error;
    }

    private static IEnumerable<CardAction> AfterRemoval(AgendaView view, RemovedItem removed)
    {
        yield return CardParts.ToAgenda(view.Meeting.ForumId, view.Meeting.Id);
        if (removed.WasProposal)
            yield break;

        yield return CardParts.Button(Texts.Undo, AgendaVerbs.Restore, CardParts.Data(view.Meeting.ForumId, view.Meeting.Id, removed.Id));
        if (view.GuestsToTell > 0)
            yield return CardParts.Button(Guests.Texts.TellNow, GuestVerbs.TellForm, CardParts.Data(view.Meeting.ForumId, view.Meeting.Id));
    }
}
