using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Invitations.Linking;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Application.Rights;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Invitations.Receiving;

/// <summary>Reads an event of which there is news, and lets it take its effect. One that is no meeting of ours is not read at all, or forgotten.</summary>
public sealed class ReadEvent(IDbContextFactory<KlyngeContext> contexts, Writer writer, IMeetingCalendar calendar)
{
    /// <summary>What it asks for in the forum; the job's row declares it.</summary>
    public const Permission Needs = ScheduleMeeting.Needs;

    /// <returns>What refused the reading and is worth another try later; null when the entry is worked off.</returns>
    internal async Task<Error?> HandleAsync(CalendarInboxEntry entry, CancellationToken cancellationToken)
    {
        var key = CalendarInbox.KeyOf(entry.Subject);
        if (await WatchAsync(key, cancellationToken) is not { } watch)
        {
            await WriteAsync(entry, null, (_, _) => Task.CompletedTask, null, cancellationToken);
            return null;
        }

        var read = await calendar.ReadAsync(key, cancellationToken);
        if (read.Error is { } error and not EventNotFound)
            return error;

        await WriteAsync(entry, watch.Forum, ApplyAsync, read.IsSuccess ? read.Value : null, cancellationToken);
        return null;
    }

    /// <summary>The forum whose meeting the event calls, where it calls one; null when the mailbox is none that calls meetings of ours.</summary>
    private async Task<Watch?> WatchAsync(CalendarEventKey key, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var forum = await db.CalendarLinks
            .Where(link => link.Mailbox == key.Mailbox && link.EventId == key.EventId)
            .Join(db.Meetings, link => link.MeetingId, meeting => meeting.Id, (_, meeting) => (ForumId?)meeting.ForumId)
            .Where(id => db.Forums.Any(one => one.Id == id && !one.IsClosed))
            .SingleOrDefaultAsync(cancellationToken);
        return forum is not null || await db.CalendarLinks.AnyAsync(link => link.Mailbox == key.Mailbox, cancellationToken)
            ? new Watch(forum)
            : null;
    }

    private Task<Result<Done>> WriteAsync(
        CalendarInboxEntry entry,
        ForumId? forum,
        Func<WriteScope, (CalendarEventKey Key, CalendarEvent? Read), Task> apply,
        CalendarEvent? read,
        CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(new WriteIntent(nameof(ApplyCalendarChange), Caller.Of(JobRights.ReadCalendar), forum), async scope =>
        {
            await apply(scope, (CalendarInbox.KeyOf(entry.Subject), read));
            scope.Complete(entry);
            return default(Done);
        }, cancellationToken);

    private static async Task ApplyAsync(WriteScope scope, (CalendarEventKey Key, CalendarEvent? Read) news)
    {
        var known = await MeetingLinker.FindAsync(scope, news.Key);
        if (known is not null && !(await scope.EnterAsync(known.Meeting.ForumId, Needs)).IsSuccess)
            return; // Of a forum that is closed down.

        switch (known, news.Read)
        {
            case ({ }, null or { IsCancelled: true }):
                await ApplyCalendarChange.GoneAsync(scope, known);
                break;
            case ({ }, { } read):
                await ApplyCalendarChange.ApplyAsync(scope, known, read);
                break;
            case (null, { } read) when await MeetingLinker.ForumOfSeriesAsync(scope, read) is { } forum
                && await LinkAsync(scope, forum, read) is { } linked:
                await ApplyCalendarChange.ApplyAsync(scope, linked, read);
                await scope.NotifySecretariatAsync(
                    forum.Id, CalendarNotices.Linked(await linked.ViewAsync(scope.Db), [(linked.Meeting.Time, linked.IsNew)]));
                break;
            default:
                break;
        }
    }

    private static async Task<LinkedMeeting?> LinkAsync(WriteScope scope, Forum forum, CalendarEvent read)
    {
        await scope.EnterAsJobAsync(forum.Id, Needs);
        return await MeetingLinker.LinkAsync(scope, forum, read);
    }

    private sealed record Watch(ForumId? Forum);
}
