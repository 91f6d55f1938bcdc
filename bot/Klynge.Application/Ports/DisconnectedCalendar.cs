using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Application.Ports;

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
