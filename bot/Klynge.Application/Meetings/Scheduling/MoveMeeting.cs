using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Meetings.Scheduling;

/// <summary>Moves a meeting to another time or place. When people know of it, everybody in the forum is told.</summary>
public sealed class MoveMeeting(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageMeetings;

    /// <returns>How many people were told.</returns>
    public Task<Result<MovedMeeting>> HandleAsync(Caller caller, MoveMeetingRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<MovedMeeting>(caller, nameof(MoveMeeting), request.ForumId, async scope =>
        {
            var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (!DanishText.Clean(request.Place, ScheduleMeeting.PlaceLimit).TryGet(out var place, out var tooLong))
                return tooLong;

            if (request.Time == at.Meeting.Time && (place.Length == 0 || place == at.Meeting.Place) && at.Meeting.CheckNotOver() is null)
                return new MovedMeeting(at.Meeting.Time, People: 0);

            if (request.SeenVersion != at.Meeting.Version)
                return new ChangedMeanwhile();

            var before = at.Meeting.Time;
            if (at.Meeting.Move(request.Time, place.Length == 0 ? null : place, scope.Now).Error is { } refused)
                return refused;

            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            return new MovedMeeting(before, await NotifyAsync(scope, at, before));
        }, cancellationToken);

    /// <summary>Tells everybody who can know of the meeting that it has moved.</summary>
    /// <returns>How many people.</returns>
    internal static async Task<int> NotifyAsync(WriteScope scope, MeetingOfForum at, MeetingTime before)
    {
        if (!await scope.Db.IsToldAsync(at.Meeting.Id, at.Meeting.AgendaSentAt is not null))
            return 0;

        var view = (await scope.Db.MeetingViewAsync(at.Forum.Id, at.Meeting.Id))!;
        var seats = await scope.Db.ActiveSeatsAsync(at.Forum.Id, at.Meeting.Date);
        var apologised = await scope.Db.Apologies
            .Where(apology => apology.MeetingId == at.Meeting.Id && apology.WithdrawnAt == null)
            .Select(apology => apology.MemberId)
            .ToListAsync();
        var absent = seats.Where(seat => apologised.Contains(seat.Id)).Select(seat => seat.PersonId).ToHashSet();
        var people = seats.ExceptCaller(scope.Caller);
        foreach (var person in people)
            scope.Notify(person.Id, MeetingNotices.Moved(view, before, absent.Contains(person.Id)));

        return people.Count;
    }
}

/// <param name="Place">Null or empty leaves the place as it is.</param>
/// <param name="SeenVersion">The meeting's version that the person had open.</param>
public sealed record MoveMeetingRequest(ForumId ForumId, MeetingId MeetingId, MeetingTime Time, string? Place, int SeenVersion);

public sealed record MovedMeeting(MeetingTime Before, int People);
