using Klynge.Application.Agendas.Council;
using Klynge.Application.Data;
using Klynge.Application.Invitations.Receiving;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Ports;
using Klynge.Domain.Forums;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Invitations.Linking;

/// <summary>Finds the board meeting that an event calls, or puts it on record.</summary>
internal static class MeetingLinker
{
    /// <summary>The meeting that carries the event already.</summary>
    internal static async Task<LinkedMeeting?> FindAsync(WriteScope scope, CalendarEventKey key)
    {
        var link = await scope.Db.CalendarLinks.SingleOrDefaultAsync(one => one.Mailbox == key.Mailbox && one.EventId == key.EventId);
        return link is null ? null : await OfAsync(scope, link);
    }

    /// <summary>The forum of the series that the event is an occurrence of.</summary>
    internal static async Task<Forum?> ForumOfSeriesAsync(WriteScope scope, CalendarEvent read)
    {
        if (read.SeriesMasterId is not { } master)
            return null;

        var forums = await scope.Db.CalendarLinks
            .Where(link => link.Mailbox == read.Key.Mailbox && link.SeriesMasterId == master)
            .Join(scope.Db.Meetings, link => link.MeetingId, meeting => meeting.Id, (_, meeting) => meeting.ForumId)
            .Distinct()
            .ToListAsync();
        return forums.Count == 1 ? await scope.Db.Forums.SingleOrDefaultAsync(forum => forum.Id == forums[0] && !forum.IsClosed) : null;
    }

    /// <summary>
    /// Ties the event to the forum's meeting on its day, the nearest in time where there are two, or plans one. Null for an event that is
    /// over, or lasts all day, and that no meeting answers to.
    /// </summary>
    internal static async Task<LinkedMeeting?> LinkAsync(WriteScope scope, Forum forum, CalendarEvent read)
    {
        if (CalendarTimes.TimeOf(read) is not { } time || read.IsCancelled)
            return null;

        var (meeting, isNew) = (await FreeAsync(scope, forum, time), false);
        if (meeting is null)
        {
            if (!ScheduleMeeting.Plan(scope, forum, time, CalendarTimes.PlaceOf(read)).TryGet(out meeting, out _))
                return null;

            await scope.PlaceWaitingAsync(forum.Id, meeting);
            isNew = true;
        }

        var link = await scope.Db.CalendarLinks.FindAsync(meeting.Id) ?? Add(scope, meeting.Id, read.Key.Mailbox);
        (link.EventId, link.ICalUId, link.SeriesMasterId) = (read.Key.EventId, read.ICalUId, read.SeriesMasterId);
        if (isNew)
            link.RecordSeen(time, CalendarTimes.PlaceOf(read));

        return new LinkedMeeting(forum, meeting, link, isNew);
    }

    /// <summary>Ties what Teams says of a meeting to the forum's, where no calendar can be read: then only attendance can be fetched.</summary>
    internal static async Task<LinkedMeeting?> LinkAsync(WriteScope scope, Forum forum, MeetingChat chat)
    {
        if (chat is not { Start: { } start, End: { } end, OrganizerId: { } organizer })
            return null;

        var time = CalendarTimes.TimeOf(start, end);
        var known = await scope.Db.Meetings.FirstOrDefaultAsync(meeting => meeting.ForumId == forum.Id && meeting.Date == time.Date
            && meeting.TeamsMeetingId == chat.TeamsMeetingId && meeting.Status != MeetingStatus.Cancelled);
        var (meeting, isNew) = (known ?? await FreeAsync(scope, forum, time), false);
        if (meeting is null)
        {
            if (!ScheduleMeeting.Plan(scope, forum, time, Texts.Online).TryGet(out meeting, out _))
                return null;

            await scope.PlaceWaitingAsync(forum.Id, meeting);
            isNew = true;
        }

        var link = await scope.Db.CalendarLinks.FindAsync(meeting.Id) ?? Add(scope, meeting.Id, organizer);
        return new LinkedMeeting(forum, meeting, link, isNew);
    }

    internal static async Task<LinkedMeeting> OfAsync(WriteScope scope, CalendarLink link)
    {
        var meeting = await scope.Db.Meetings.SingleAsync(one => one.Id == link.MeetingId);
        return new LinkedMeeting(await scope.Db.Forums.SingleAsync(forum => forum.Id == meeting.ForumId), meeting, link);
    }

    private static CalendarLink Add(WriteScope scope, MeetingId meeting, string mailbox)
    {
        var link = new CalendarLink { MeetingId = meeting, Mailbox = mailbox };
        scope.Db.CalendarLinks.Add(link);
        return link;
    }

    /// <summary>The forum's meeting of the day that no event calls yet.</summary>
    private static async Task<Meeting?> FreeAsync(WriteScope scope, Forum forum, MeetingTime time)
    {
        var ofDay = await scope.Db.Meetings
            .Where(meeting => meeting.ForumId == forum.Id && meeting.Date == time.Date && meeting.Status != MeetingStatus.Cancelled
                && !scope.Db.CalendarLinks.Any(link => link.MeetingId == meeting.Id && link.EventId != null))
            .ToListAsync();
        return ofDay.OrderBy(meeting => Duration.FromTicks(Math.Abs((meeting.Time.StartInstant - time.StartInstant).TotalTicks)))
            .FirstOrDefault();
    }
}
