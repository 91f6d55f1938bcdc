using System.Globalization;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;

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
            {
                return new ReminderDaysUnknown(DanishText.Shorten(clean, 60));
            }

            days.Add(day);
        }

        return days.Count is 0 or > Most ? new ReminderDaysUnknown(DanishText.Shorten(clean, 60)) : new ReminderDays(days);
    }

    public override string ToString() => Text;

    /// <summary>As the forum's plan has them.</summary>
    internal IReadOnlyList<TimeLimit> ToLimits() =>
        [.. Days.Select(day => TimeLimit.Create(day, TimeLimitUnit.Days, ClockTime.Of(DeadlineReminders.UsualTime)).Value)];
}
