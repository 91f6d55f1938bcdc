using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Invitations;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.RollCalls;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Application.Rights;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Attendance;

/// <summary>
/// Reads the attendance reports of a meeting that is over and puts a proposal before the secretariat. Teams makes the reports some minutes
/// after the meeting: until then it is tried again, later each time, and the secretariat is told once that it takes longer, and once more
/// when there will be none.
/// </summary>
public sealed class ReadAttendance(IDbContextFactory<KlyngeContext> contexts, Writer writer, IAttendanceReports reports)
{
    /// <summary>What it asks of its caller; its buttons and its command ask the same before it is called.</summary>
    public const Permission Needs = Permission.RecordAttendance;

    /// <summary>Teams is rarely ready before.</summary>
    internal static readonly Duration FirstTry = Duration.FromMinutes(3);

    private const int MaxDoublings = 6;

    /// <summary>A report that is not there a day after the meeting does not come.</summary>
    private static readonly Duration ReportTimeout = Duration.FromHours(24);

    /// <summary>Reads at once, because somebody asks.</summary>
    /// <returns>
    /// How many people the reports name; or <see cref="NoOnlineMeeting"/>, <see cref="ReportNotReady"/>, <see cref="NoCalendar"/>,
    /// <see cref="CalendarAccessDenied"/>, <see cref="MeetingNotHeld"/>, <see cref="NotAllowed"/>.
    /// </returns>
    public async Task<Result<int>> HandleAsync(Caller caller, ForumId forumId, MeetingId meetingId, CancellationToken cancellationToken)
    {
        var read = await ReadAsync(meetingId, cancellationToken);
        return await writer.WriteAsync<int>(caller, nameof(ReadAttendance), forumId, async scope =>
        {
            var found = await scope.MeetingAsync(forumId, meetingId, Needs);
            if (!found.TryGet(out var at, out var error))
                return error;

            if (at.Meeting.Status != MeetingStatus.Held)
                return new MeetingNotHeld();

            return read.TryGet(out var all, out var unread) ? (await AttendanceRecorder.RecordAsync(scope, at, all)).People : unread;
        }, cancellationToken);
    }

    /// <summary>Works an entry of the inbox off.</summary>
    internal async Task HandleAsync(CalendarInboxEntry entry, CancellationToken cancellationToken)
    {
        var meetingId = new MeetingId(Guid.Parse(entry.Subject));
        var read = await ReadAsync(meetingId, cancellationToken);
        var forum = await ForumOfAsync(meetingId, cancellationToken);
        await writer.WriteAsync<Done>(new WriteIntent(nameof(ReadAttendance), Caller.Of(JobRights.ReadCalendar), forum), async scope =>
        {
            if (forum is { } id)
                await scope.EnterAsJobAsync(id, Needs);

            await ProcessAsync(scope, entry, meetingId, read);
            return default(Done);
        }, cancellationToken);
    }

    private async Task<Result<IReadOnlyList<AttendanceReport>>> ReadAsync(MeetingId meetingId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var link = await db.CalendarLinks.AsNoTracking().SingleOrDefaultAsync(one => one.MeetingId == meetingId, cancellationToken);
        var meeting = await db.Meetings.AsNoTracking().SingleOrDefaultAsync(one => one.Id == meetingId, cancellationToken);
        if (link?.JoinUrl is not { } url || meeting is null)
            return new NoOnlineMeeting();

        var read = await reports.ReadAsync(new OnlineMeetingKey(link.Mailbox, url), cancellationToken);
        if (!read.TryGet(out var all, out var error))
            return error;

        return AttendanceCount.InWindow(all, AttendanceRules.Window(meeting, all)).Any() ? read : new ReportNotReady();
    }

    private async Task<ForumId?> ForumOfAsync(MeetingId meetingId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Meetings.Where(one => one.Id == meetingId).Select(one => (ForumId?)one.ForumId).SingleOrDefaultAsync(cancellationToken);
    }

    private static async Task ProcessAsync(
        WriteScope scope, CalendarInboxEntry entry, MeetingId meetingId, Result<IReadOnlyList<AttendanceReport>> read)
    {
        var meeting = await scope.Db.Meetings.SingleOrDefaultAsync(one => one.Id == meetingId);
        if (meeting is not { Status: MeetingStatus.Held })
        {
            scope.Complete(entry);
            return;
        }

        if (!(await scope.MeetingAsync(meeting.ForumId, meeting.Id, Needs)).TryGet(out var at, out _))
        {
            scope.Complete(entry); // Of a forum that is closed down.
            return;
        }

        if (read.TryGet(out var all, out var error))
        {
            scope.Complete(entry);
            if ((await AttendanceRecorder.RecordAsync(scope, at, all)).IsNews)
                await scope.NotifySecretariatAsync(at.Forum.Id, RollCallCard.Sent((await scope.Db.RollCallAsync(at.Forum.Id, at.Meeting.Id))!));
        }
        else
        {
            await WaitAsync(scope, entry, at, error);
        }
    }

    private static async Task WaitAsync(WriteScope scope, CalendarInboxEntry entry, MeetingOfForum at, Error error)
    {
        var view = (await scope.Db.MeetingViewAsync(at.Forum.Id, at.Meeting.Id))!;
        var ended = at.Meeting.EndedAt ?? entry.ReceivedAt;
        if (error is not ReportNotReady || scope.Now - ended > ReportTimeout)
        {
            scope.Complete(entry);
            await scope.NotifySecretariatAsync(
                at.Forum.Id, error is ReportNotReady ? CalendarNotices.ReportMissing(view) : CalendarNotices.NotRead(view, error));
            return;
        }

        var again = scope.Now + (FirstTry * Math.Pow(2, Math.Min(entry.Attempts, MaxDoublings)));
        scope.Postpone(entry, again);
        if (entry.Attempts == 1)
            await scope.NotifySecretariatAsync(at.Forum.Id, CalendarNotices.ReportLate(view, again));
    }
}
