using Klynge.Application.Agendas;
using Klynge.Application.Agendas.Council;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Outbox;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Meetings.Scheduling;

/// <summary>Cancels a meeting. When people know of it, everybody in the forum is told. Its agenda stays on record.</summary>
public sealed class CancelMeeting(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageMeetings;

    private static readonly TextLimit ReasonLimit = new("Begrundelsen", 500, Optional: true);

    /// <returns>How many people were told.</returns>
    public Task<Result<int>> HandleAsync(Caller caller, CancelMeetingRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync<int>(caller, nameof(CancelMeeting), request.ForumId, async scope =>
        {
            var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (!DanishText.Clean(request.Reason, ReasonLimit).TryGet(out var reason, out var tooLong))
                return tooLong;

            var isRepeated = at.Meeting.Status == MeetingStatus.Cancelled;
            if (at.Meeting.Cancel(reason.Length == 0 ? null : reason).Error is { } refused)
                return refused;

            if (isRepeated)
            {
                return await scope.Db.IsToldAsync(at.Meeting.Id, at.Meeting.AgendaSentAt is not null)
                    ? (await scope.Db.ActiveSeatsAsync(at.Forum.Id, at.Meeting.Date)).ExceptCaller(scope.Caller).Count
                    : 0;
            }

            await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
            await scope.PlaceWaitingAsync(at.Forum.Id, at.Meeting);
            return await NotifyAsync(scope, at);
        }, cancellationToken);

    /// <summary>Tells everybody who can know of the meeting that it is cancelled.</summary>
    /// <returns>How many people.</returns>
    internal static async Task<int> NotifyAsync(WriteScope scope, MeetingOfForum at)
    {
        if (!await scope.Db.IsToldAsync(at.Meeting.Id, at.Meeting.AgendaSentAt is not null))
            return 0;

        var notice = MeetingNotices.Cancelled((await scope.Db.MeetingViewAsync(at.Forum.Id, at.Meeting.Id))!);
        var people = (await scope.Db.ActiveSeatsAsync(at.Forum.Id, at.Meeting.Date)).ExceptCaller(scope.Caller);
        foreach (var person in people)
            scope.Notify(person.Id, notice);

        return people.Count;
    }
}

public sealed record CancelMeetingRequest(ForumId ForumId, MeetingId MeetingId, string? Reason);
