using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
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

public readonly record struct MeetingId(Guid Value) : IRecordId
{
    public static MeetingId New() => new(Guid.CreateVersion7());
}

/// <summary>How far a meeting has come. The order is the order of its life; <see cref="Cancelled"/> can follow any but <see cref="Held"/>.</summary>
public enum MeetingStatus
{
    /// <summary>Planlagt: the date is set, the agenda is being made.</summary>
    Planned = 1,

    /// <summary>Udsendt: the agenda has gone out; what changes from now on is marked.</summary>
    AgendaSent = 2,

    /// <summary>I gang.</summary>
    InProgress = 3,

    /// <summary>Afholdt.</summary>
    Held = 4,

    /// <summary>Aflyst.</summary>
    Cancelled = 5,
}
