using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Guests;

/// <param name="Name">As it was typed, as are the others.</param>
public sealed record GuestInput(string? Name, string? Organisation, string? Title, string? Email);

/// <param name="Id">The id that the form was drawn with, so that a form that is sent twice adds one guest.</param>
/// <param name="OnlyOf">The meeting that the form names, which the item must be on.</param>
public sealed record AddGuestRequest(ForumId ForumId, AgendaItemId ItemId, GuestInput Guest, ItemGuestId? Id = null, MeetingId? OnlyOf = null);

/// <param name="Name">As the minutes will have it.</param>
public sealed record SavedGuest(ItemGuestId Id, string Name, AgendaItemId Item, MeetingId Meeting);

/// <summary>
/// Writes a guest onto an item. Nobody is told: inviting is a press of its own. It is allowed until the minutes are approved, so that whoever
/// came unasked stands in them.
/// </summary>
public sealed class AddGuest(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<SavedGuest>> HandleAsync(Caller caller, AddGuestRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(new WriteIntent(nameof(AddGuest), caller, request.ForumId, SubjectId: request.ItemId.Value), scope => AddAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<SavedGuest>> AddAsync(WriteScope scope, AddGuestRequest request)
    {
        var found = await scope.ItemAsync(request.ForumId, request.ItemId, Needs, request.OnlyOf);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (await GuestWrites.CheckAsync(scope, at.Meeting, at.Item) is { } refused)
            return refused;

        if (!GuestRules.Clean(request.Guest.Name, request.Guest.Organisation, request.Guest.Title, request.Guest.Email).TryGet(out var details, out var unfit))
            return unfit;

        var standing = await scope.Db.ItemGuests.Where(guest => guest.ItemId == at.Item.Id).ToListAsync();
        if (standing.Find(guest => guest.Id == request.Id) is { } same)
            return new SavedGuest(same.Id, same.Name, at.Item.Id, at.Meeting.Id);

        // An id that is another item's guest's is no new one.
        if (request.Id is { } taken && await scope.Db.ItemGuests.AnyAsync(guest => guest.Id == taken))
            return new GuestNotFound();

        var guest = standing.Find(one => GuestWrites.IsSame(one, details));
        if (guest is { Stands: true })
            return new GuestAlreadyThere(guest.Name);

        if (guest is null && standing.Count(one => one.Stands) >= ItemGuest.MaxOfItem)
            return new TooManyGuests();

        if (guest is null)
            scope.Db.ItemGuests.Add(guest = ItemGuest.Add(at.Item, details, scope.Now, request.Id));
        else
            guest.Change(details);

        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return new SavedGuest(guest.Id, guest.Name, at.Item.Id, at.Meeting.Id);
    }
}

/// <summary>Corrects who a guest is, or how they are reached.</summary>
public sealed class EditGuest(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<SavedGuest>> HandleAsync(Caller caller, ForumId forum, ItemGuestId id, GuestInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        return writer.WriteAsync(new WriteIntent(nameof(EditGuest), caller, forum, SubjectId: id.Value), scope => EditAsync(scope, forum, id, input), cancellationToken);
    }

    private static async Task<Result<SavedGuest>> EditAsync(WriteScope scope, ForumId forum, ItemGuestId id, GuestInput input)
    {
        var found = await GuestWrites.FindAsync(scope, forum, id, Needs);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (!GuestRules.Clean(input.Name, input.Organisation, input.Title, input.Email).TryGet(out var details, out var unfit))
            return unfit;

        var others = await scope.Db.ItemGuests.Where(guest => guest.ItemId == at.Item.Id && guest.Id != id).ToListAsync();
        if (others.Exists(one => one.Stands && GuestWrites.IsSame(one, details)))
            return new GuestAlreadyThere(details.Name);

        at.Guest.Change(details);
        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return new SavedGuest(id, at.Guest.Name, at.Item.Id, at.Meeting.Id);
    }
}

/// <summary>
/// Takes a guest off an item. One who was invited stands until they have been told not to come, by a press or, after half an hour, by
/// <see cref="TellGuestsOff"/>.
/// </summary>
public sealed class RemoveGuest(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<SavedGuest>> HandleAsync(Caller caller, ForumId forum, ItemGuestId id, CancellationToken cancellationToken) =>
        writer.WriteAsync(new WriteIntent(nameof(RemoveGuest), caller, forum, SubjectId: id.Value), scope => RemoveAsync(scope, forum, id), cancellationToken);

    private static async Task<Result<SavedGuest>> RemoveAsync(WriteScope scope, ForumId forum, ItemGuestId id)
    {
        var found = await GuestWrites.FindAsync(scope, forum, id, Needs);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (at.Guest is { IsInvited: true, ToldOff: null } && at.Meeting.Status != MeetingStatus.Held)
            at.Guest.Withdraw(scope.Now);
        else
            scope.Db.ItemGuests.Remove(at.Guest);

        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return new SavedGuest(id, at.Guest.Name, at.Item.Id, at.Meeting.Id);
    }
}

internal static class GuestWrites
{
    /// <summary>A guest who stands, of the forum that the caller may change the agenda of.</summary>
    internal static async Task<Result<GuestOfMeeting>> FindAsync(WriteScope scope, ForumId forum, ItemGuestId id, Permission needs)
    {
        var entered = await scope.EnterAsync(forum, needs);
        if (!entered.IsSuccess)
            return entered.Error;

        if (await scope.Db.GuestAsync(forum, id) is not { Guest.Stands: true } at)
            return new GuestNotFound();

        return await CheckAsync(scope, at.Meeting, at.Item) is { } refused ? refused : at;
    }

    /// <summary>Why nobody can be written onto an item or taken off it; null where they can.</summary>
    internal static async Task<Error?> CheckAsync(WriteScope scope, Meeting meeting, AgendaItem item) =>
        !item.IsOnAgenda ? new ItemNotFound()
        : meeting.Status == MeetingStatus.Cancelled ? new MeetingIsCancelled()
        : await scope.Db.Minutes.AnyAsync(minutes => minutes.MeetingId == meeting.Id && minutes.Status == MinutesStatus.Approved) ? new MinutesAlreadyApproved()
        : null;

    /// <summary>Two of one name at one address are one; two people may share an address, and two of one name may have one each.</summary>
    internal static bool IsSame(ItemGuest guest, GuestDetails details) =>
        DanishText.Fold(guest.Name) == DanishText.Fold(details.Name) && string.Equals(guest.Email, details.Email, StringComparison.OrdinalIgnoreCase);
}
