using Klynge.Application.Ports;
using Klynge.Domain.Invitations;
using Microsoft.Graph.Models;
using NodaTime;

namespace Klynge.Microsoft365.Calendar;

/// <summary>Reads an event of Graph's into the board's own terms.</summary>
internal static class EventReader
{
    /// <summary>What a reading needs of an event; nothing of its text.</summary>
    internal static readonly string[] Properties =
    [
        "id", "iCalUId", "changeKey", "lastModifiedDateTime", "seriesMasterId", "type", "subject", "start", "end", "isAllDay", "location",
        "onlineMeeting", "isCancelled", "organizer", "attendees",
    ];

    /// <param name="item">As Graph gives it. An occurrence in a delta query has little more than its time.</param>
    /// <param name="mailbox">Object id of the mailbox's owner.</param>
    /// <param name="meeting">The online meeting, where it is known.</param>
    /// <returns>Null for what is no event that takes place: one without times, the master of a series.</returns>
    internal static CalendarEvent? Read(Event item, string mailbox, OnlineMeeting? meeting = null)
    {
        var isAllDay = item.IsAllDay ?? false;
        if (item.Id is not { Length: > 0 } id || item.Type == EventType.SeriesMaster
            || GraphTime.Read(item.Start, isAllDay) is not { } start || GraphTime.Read(item.End, isAllDay) is not { } end)
        {
            return null;
        }

        var ids = ObjectIds(meeting);
        return new CalendarEvent
        {
            Key = new CalendarEventKey(mailbox, id),
            ICalUId = item.ICalUId ?? string.Empty,
            ChangeKey = item.ChangeKey ?? string.Empty,
            LastModified = GraphTime.Read(item.LastModifiedDateTime) ?? Instant.MinValue,
            SeriesMasterId = item.SeriesMasterId,
            Subject = item.Subject ?? string.Empty,
            Start = start,
            End = end,
            IsAllDay = isAllDay,
            Location = item.Location?.DisplayName,
            OnlineMeeting = item.OnlineMeeting?.JoinUrl is { Length: > 0 } link ? new OnlineMeetingKey(mailbox, link) : null,
            JoinMeetingId = meeting?.JoinMeetingIdSettings?.JoinMeetingId,
            ChatId = meeting?.ChatInfo?.ThreadId,
            IsCancelled = item.IsCancelled ?? false,
            Organizer = new CalendarAttendee(
                item.Organizer?.EmailAddress?.Address, item.Organizer?.EmailAddress?.Name ?? string.Empty, mailbox, InvitationResponse.Accepted, null),
            Attendees = [.. (item.Attendees ?? []).Where(one => one.Type != AttendeeType.Resource).Select(one => Read(one, ids))],
            Rooms = [.. (item.Attendees ?? []).Where(one => one.Type == AttendeeType.Resource).Select(one => Read(one, ids))],
        };
    }

    private static CalendarAttendee Read(Attendee attendee, Dictionary<string, string> ids)
    {
        var email = attendee.EmailAddress?.Address;
        return new CalendarAttendee(
            email,
            attendee.EmailAddress?.Name ?? string.Empty,
            email is null ? null : ids.GetValueOrDefault(email),
            Read(attendee.Status?.Response),
            GraphTime.Read(attendee.Status?.Time));
    }

    private static InvitationResponse Read(ResponseType? response) => response switch
    {
        ResponseType.Accepted or ResponseType.Organizer => InvitationResponse.Accepted,
        ResponseType.TentativelyAccepted => InvitationResponse.Tentative,
        ResponseType.Declined => InvitationResponse.Declined,
        _ => InvitationResponse.None,
    };

    /// <summary>User principal names, which are mostly the addresses that people are invited by, with their object ids.</summary>
    private static Dictionary<string, string> ObjectIds(OnlineMeeting? meeting)
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var one in meeting?.Participants?.Attendees ?? [])
        {
            if (one is { Upn: { Length: > 0 } upn, Identity.User.Id: { } id } && Guid.TryParse(id, out var guid))
                ids[upn] = guid.ToString();
        }

        return ids;
    }
}
