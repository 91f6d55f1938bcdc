using System.Globalization;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using NodaTime;

namespace Klynge.Domain.Deadlines;

/// <summary>
/// A deadline's own plan in place of its forum's: how many days before it is called to mind, at 8.00, the furthest first; 0 is the day
/// itself. Valid by construction.
/// </summary>
public sealed record ReminderDays
{
    /// <summary>More than this teaches people to overlook them.</summary>
    public const int Most = 10;

    private ReminderDays(IEnumerable<int> days) =>
        Text = string.Join(", ", days.Distinct().OrderDescending().Select(day => day.ToString(CultureInfo.InvariantCulture)));

    /// <summary>"14, 7, 1, 0", as it is stored and read.</summary>
    public string Text { get; }

    public IReadOnlyList<int> Days => [.. Text.Split(", ").Select(day => int.Parse(day, CultureInfo.InvariantCulture))];

    /// <returns>The plan, or <see cref="ReminderDaysUnknown"/>.</returns>
    public static Result<ReminderDays> Parse(string? written)
    {
        var clean = DanishText.Clean(written);
        var words = clean.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);
        var days = new List<int>(words.Length);
        foreach (var word in words)
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var day) || day > TimeLimit.MaxCount)
                return new ReminderDaysUnknown(DanishText.Shorten(clean, 60));

            days.Add(day);
        }

        return days.Count is 0 or > Most ? new ReminderDaysUnknown(DanishText.Shorten(clean, 60)) : new ReminderDays(days);
    }

    public override string ToString() => Text;

    /// <summary>As the forum's plan has them.</summary>
    internal IReadOnlyList<TimeLimit> ToLimits() =>
        [.. Days.Select(day => TimeLimit.Create(day, TimeLimitUnit.Days, ClockTime.Of(DeadlineReminders.UsualTime)).Value)];
}

/// <summary>When a forum is reminded of its deadlines. Data, in the board file.</summary>
public sealed record DeadlineReminders
{
    /// <summary>The forum has set none: the same object, so that what is a default can be left out of the board file.</summary>
    public static DeadlineReminders Usual { get; } = new();

    /// <summary>Counted back from the day of the deadline: 30, 14, 7, 3 and 1 days before and the day itself, at 8.00.</summary>
    public IReadOnlyList<TimeLimit> Before { get; init; } = AtEight(30, 14, 7, 3, 1, 0);

    /// <summary>
    /// For a meeting's own deadlines, which come with every meeting: 7, 3 and 1 days before and the day itself. A month ahead there is
    /// nothing to do about an agenda, and four times as many reminders would teach people to overlook them.
    /// </summary>
    public IReadOnlyList<TimeLimit> BeforeOfMeetings { get; init; } = AtEight(7, 3, 1, 0);

    /// <summary>How many days after the deadline it is called to mind daily, before the chairs are told; 0 for never.</summary>
    public int OverdueDays { get; init; } = 7;

    /// <summary>The time of day where a reminder names none, and of the overdue ones.</summary>
    public static LocalTime UsualTime => new(8, 0);

    public bool Equals(DeadlineReminders? other) =>
        other is not null && Before.SequenceEqual(other.Before) && BeforeOfMeetings.SequenceEqual(other.BeforeOfMeetings)
        && OverdueDays == other.OverdueDays;

    public override int GetHashCode() => HashCode.Combine(Before.Count, BeforeOfMeetings.Count, OverdueDays);

    private static TimeLimit[] AtEight(params ReadOnlySpan<int> days)
    {
        var limits = new TimeLimit[days.Length];
        for (var index = 0; index < days.Length; index++)
            limits[index] = TimeLimit.Create(days[index], TimeLimitUnit.Days, ClockTime.Of(UsualTime)).Value;

        return limits;
    }
}
