using Klynge.Domain.Attendance;
using Klynge.Domain.Common;

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
