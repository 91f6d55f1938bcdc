using Klynge.Application.Agendas.Council;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Meetings.Scheduling;

/// <summary>
/// Plans a meeting and puts the forum's standing items on its agenda. Nobody is told yet. A second meeting on the same day is allowed
/// (and warned of); one at the very same time is a button pressed twice.
/// </summary>
public sealed class ScheduleMeeting(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageMeetings;

    internal static readonly TextLimit PlaceLimit = new("Stedet", 200, Optional: true);

    public Task<Result<MeetingId>> HandleAsync(Caller caller, ScheduleMeetingRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<MeetingId>(caller, nameof(ScheduleMeeting), request.ForumId, async scope =>
        {
            var entered = await scope.EnterAsync(request.ForumId, Needs);
            if (!entered.TryGet(out var visit, out var error))
                return error;

            if (!DanishText.Clean(request.Place, PlaceLimit).TryGet(out var place, out var tooLong))
                return tooLong;

            var time = request.Time;
            if (await scope.Db.Meetings.FirstOrDefaultAsync(other => other.ForumId == visit.Forum.Id && other.Status != MeetingStatus.Cancelled
                    && other.Date == time.Date && other.Start == time.Start) is { } planned)
            {
                return new MeetingAlreadyPlanned(CardParts.When(planned.Time));
            }

            var scheduled = Plan(scope, visit.Forum, time, place.Length == 0 ? null : place);
            if (!scheduled.TryGet(out var meeting, out var refused))
                return refused;

            await scope.PlaceWaitingAsync(visit.Forum.Id, meeting);
            return meeting.Id;
        }, cancellationToken);

    /// <summary>Puts a meeting on record with the forum's standing items. Whether it may be planned is the caller's to check.</summary>
    internal static Result<Meeting> Plan(WriteScope scope, Forum forum, MeetingTime time, string? place)
    {
        var scheduled = Meeting.Schedule(forum.Id, time, place, scope.Now);
        if (scheduled.TryGet(out var meeting, out _))
        {
            scope.Db.Meetings.Add(meeting);
            scope.Db.AgendaItems.AddRange(forum.Rules.StandingItems
                .OrderBy(item => item.StandsLast)
                .Select((item, index) => AgendaItem.Add(meeting, index + 1, item.ToContent(forum.Rules.Items), scope.Now)));
        }

        return scheduled;
    }
}

public sealed record ScheduleMeetingRequest(ForumId ForumId, MeetingTime Time, string? Place);
