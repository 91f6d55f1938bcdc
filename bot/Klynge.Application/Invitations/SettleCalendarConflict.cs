using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Invitations;

/// <summary>
/// The secretariat says which is right where the calendar and the board's record differ: the calendar's time and place are taken (or the
/// meeting is cancelled, where its event is gone), or the record stays and the calendar is not asked about again until it changes.
/// </summary>
public sealed class SettleCalendarConflict(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageMeetings;

    /// <returns>
    /// How the meeting stands now; or <see cref="QuestionIsOld"/>, <see cref="MeetingNotLinked"/>, <see cref="MeetingNotFound"/>,
    /// <see cref="NotAllowed"/>, and what refuses a move.
    /// </returns>
    public Task<Result<ConflictSettled>> HandleAsync(Caller caller, SettleCalendarConflictRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return writer.WriteAsync<ConflictSettled>(
            caller, nameof(SettleCalendarConflict), request.ForumId, scope => SettleAsync(scope, request), cancellationToken);
    }

    private static async Task<Result<ConflictSettled>> SettleAsync(WriteScope scope, SettleCalendarConflictRequest request)
    {
        var found = await scope.MeetingAsync(request.ForumId, request.MeetingId, Needs);
        if (!found.TryGet(out var at, out var error))
            return error;

        if (await scope.Db.CalendarLinks.FindAsync(at.Meeting.Id) is not { } link)
            return new MeetingNotLinked();

        if (!link.IsAsked && link.Question == request.Question && IsSettledSo(at.Meeting, link, request.UseCalendar))
            return new ConflictSettled(0);

        if (!link.IsAsked || link.Question != request.Question)
            return new QuestionIsOld();

        link.Settle(scope.Caller.PersonId, request.UseCalendar, scope.Now);
        if (!request.UseCalendar)
            return new ConflictSettled(0);

        var told = link.IsGone ? await CancelAsync(scope, at) : await MoveAsync(scope, at, link.Time ?? at.Meeting.Time, link.Place);
        await scope.RefreshAsync(AgendaCards.Key(at.Meeting.Id));
        return told;
    }

    /// <summary>The question was answered just so, as by a button that is pressed twice.</summary>
    private static bool IsSettledSo(Meeting meeting, CalendarLink link, bool useCalendar) =>
        useCalendar == (link.IsGone ? meeting.Status == MeetingStatus.Cancelled : meeting.Time == (link.Time ?? meeting.Time));

    private static async Task<Result<ConflictSettled>> CancelAsync(WriteScope scope, MeetingOfForum at) =>
        at.Meeting.Cancel(Texts.CancelledInOutlook).Error is { } refused
            ? refused
            : new ConflictSettled(await CancelMeeting.NotifyAsync(scope, at));

    private static async Task<Result<ConflictSettled>> MoveAsync(WriteScope scope, MeetingOfForum at, MeetingTime time, string? place)
    {
        var before = at.Meeting.Time;
        return at.Meeting.Move(time, place, scope.Now).Error is { } refused
            ? refused
            : new ConflictSettled(await MoveMeeting.NotifyAsync(scope, at, before));
    }
}

/// <param name="Question">The number of the question on the card, so that an answer to an earlier one has no effect.</param>
/// <param name="UseCalendar">The calendar is right; otherwise the board's record is.</param>
public sealed record SettleCalendarConflictRequest(ForumId ForumId, MeetingId MeetingId, int Question, bool UseCalendar);

/// <param name="People">How many people were told.</param>
public sealed record ConflictSettled(int People);

/// <summary>
/// Takes a cancellation back that came from the calendar: the event was deleted by mistake, or the meeting is held without it. Those who
/// were told of the cancellation see on the agenda card that the meeting stands.
/// </summary>
public sealed class ReinstateMeeting(Writer writer)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.ManageMeetings;

    public Task<Result<Done>> HandleAsync(Caller caller, ForumId forumId, MeetingId meetingId, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(caller, nameof(ReinstateMeeting), forumId, async scope =>
        {
            var found = await scope.MeetingAsync(forumId, meetingId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (at.Meeting.Reinstate(scope.Now).Error is { } refused)
                return refused;

            await scope.RefreshAsync(AgendaCards.Key(meetingId));
            return default(Done);
        }, cancellationToken);
}
