using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Teams.Connector;

namespace Klynge.Application.Ports;

/// <summary>The attendance reports that Teams makes of a meeting some minutes after it has ended.</summary>
/// <remarks>
/// An outage is a <see cref="CalendarUnavailableException"/>; what is no outage is an error: <see cref="ReportNotReady"/>,
/// <see cref="CalendarAccessDenied"/>, <see cref="NoCalendar"/>.
/// </remarks>
public interface IAttendanceReports
{
    /// <summary>
    /// All reports of an online meeting with their records. There are several when the meeting was ended and opened again, and when the
    /// online meeting is that of a series; the caller chooses by time.
    /// </summary>
    /// <returns>
    /// <see cref="ReportNotReady"/> while Graph answers 404 or has no report at all. A channel meeting never gets any.
    /// </returns>
    Task<Result<IReadOnlyList<AttendanceReport>>> ReadAsync(OnlineMeetingKey meeting, CancellationToken cancellationToken);
}

/// <summary>What the channel tells a bot of the meeting in whose chat it is.</summary>
public interface ITeamsMeetings
{
    /// <param name="serviceUrl">Where the channel is asked.</param>
    /// <param name="meetingId">The channel's id of the meeting.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null when the bot is not in such a meeting, or may not know of it.</returns>
    /// <exception cref="CalendarUnavailableException">The channel did not answer: ask again later.</exception>
    Task<MeetingDetails?> ReadAsync(string serviceUrl, string meetingId, CancellationToken cancellationToken);
}

/// <summary>One meeting in Teams, which all occurrences of a series share.</summary>
/// <param name="OrganizerId">Entra object id of the organizer, in whose name Graph keeps the online meeting. Lower case.</param>
/// <param name="JoinUrl">The link to join by, exactly as Teams wrote it: Graph finds the online meeting by comparing it.</param>
public sealed record OnlineMeetingKey(string OrganizerId, string JoinUrl);
