using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Ports;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Meetings;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Guests;

/// <summary>What the secretariat does about the guests of an item: writes them on, shows itself their mail, sends it.</summary>
internal sealed class GuestChat(
    MeetingLookup desk, AddGuest add, EditGuest edit, RemoveGuest remove, TellGuests tell, MarkGuestTold mark, IMailer mailer) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnAction(GuestVerbs.List, (turn, visit, action, token) => ListAsync(turn, visit, action, told: null, token))
        .OnAction(GuestVerbs.Form, FormAsync)
        .OnAction(GuestVerbs.Add, AddAsync)
        .OnAction(GuestVerbs.EditForm, EditFormAsync)
        .OnAction(GuestVerbs.Edit, EditAsync)
        .OnAction(GuestVerbs.Remove, RemoveAsync)
        .OnAction(GuestVerbs.InviteForm, (turn, visit, action, token) => PreviewAsync(turn, visit, action, action.Data.Item(), meanwhile: false, told: null, token))
        .OnAction(GuestVerbs.Invite, (turn, visit, action, token) => TellAsync(turn, visit, action, action.Data.Item(), token))
        .OnAction(GuestVerbs.TellForm, (turn, visit, action, token) => PreviewAsync(turn, visit, action, item: null, meanwhile: false, told: null, token))
        .OnAction(GuestVerbs.Tell, (turn, visit, action, token) => TellAsync(turn, visit, action, item: null, token))
        .OnAction(GuestVerbs.Told, MarkAsync);

    private static GuestRef Named(Visit visit, InvokedAction action) => new(visit.Forum.Id, action.Data.Meeting(), action.Data.Item(), action.Data.Guest());

    private async Task<ChatReply> ListAsync(ChatTurn turn, Visit visit, InvokedAction action, string? told, CancellationToken cancellationToken)
    {
        var found = await desk.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        var meeting = at.Visit.View.Meeting;
        if (at.Line.IsHidden)
            return told is null ? new ItemIsClosedHere() : CardParts.Note(meeting, Texts.Done, [], [], CardParts.ToAgenda(meeting.ForumId, meeting.Id));

        await using var db = await desk.ReadAsync(cancellationToken);
        var guests = (await db.GuestsOfMeetingAsync(meeting, cancellationToken)).Where(one => one.Guest.ItemId == at.Line.Id).ToList();
        return GuestListCard.Build(meeting, at.Line, guests, at.Visit.View.IsFinal, turn.Today, action.Data.Page(), told);
    }

    private async Task<ChatReply> FormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken) =>
        await AddFormAsync(turn, visit, action, ItemGuestId.New(), GuestForm.Read(action.Data), wrong: null, cancellationToken);

    private async Task<ChatReply> AddFormAsync(
        ChatTurn turn, Visit visit, InvokedAction action, ItemGuestId id, GuestInput input, Error? wrong, CancellationToken cancellationToken)
    {
        var found = await desk.ItemAsync(turn, visit, action, cancellationToken);
        return !found.TryGet(out var at, out var error) ? error
            : at.Line.IsHidden ? new ItemIsClosedHere()
            : GuestForm.Add(at.Visit.View.Meeting, at.Line, id, input, wrong);
    }

    private async Task<ChatReply> AddAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var (id, input) = (action.Data.Id<ItemGuestId>(ItemForm.New), GuestForm.Read(action.Data));
        var result = await add.HandleAsync(turn.Caller, new AddGuestRequest(visit.Forum.Id, action.Data.Item(), input, id, action.Data.Meeting()), cancellationToken);
        return result.Error switch
        {
            null => await ListAsync(turn, visit, action, Texts.Added(result.Value.Name!), cancellationToken),
            var unshown when !GuestForm.CanHold(input) => unshown,
            TextMissing or Domain.Calendar.TextTooLong or GuestEmailInvalid or GuestAlreadyThere =>
                await AddFormAsync(turn, visit, action, id ?? ItemGuestId.New(), input, result.Error, cancellationToken),
            var refused => refused,
        };
    }

    private Task<ChatReply> EditFormAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken) =>
        EditFormAsync(turn, visit, action, typed: null, wrong: null, cancellationToken);

    private async Task<ChatReply> EditFormAsync(ChatTurn turn, Visit visit, InvokedAction action, GuestInput? typed, Error? wrong, CancellationToken cancellationToken)
    {
        var found = await desk.ItemAsync(turn, visit, action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Line.IsHidden)
            return new ItemIsClosedHere();

        await using var db = await desk.ReadAsync(cancellationToken);
        var (id, item) = (action.Data.Guest(), at.Line.Id);
        return await db.ItemGuests.SingleOrDefaultAsync(one => one.Id == id && one.ItemId == item, cancellationToken) is { Stands: true } guest
            ? GuestForm.Edit(at.Visit.View.Meeting, at.Line, guest.Id, guest.Name, typed ?? new(guest.Name, guest.Organisation, guest.Title, guest.Email), wrong)
            : new GuestNotFound();
    }

    private async Task<ChatReply> EditAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var input = GuestForm.Read(action.Data);
        var result = await edit.HandleAsync(turn.Caller, Named(visit, action), input, cancellationToken);
        return result.Error switch
        {
            null => await ListAsync(turn, visit, action, Texts.Saved(result.Value.Name!), cancellationToken),
            var unshown when !GuestForm.CanHold(input) => unshown,
            TextMissing or Domain.Calendar.TextTooLong or GuestEmailInvalid or GuestAlreadyThere => await EditFormAsync(turn, visit, action, input, result.Error, cancellationToken),
            var refused => refused,
        };
    }

    private async Task<ChatReply> RemoveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await remove.HandleAsync(turn.Caller, Named(visit, action), cancellationToken);
        return result.TryGet(out var removed, out var error) ? await ListAsync(turn, visit, action, Texts.Removed(removed.Name), cancellationToken) : error;
    }

    private async Task<ChatReply> PreviewAsync(
        ChatTurn turn, Visit visit, InvokedAction action, AgendaItemId? item, bool meanwhile, string? told, CancellationToken cancellationToken)
    {
        var found = await desk.MeetingAsync(visit.Forum.Id, action.Data.Meeting(), cancellationToken);
        if (!found.TryGet(out var meeting, out var error))
            return error;

        await using var db = await desk.ReadAsync(cancellationToken);
        var guests = await db.GuestsOfMeetingAsync(meeting, cancellationToken);
        if (item is { } of && !guests.Any(one => one.Guest.ItemId == of && one.Number > 0))
            return new ItemNotFound();

        var due = TellGuests.DueOf(guests, item);
        if (due.Any(one => one.IsClosed) && !MeetingLookup.AudienceOf(turn, visit, action).ReadsClosed)
            return new ItemIsClosedHere();

        return due.Count > 0 && meeting.Status != MeetingStatus.Held ? GuestPreviewCard.Build(meeting, item, due, mailer.IsOn, meanwhile, told)
            : told is null ? new NoGuestsToTell()
            : CardParts.Note(meeting, told, [DanishFormat.Capitalised(CardParts.When(meeting.Time))], [], CardParts.ToAgenda(meeting.ForumId, meeting.Id));
    }

    private async Task<ChatReply> TellAsync(ChatTurn turn, Visit visit, InvokedAction action, AgendaItemId? item, CancellationToken cancellationToken)
    {
        var request = new TellGuestsRequest(visit.Forum.Id, action.Data.Meeting(), item, action.Data.Text(GuestPreviewCard.Seen));
        var result = await tell.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error switch
        {
            null => CardParts.Note(
                result.Value.Meeting,
                Texts.ToldNow(result.Value),
                [DanishFormat.Capitalised(CardParts.When(result.Value.Meeting.Time)), Agendas.Texts.ByNow(turn)],
                [],
                CardParts.ToAgenda(visit.Forum.Id, result.Value.Meeting.Id)),
            ChangedMeanwhile => await PreviewAsync(turn, visit, action, item, meanwhile: true, told: null, cancellationToken),
            var refused => refused,
        };
    }

    /// <summary>Back to the item's guests, or to those of the meeting where the item is gone from the agenda.</summary>
    private async Task<ChatReply> MarkAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await mark.HandleAsync(turn.Caller, Named(visit, action), cancellationToken);
        if (!result.TryGet(out var marked, out var error))
            return error;

        var told = Texts.MarkedTold(marked.Name!);
        var found = await desk.ItemAsync(turn, visit, action, cancellationToken);
        return found.IsSuccess
            ? await ListAsync(turn, visit, action, told, cancellationToken)
            : await PreviewAsync(turn, visit, action, item: null, meanwhile: false, told, cancellationToken);
    }
}
