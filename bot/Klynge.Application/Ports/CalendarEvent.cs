using NodaTime;

namespace Klynge.Application.Ports;

/// <summary>One event as it stands in its organizer's calendar. Everything in it was written by people and is untrusted.</summary>
public sealed record CalendarEvent
{
    public required CalendarEventKey Key { get; init; }

    /// <summary>The same in every mailbox, and it survives that the event is moved; all occurrences of a series can share it.</summary>
    public required string ICalUId { get; init; }

    /// <summary>Graph's name for this state of the event: two readings with the same one say the same. Responses change it, too.</summary>
    public required string ChangeKey { get; init; }

    /// <summary>When the event last changed, which orders two readings of it.</summary>
    public required Instant LastModified { get; init; }

    /// <summary>Names the series that this is an occurrence of; null for a single event.</summary>
    public string? SeriesMasterId { get; init; }

    public required string Subject { get; init; }

    public required Instant Start { get; init; }

    public required Instant End { get; init; }

    public bool IsAllDay { get; init; }

    /// <summary>The place as Outlook shows it; null or empty for none.</summary>
    public string? Location { get; init; }

    /// <summary>The online meeting; null for one that is held in a room alone.</summary>
    public OnlineMeetingKey? OnlineMeeting { get; init; }

    /// <summary>The Teams chat of the meeting (<c>19:meeting_…@thread.v2</c>); null when Graph does not say.</summary>
    public string? ChatId { get; init; }

    /// <summary>Cancelled, but still in the calendar.</summary>
    public bool IsCancelled { get; init; }

    /// <summary>Who calls the meeting; not among <see cref="Attendees"/>.</summary>
    public required CalendarAttendee Organizer { get; init; }

    /// <summary>Everybody invited but rooms and other resources.</summary>
    public IReadOnlyList<CalendarAttendee> Attendees { get; init; } = [];

    /// <summary>Rooms and other resources that were booked along. Their answer says nothing about people.</summary>
    public IReadOnlyList<CalendarAttendee> Rooms { get; init; } = [];
}
