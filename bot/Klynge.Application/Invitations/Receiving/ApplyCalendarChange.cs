using Klynge.Application.Agendas;
using Klynge.Application.Data;
using Klynge.Application.Invitations.Linking;
using Klynge.Application.Meetings;
using Klynge.Application.Meetings.Scheduling;
using Klynge.Application.Outbox;
using Klynge.Application.Ports;
using Klynge.Domain.Calendar;
using Klynge.Domain.Invitations;
using Klynge.Domain.Meetings;
using NodaTime;

namespace Klynge.Application.Invitations.Receiving;

/// <summary>
/// Lets a reading of an event take its effect: time, place and link field by field, invited people, and their answers. A reading that was
/// worked off already changes nothing; of one that is older than what is known only answers given later than the known ones count.
/// </summary>
internal static class ApplyCalendarChange
{
    internal static async Task ApplyAsync(WriteScope scope, LinkedMeeting linked, CalendarEvent read)
    {
        if (linked.Link.ChangeKey == read.ChangeKey)
            return;

        if (!linked.Link.IsOutdated(read.LastModified))
        {
            var moved = await TakeFactsAsync(scope, linked, read);
            await InvitedPeople.UpdateAsync(scope, linked, read, moved);
            linked.Link.WorkedOff(read.ChangeKey, read.LastModified);
        }

        await CalendarAnswers.ApplyAsync(scope, linked, read);
        await scope.RefreshAsync(AgendaCards.Key(linked.Meeting.Id));
    }

    /// <summary>The event is gone from the calendar: cancelled or deleted.</summary>
    internal static async Task GoneAsync(WriteScope scope, LinkedMeeting linked)
    {
        var (meeting, link) = (linked.Meeting, linked.Link);
        if (link.IsGone)
            return;

        link.IsGone = true;
        if (meeting.IsOver || meeting.Status == MeetingStatus.InProgress || meeting.Time.EndInstant <= scope.Now)
            return;

        if (link.Time is { } last && last != meeting.Time)
        {
            link.Ask();
            var view = await ViewAsync(scope, linked);
            await scope.NotifySecretariatAsync(linked.Forum.Id, ConflictCard.Gone(view, link, await scope.Db.ReachAsync(view, scope.Caller)));
            return;
        }

        // The system may all, but not in a forum that is closed down.
        if (!(await scope.MeetingAsync(linked.Forum.Id, meeting.Id, CancelMeeting.Needs)).TryGet(out var at, out _))
            return;

        meeting.Cancel(Texts.CancelledInOutlook);
        await scope.RefreshAsync(AgendaCards.Key(meeting.Id));
        var people = await CancelMeeting.NotifyAsync(scope, at);
        await scope.NotifySecretariatAsync(linked.Forum.Id, CalendarNotices.Cancelled(await ViewAsync(scope, linked), people));
    }

    /// <returns>Whether the meeting is at another time now.</returns>
    private static async Task<bool> TakeFactsAsync(WriteScope scope, LinkedMeeting linked, CalendarEvent read)
    {
        var (meeting, link) = (linked.Meeting, linked.Link);
        link.IsGone = false;
        link.JoinUrl = read.OnlineMeeting?.JoinUrl ?? link.JoinUrl;
        meeting.JoinUrl = read.OnlineMeeting?.JoinUrl ?? meeting.JoinUrl;
        if (CalendarTimes.TimeOf(read) is not { } time || meeting.IsOver)
            return false;

        // Minutes print it: those of a meeting that is over stay as they are.
        meeting.JoinMeetingId = read.JoinMeetingId ?? OnlinePlace.NumberIn(meeting.JoinUrl) ?? meeting.JoinMeetingId;

        var place = CalendarTimes.PlaceOf(read) ?? meeting.Place;
        var (before, lastPlace) = (meeting.Time, link.Place);
        var timeOutcome = CalendarMerge.Decide(link.Time ?? TreatAsUnset(meeting.Time, time), before, time);
        var placeOutcome = CalendarMerge.Decide(lastPlace ?? TreatAsUnset(meeting.Place), meeting.Place, place);
        link.RecordSeen(time, place);
        await ApplyAsync(scope, linked, timeOutcome == MergeOutcome.Take ? time : before, placeOutcome == MergeOutcome.Take ? place : meeting.Place);
        if (timeOutcome == MergeOutcome.Ask || placeOutcome == MergeOutcome.Ask)
        {
            link.Ask();
            var view = await ViewAsync(scope, linked);
            await scope.NotifySecretariatAsync(linked.Forum.Id, ConflictCard.Ask(view, link, await scope.Db.ReachAsync(view, scope.Caller)));
        }
        else if (link.IsAsked && meeting.Time == time && meeting.Place == place)
        {
            link.Settle(by: null, forCalendar: false, scope.Now);
        }

        return meeting.Time != before;
    }

    private static async Task ApplyAsync(WriteScope scope, LinkedMeeting linked, MeetingTime time, string place)
    {
        var meeting = linked.Meeting;
        var before = meeting.Time;
        if ((time == before && place == meeting.Place)
            || !(await scope.MeetingAsync(linked.Forum.Id, meeting.Id, MoveMeeting.Needs)).TryGet(out var at, out _)
            || !meeting.Move(time, place, scope.Now).IsSuccess)
        {
            return;
        }

        var told = await MoveMeeting.NotifyAsync(scope, at, before);
        if (told == 0)
            await scope.NotifySecretariatAsync(linked.Forum.Id, CalendarNotices.Moved(await ViewAsync(scope, linked), before));
    }

    /// <summary>A meeting without an end has left it open, not decided against it: the calendar fills it in.</summary>
    private static MeetingTime? TreatAsUnset(MeetingTime here, MeetingTime there) =>
        here.End is null && here.Date == there.Date && here.Start == there.Start ? here : null;

    /// <summary>»Teams« and no place at all are what stands there when nobody has said anything.</summary>
    private static string? TreatAsUnset(string place) => place.Length == 0 || place == Texts.Online ? place : null;

    private static Task<MeetingView> ViewAsync(WriteScope scope, LinkedMeeting linked) => linked.ViewAsync(scope.Db);
}

/// <summary>Reads an event's time and place as the board writes them.</summary>
internal static class CalendarTimes
{
    private const int MaxPlaceLength = 200;

    /// <summary>In Danish time. An event that ends on another day has no end here; one that lasts all day has no time at all.</summary>
    internal static MeetingTime? TimeOf(CalendarEvent read) => read.IsAllDay ? null : TimeOf(read.Start, read.End);

    internal static MeetingTime TimeOf(Instant start, Instant end)
    {
        var (from, to) = (DanishTime.ToDanish(start), DanishTime.ToDanish(end));
        var ends = to.Date == from.Date && to.TimeOfDay > from.TimeOfDay;
        return new MeetingTime(from.Date, Minute(from.TimeOfDay), ends ? Minute(to.TimeOfDay) : null);
    }

    /// <summary>Null where the event says nothing. What Outlook writes for a meeting that is in Teams alone is »Teams«.</summary>
    internal static string? PlaceOf(CalendarEvent read)
    {
        var place = DanishText.Shorten(DanishText.Clean(read.Location), MaxPlaceLength);
        if (place.Length == 0)
            return read.OnlineMeeting is null ? null : Texts.Online;

        return place.StartsWith("Microsoft Teams", StringComparison.OrdinalIgnoreCase) ? Texts.Online : place;
    }

    private static LocalTime Minute(LocalTime time) => new(time.Hour, time.Minute);
}
