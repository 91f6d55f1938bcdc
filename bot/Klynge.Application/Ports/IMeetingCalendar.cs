using Klynge.Domain.Common;
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
