using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Outbox;
using Klynge.Domain.Agendas;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Guests.Turns;

/// <param name="MeetingId">Their first, from which is counted.</param>
/// <param name="Every">1 for every meeting.</param>
/// <param name="Id">The id that the form was drawn with, so that a form that is sent twice adds one.</param>
public sealed record AddTurnRequest(ForumId ForumId, MeetingId MeetingId, GuestInput Guest, int Every, GuestCadenceId? Id = null);

/// <summary>Says who comes to the forum's meetings by turns, and who no longer does. Nobody is told, and no meeting is changed.</summary>
public sealed class ChangeTurns(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageAgenda;

    /// <returns>The name.</returns>
    public Task<Result<string>> AddAsync(Caller caller, AddTurnRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync(new WriteIntent("AddGuestCadence", caller, request.ForumId), scope => AddAsync(scope, request), cancellationToken);
    }

    /// <returns>The name; empty for one that is gone already.</returns>
    public Task<Result<string>> RemoveAsync(Caller caller, ForumId forum, MeetingId meeting, GuestCadenceId id, CancellationToken cancellationToken) =>
        writer.WriteAsync<string>(new WriteIntent("RemoveGuestCadence", caller, forum, SubjectId: id.Value), async scope =>
        {
            var found = await scope.MeetingAsync(forum, meeting, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (await scope.Db.GuestCadences.SingleOrDefaultAsync(one => one.Id == id && one.ForumId == forum) is not { } cadence)
                return string.Empty;

            scope.Db.GuestCadences.Remove(cadence);
            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return cadence.Name;
        }, cancellationToken);

    private static async Task<Result<string>> AddAsync(WriteScope scope, AddTurnRequest request)
    {
        var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (!GuestRules.Clean(request.Guest.Name, request.Guest.Organisation, request.Guest.Title, request.Guest.Email).TryGet(out var details, out var unfit))
            return unfit;

        if (request.Every is < 1 or > GuestCadence.MaxEvery)
            return new TurnMissing();

        if (request.Id is { } taken && await scope.Db.GuestCadences.SingleOrDefaultAsync(one => one.Id == taken) is { } made)
            return made.ForumId == request.ForumId ? made.Name : new TurnNotFound();

        if (await scope.Db.GuestCadences.CountAsync(one => one.ForumId == request.ForumId) >= GuestCadence.MaxOfForum)
            return new TooManyTurns();

        scope.Db.GuestCadences.Add(new GuestCadence
        {
            Id = request.Id ?? GuestCadenceId.New(),
            ForumId = request.ForumId,
            Name = details.Name,
            Organisation = details.Organisation,
            Title = details.Title,
            Email = details.Email,
            Every = request.Every,
            CountsFrom = at.Meeting.Date,
        });
        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return details.Name;
    }
}

public sealed record TurnMissing()
    : Error("Vælg, hvor tit de kommer.");

public sealed record TurnItemMissing()
    : Error("Vælg det punkt, de skal med til, øverst på kortet.");

public sealed record TurnNotFound()
    : Error("De står ikke længere på listen over gæster efter tur. Åbn listen igen.");

public sealed record TooManyTurns()
    : Error($"Et forum kan have {GuestCadence.MaxOfForum} gæster efter tur. Fjern en, før du skriver en ny på.");
