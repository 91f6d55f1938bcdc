using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Domain.Invitations;
using NodaTime;

namespace Klynge.Application.Ports;

/// <summary>
/// The calendars in which meetings are called: Exchange through Graph. It only reads; the board's own record never writes to Outlook.
/// Events come from the organizer's mailbox, because only there every attendee's response stands.
/// </summary>
/// <remarks>
/// An outage (throttled for too long, 5xx, no network, no token) is a <see cref="CalendarUnavailableException"/>: whoever asked tries
/// again later. What is no outage is an error: <see cref="EventNotFound"/>, <see cref="CalendarAccessDenied"/>,
/// <see cref="NoCalendar"/>.
/// </remarks>
public interface IMeetingCalendar
{
    /// <summary>False where no calendar is set up (local mode): every call answers <see cref="NoCalendar"/>.</summary>
    bool IsConnected { get; }

    /// <summary>Reads one event or one occurrence of a series, with its attendees and online meeting, as it stands now.</summary>
    /// <returns><see cref="EventNotFound"/> when it is deleted, or cancelled by its organizer, which takes it out of the calendar.</returns>
    Task<Result<CalendarEvent>> ReadAsync(CalendarEventKey key, CancellationToken cancellationToken);

    /// <summary>
    /// The events that one online meeting is called by, between two instants: one for a single meeting, the occurrences for a series,
    /// whose occurrences share the online meeting. In order of start; never the series master.
    /// </summary>
    /// <param name="meeting">What Teams says of the meeting, from its chat.</param>
    /// <param name="from">Events that end after this.</param>
    /// <param name="until">Events that start before this.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// Possibly none (a meeting started by »Mød nu«, a channel meeting); <see cref="EventNotFound"/> when there is no such online
    /// meeting or its organizer is in another tenant.
    /// </returns>
    Task<Result<IReadOnlyList<CalendarEvent>>> FindAsync(
        OnlineMeetingKey meeting, Instant from, Instant until, CancellationToken cancellationToken);
}

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

    /// <summary>The number that one joins the online meeting by; null when Graph does not say.</summary>
    public string? JoinMeetingId { get; init; }

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

/// <summary>One person (or a list of people) invited to an event.</summary>
/// <param name="Email">The address as the invitation has it; null or empty where it has none.</param>
/// <param name="Name">The name as the invitation shows it. Nobody is ever recognised by it.</param>
/// <param name="ObjectId">Entra object id, lower case, where the online meeting knows it; null otherwise: the event itself has none.</param>
/// <param name="Response">What the person has answered.</param>
/// <param name="RespondedAt">When, as Graph says; null where it says nothing or the year 1, which is its way of saying »never«.</param>
public sealed record CalendarAttendee(
    string? Email, string Name, string? ObjectId, InvitationResponse Response, Instant? RespondedAt);

/// <summary>Names one event, or one occurrence of a series, in one mailbox.</summary>
/// <param name="Mailbox">Entra object id of the mailbox's owner, lower case.</param>
/// <param name="EventId">
/// Graph's immutable id (<c>Prefer: IdType="ImmutableId"</c>, asked for in reads and subscriptions alike): the usual one changes when
/// the event is moved to another folder. Compared as it is, case counts.
/// </param>
public sealed record CalendarEventKey(string Mailbox, string EventId);

public sealed record EventNotFound()
    : Error("Mødet findes ikke i Outlook-kalenderen. Det kan være slettet eller indkaldt fra en kalender, som jeg ikke kan læse.");

/// <summary>Graph answers 403: a permission or the application access policy does not cover the mailbox.</summary>
/// <param name="Permission">The permission that is missing, as Entra names it: <c>Calendars.Read</c>.</param>
public sealed record CalendarAccessDenied(string Permission)
    : Error($"Jeg har ikke adgang til at læse kalenderen. IT-afdelingen skal give tilladelsen {Permission} til mødeindkalderens postkasse.");

/// <summary>No calendar is set up.</summary>
public sealed record NoCalendar()
    : Error("Jeg er ikke forbundet med Outlook, så jeg kan ikke læse møder, svar og fremmøde. Skriv dem ind her i stedet.");

/// <summary>Teams makes the report some minutes after the meeting; until then there is none.</summary>
public sealed record ReportNotReady()
    : Error("Teams har ikke gjort fremmøderapporten klar endnu. Det tager som regel nogle minutter efter mødet.");

/// <summary>The calendar or the attendance reports cannot be read for the moment. Nothing is known about what was asked for: try again.</summary>
/// <param name="message">Ids and status codes alone; no names, addresses or subjects, because it is logged.</param>
/// <param name="retryAfter">How long the other side asks to be left alone; null where it does not say.</param>
/// <param name="inner">What happened; null for none.</param>
public sealed class CalendarUnavailableException(string message, Duration? retryAfter = null, Exception? inner = null)
    : Exception(message, inner)
{
    public Duration? RetryAfter { get; } = retryAfter;
}

/// <summary>Stands in where no calendar is set up: meetings, apologies and attendance are then what people write here.</summary>
public sealed class DisconnectedCalendar : IMeetingCalendar, IAttendanceReports
{
    public bool IsConnected => false;

    public Task<Result<CalendarEvent>> ReadAsync(CalendarEventKey key, CancellationToken cancellationToken) =>
        Task.FromResult<Result<CalendarEvent>>(new NoCalendar());

    public Task<Result<IReadOnlyList<CalendarEvent>>> FindAsync(
        OnlineMeetingKey meeting, Instant from, Instant until, CancellationToken cancellationToken) =>
        Task.FromResult<Result<IReadOnlyList<CalendarEvent>>>(new NoCalendar());

    public Task<Result<IReadOnlyList<AttendanceReport>>> ReadAsync(OnlineMeetingKey meeting, CancellationToken cancellationToken) =>
        Task.FromResult<Result<IReadOnlyList<AttendanceReport>>>(new NoCalendar());
}
