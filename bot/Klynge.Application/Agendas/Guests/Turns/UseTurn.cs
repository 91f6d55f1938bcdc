using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Guests.Turns;

/// <summary>The secretariat answers whose turn it is: they come, as guests of an item who are not invited yet, or not this time.</summary>
public sealed class UseTurn(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    /// <summary>Writes them onto an item, once for a meeting; it is counted from this meeting from now on.</summary>
    /// <returns>The name.</returns>
    public Task<Result<string>> HandleAsync(Caller caller, ForumId forum, MeetingId meeting, AgendaItemId item, GuestCadenceId id, CancellationToken cancellationToken) =>
        writer.WriteAsync(new WriteIntent(nameof(UseTurn), caller, forum, SubjectId: id.Value), scope => UseAsync(scope, forum, meeting, item, id), cancellationToken);

    /// <summary>Not this time: it is counted from this meeting from now on.</summary>
    /// <returns>The name.</returns>
    public Task<Result<string>> SkipAsync(Caller caller, ForumId forum, MeetingId meeting, GuestCadenceId id, CancellationToken cancellationToken) =>
        writer.WriteAsync<string>(new WriteIntent("SkipTurn", caller, forum, SubjectId: id.Value), async scope =>
        {
            var found = await scope.MeetingAsync(forum, meeting, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (at.Meeting.CheckNotOver() is { } over)
                return over;

            if (await scope.Db.GuestCadences.SingleOrDefaultAsync(one => one.Id == id && one.ForumId == forum) is not { } cadence)
                return new TurnNotFound();

            (cadence.SkippedId, cadence.CountsFrom) = (at.Meeting.Id, at.Meeting.Date);
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return cadence.Name;
        }, cancellationToken);

    private static async Task<Result<string>> UseAsync(WriteScope scope, ForumId forum, MeetingId meeting, AgendaItemId item, GuestCadenceId id)
    {
        var found = await scope.ItemAsync(forum, item, Needs, meeting);
        if (!found.TryGet(out var at, out var error))
            return error;

        if ((await GuestWrites.CheckAsync(scope, at.Meeting, at.Item) ?? at.Meeting.CheckNotOver()) is { } refused)
            return refused;

        if (await scope.Db.GuestCadences.SingleOrDefaultAsync(one => one.Id == id && one.ForumId == forum) is not { } cadence)
            return new TurnNotFound();

        var guests = (await scope.Db.ItemsWithGuests(at.Meeting.Id).ToListAsync()).FindAll(row => row.Item.IsOnAgenda).ConvertAll(row => row.Guest);
        if (guests.Exists(guest => guest.CadenceId == id && guest.Stands))
            return cadence.Name;

        var guest = guests.Find(one => one.ItemId == at.Item.Id && GuestWrites.IsSame(one, cadence.Details));
        if (guest is null && guests.Count(one => one.ItemId == at.Item.Id && one.Stands) >= ItemGuest.MaxOfItem)
            return new TooManyGuests();

        if (guest is null)
            scope.Db.ItemGuests.Add(guest = ItemGuest.Add(at.Item, cadence.Details, scope.Now));
        else
            guest.Change(cadence.Details);

        guest.ComeByTurn(id);
        (cadence.CountsFrom, cadence.SkippedId) = (at.Meeting.Date, null);
        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return cadence.Name;
    }
}
