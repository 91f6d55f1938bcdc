using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Domain.Meetings;

/// <summary>When a meeting is, as it stands in a calendar: Danish date and clock times. »kl. 14« stays 14 whatever the clock does in March.</summary>
/// <param name="Date">Danish date.</param>
/// <param name="Start">Danish clock time.</param>
/// <param name="End">Danish clock time, after <paramref name="Start"/> on the same day; null where none is set.</param>
public sealed record MeetingTime(LocalDate Date, LocalTime Start, LocalTime? End)
{
    public Instant StartInstant => DanishTime.ToInstant(Date, Start);

    /// <summary>The end, or two hours after the start where none is set.</summary>
    public Instant EndInstant => End is { } end ? DanishTime.ToInstant(Date, end) : StartInstant + Duration.FromHours(2);
}
