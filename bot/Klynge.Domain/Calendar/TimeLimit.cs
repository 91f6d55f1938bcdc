using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.Calendar;

/// <summary>
/// A time limit of the rules of procedure, counted from a meeting: "5 hverdage før", "11 dage før kl. 24.00". The meeting day itself is
/// not counted. Without a time of day the whole last day is within the limit.
/// </summary>
public sealed record TimeLimit
{
    /// <summary>A year; a longer limit is a slip of the keyboard.</summary>
    public const int MaxCount = 366;

    private TimeLimit(int count, TimeLimitUnit unit, ClockTime? at) => (Count, Unit, At) = (count, unit, at);

    public int Count { get; }

    public TimeLimitUnit Unit { get; }

    public ClockTime? At { get; }

    /// <returns>The limit, or <see cref="TimeLimitOutOfRange"/> for less than 0 or more than <see cref="MaxCount"/>.</returns>
    public static Result<TimeLimit> Create(int count, TimeLimitUnit unit, ClockTime? at = null) =>
        count is < 0 or > MaxCount ? new TimeLimitOutOfRange(count) : new TimeLimit(count, unit, at);

    /// <summary>The last day within a limit that ends before the meeting; the day to show.</summary>
    public LocalDate DayBefore(LocalDate meeting) => Move(meeting, -Count);

    /// <summary>The last day within a limit that ends after the meeting; the day to show.</summary>
    public LocalDate DayAfter(LocalDate meeting) => Move(meeting, Count);

    /// <summary>The first instant that is too late, for a limit that ends before the meeting.</summary>
    public Instant Before(LocalDate meeting) => EndOn(DayBefore(meeting));

    /// <summary>The first instant that is too late, for a limit that ends after the meeting.</summary>
    public Instant After(LocalDate meeting) => EndOn(DayAfter(meeting));

    /// <summary>As a Danish sentence has it before "før mødet": "5 hverdage", "11 dage kl. 24.00".</summary>
    public override string ToString()
    {
        var (one, many) = Unit == TimeLimitUnit.Days ? ("dag", "dage") : ("hverdag", "hverdage");
        var saturday = Unit == TimeLimitUnit.WorkdaysWithSaturday ? " (lørdag talt med)" : "";
        return DanishFormat.Count(Count, one, many) + saturday + (At is { } at ? $" kl. {DanishFormat.Time(at)}" : "");
    }

    private Instant EndOn(LocalDate day) => DanishTime.ToInstant((At ?? ClockTime.Midnight).On(day));

    private LocalDate Move(LocalDate date, int count) => Unit switch
    {
        TimeLimitUnit.Days => date.PlusDays(count),
        TimeLimitUnit.Workdays => Workdays.Add(date, count),
        TimeLimitUnit.WorkdaysWithSaturday => Workdays.Add(date, count, saturdayCounts: true),
        _ => throw new InvalidOperationException($"No such unit: {Unit}."),
    };
}

/// <summary>What a forum's rules of procedure count a time limit in.</summary>
public enum TimeLimitUnit
{
    /// <summary>Calendar days; a week is seven of them.</summary>
    Days,

    /// <summary>Hverdage, Monday to Friday.</summary>
    Workdays,

    /// <summary>Hverdage, Saturday counted.</summary>
    WorkdaysWithSaturday,
}
