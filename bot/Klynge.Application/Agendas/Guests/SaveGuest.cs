using Klynge.Application.Data;
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

/// <summary>A guest as a card names it: all four belong together, or there is no such guest.</summary>
public sealed record GuestRef(ForumId ForumId, MeetingId MeetingId, AgendaItemId ItemId, ItemGuestId GuestId);

/// <param name="Name">As the minutes will have it; null for one who stood there no longer.</param>
public sealed record SavedGuest(ItemGuestId Id, string? Name);

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
            return new SavedGuest(same.Id, same.Name);

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
        return new SavedGuest(guest.Id, guest.Name);
    }
}

/// <summary>Corrects who a guest is, or how they are reached.</summary>
public sealed class EditGuest(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    public Task<Result<SavedGuest>> HandleAsync(Caller caller, GuestRef guest, GuestInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ArgumentNullException.ThrowIfNull(input);
        return writer.WriteAsync(
            new WriteIntent(nameof(EditGuest), caller, guest.ForumId, SubjectId: guest.GuestId.Value), scope => EditAsync(scope, guest, input), cancellationToken);
    }

    private static async Task<Result<SavedGuest>> EditAsync(WriteScope scope, GuestRef named, GuestInput input)
    {
        var found = await scope.ItemAsync(named.ForumId, named.ItemId, Needs, named.MeetingId);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (await GuestWrites.CheckAsync(scope, at.Meeting, at.Item) is { } refused)
            return refused;

        var guests = await scope.Db.ItemGuests.Where(guest => guest.ItemId == at.Item.Id).ToListAsync();
        if (guests.Find(guest => guest.Id == named.GuestId) is not { Stands: true } guest)
            return new GuestNotFound();

        if (!GuestRules.Clean(input.Name, input.Organisation, input.Title, input.Email).TryGet(out var details, out var unfit))
            return unfit;

        if (guests.Exists(one => one.Stands && one.Id != guest.Id && GuestWrites.IsSame(one, details)))
            return new GuestAlreadyThere(details.Name);

        guest.Change(details);
        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return new SavedGuest(guest.Id, guest.Name);
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

    public Task<Result<SavedGuest>> HandleAsync(Caller caller, GuestRef guest, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(guest);
        return writer.WriteAsync(
            new WriteIntent(nameof(RemoveGuest), caller, guest.ForumId, SubjectId: guest.GuestId.Value), scope => RemoveAsync(scope, guest), cancellationToken);
    }

    private static async Task<Result<SavedGuest>> RemoveAsync(WriteScope scope, GuestRef named)
    {
        var found = await scope.ItemAsync(named.ForumId, named.ItemId, Needs, named.MeetingId);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (await GuestWrites.CheckAsync(scope, at.Meeting, at.Item) is { } refused)
            return refused;

        // Pressed again, it is as it was.
        if (await scope.Db.ItemGuests.SingleOrDefaultAsync(one => one.Id == named.GuestId && one.ItemId == at.Item.Id) is not { Stands: true } guest)
            return new SavedGuest(named.GuestId, Name: null);

        if (guest is { IsInvited: true, ToldOff: null } && at.Meeting.Status != MeetingStatus.Held)
            guest.Withdraw(scope.Now);
        else
            scope.Db.ItemGuests.Remove(guest);

        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return new SavedGuest(guest.Id, guest.Name);
    }
}

internal static class GuestWrites
{
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
