using System.Collections.Concurrent;
using Klynge.Application.Ports;
using Klynge.Domain.Attendance;
using Klynge.Domain.Common;
using Klynge.Teams.Connector;
using NodaTime;

namespace Klynge.Application.Tests.Invitations;

/// <summary>Outlook and Teams at the edge: what a test puts there is what is read.</summary>
internal sealed class FakeCalendar : IMeetingCalendar, IAttendanceReports, ITeamsMeetings
{
    internal ConcurrentDictionary<CalendarEventKey, CalendarEvent> Events { get; } = [];

    internal List<AttendanceReport> Reports { get; } = [];

    /// <summary>What Teams says of the meeting; null for nothing.</summary>
    internal MeetingDetails? Details { get; set; }

    /// <summary>Thrown by the next so many readings.</summary>
    internal int Outages;

    internal Error? Refusal { get; set; }

    internal int Readings;

    public bool IsConnected { get; set; } = true;

    public Task<Result<CalendarEvent>> ReadAsync(CalendarEventKey key, CancellationToken cancellationToken)
    {
        Answer();
        return Task.FromResult<Result<CalendarEvent>>(
            Refusal is { } error ? error : Events.TryGetValue(key, out var found) ? found : new EventNotFound());
    }

    public Task<Result<IReadOnlyList<CalendarEvent>>> FindAsync(
        OnlineMeetingKey meeting, Instant from, Instant until, CancellationToken cancellationToken)
    {
        Answer();
        CalendarEvent[] events =
            [.. Events.Values.Where(one => one.OnlineMeeting == meeting && one.End > from && one.Start < until).OrderBy(one => one.Start)];
        return Task.FromResult(Answer(events));
    }

    public Task<Result<IReadOnlyList<AttendanceReport>>> ReadAsync(OnlineMeetingKey meeting, CancellationToken cancellationToken)
    {
        Answer();
        return Task.FromResult(Reports.Count == 0 && Refusal is null ? new ReportNotReady() : Answer(Reports.ToArray()));
    }

    public Task<MeetingDetails?> ReadAsync(string serviceUrl, string meetingId, CancellationToken cancellationToken) =>
        Task.FromResult(Details);

    private Result<IReadOnlyList<T>> Answer<T>(T[] found) => Refusal is { } error ? error : found;

    private void Answer()
    {
        Interlocked.Increment(ref Readings);
        if (Interlocked.Decrement(ref Outages) >= 0)
            throw new CalendarUnavailableException("503");
    }
}
