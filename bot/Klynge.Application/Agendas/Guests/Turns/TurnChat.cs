using System.Globalization;
using Klynge.Application.Agendas.Items;
using Klynge.Application.Chat;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Guests.Turns;

/// <summary>»Gæster efter tur«: whose turn a meeting is, and the list of the forum.</summary>
internal sealed class TurnChat(MeetingLookup desk, ChangeTurns change, UseTurn use) : IChatFeature
{
    /// <summary>What most say.</summary>
    private const int Usual = 2;

    public void Map(ChatRoutes routes) => routes
        .OnAction(TurnVerbs.List, (turn, visit, action, token) => ListAsync(turn, visit, action, told: null, token))
        .OnAction(TurnVerbs.Form, (turn, visit, action, token) => FormAsync(visit, action, GuestCadenceId.New(), new(null, null, null, null), Usual, wrong: null, token))
        .OnAction(TurnVerbs.Add, AddAsync)
        .OnAction(TurnVerbs.Remove, RemoveAsync)
        .OnAction(TurnVerbs.Use, UseAsync)
        .OnAction(TurnVerbs.Skip, SkipAsync);

    private async Task<ChatReply> ListAsync(ChatTurn turn, Visit visit, InvokedAction action, string? told, CancellationToken cancellationToken)
    {
        var found = await desk.ItemsAsync(turn, visit, action.Data.Meeting(), action, cancellationToken);
        if (!found.TryGet(out var at, out var error))
            return error;

        await using var db = await desk.ReadAsync(cancellationToken);
        var (forum, meeting) = (visit.Forum.Id, at.View.Meeting.Id);
        var all = await db.GuestCadences.Where(one => one.ForumId == forum).OrderBy(one => one.Id).ToListAsync(cancellationToken);
        var inTurn = at.View.GuestsInTurn == 0 ? [] : await GuestTurn.Of(db).Where(one => one.MeetingId == meeting).Select(one => one.CadenceId).ToListAsync(cancellationToken);
        return TurnCards.List(at.View, all, inTurn.ToHashSet(), told);
    }

    private async Task<ChatReply> FormAsync(
        Visit visit, InvokedAction action, GuestCadenceId id, GuestInput input, int every, Error? wrong, CancellationToken cancellationToken)
    {
        var found = await desk.MeetingAsync(visit.Forum.Id, action.Data.Meeting(), cancellationToken);
        return found.TryGet(out var meeting, out var error) ? TurnCards.Form(meeting, id, input, every, wrong) : error;
    }

    private async Task<ChatReply> AddAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var (id, input) = (action.Data.Id<GuestCadenceId>(ItemForm.New), GuestForm.Read(action.Data));
        var every = int.TryParse(action.Data.Text(TurnCards.Every), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var result = await change.AddAsync(turn.Caller, new AddTurnRequest(visit.Forum.Id, action.Data.Meeting(), input, every, id), cancellationToken);
        return result.Error switch
        {
            null => await ListAsync(turn, visit, action, TurnTexts.Added(result.Value), cancellationToken),
            var unshown when !GuestForm.CanHold(input) => unshown,
            TextMissing or Domain.Calendar.TextTooLong or GuestEmailInvalid or TurnMissing =>
                await FormAsync(visit, action, id ?? GuestCadenceId.New(), input, every == 0 ? Usual : every, result.Error, cancellationToken),
            var refused => refused,
        };
    }

    private async Task<ChatReply> RemoveAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await change.RemoveAsync(turn.Caller, visit.Forum.Id, action.Data.Meeting(), action.Data.Cadence(), cancellationToken);
        return result.TryGet(out var name, out var error) ? await ListAsync(turn, visit, action, TurnTexts.Removed(name), cancellationToken) : error;
    }

    private async Task<ChatReply> UseAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        if (action.Data.Id<AgendaItemId>(TurnCards.Item) is not { } item)
            return new TurnItemMissing();

        var result = await use.HandleAsync(turn.Caller, visit.Forum.Id, action.Data.Meeting(), item, action.Data.Cadence(), cancellationToken);
        return result.TryGet(out var name, out var error) ? await ListAsync(turn, visit, action, TurnTexts.Used(name), cancellationToken) : error;
    }

    private async Task<ChatReply> SkipAsync(ChatTurn turn, Visit visit, InvokedAction action, CancellationToken cancellationToken)
    {
        var result = await use.SkipAsync(turn.Caller, visit.Forum.Id, action.Data.Meeting(), action.Data.Cadence(), cancellationToken);
        return result.TryGet(out var name, out var error) ? await ListAsync(turn, visit, action, TurnTexts.Skipped(name), cancellationToken) : error;
    }
}
