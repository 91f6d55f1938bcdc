using NodaTime;

namespace Klynge.Domain.Calendar;

/// <summary>How long is left until a deadline or a meeting, as people say it.</summary>
public static class DanishCountdown
{
    /// <summary>"i dag", "i morgen", "i overmorgen", "om 3 dage"; behind: "i går", "i forgårs", "for 3 dage siden".</summary>
    public static string Days(LocalDate date, LocalDate today) => Period.DaysBetween(today, date) switch
    {
        0 => "i dag",
        1 => "i morgen",
        2 => "i overmorgen",
        -1 => "i går",
        -2 => "i forgårs",
        > 0 and var ahead => $"om {DanishFormat.Number(ahead)} dage",
        var behind => $"for {DanishFormat.Number(-behind)} dage siden",
    };

    /// <summary>
    /// "i dag kl. 12.00", "i morgen kl. 09.00", and from the day after tomorrow only the days: "om 3 dage". Midnight belongs to the day
    /// that ends: "i dag kl. 24.00". Days are Danish calendar days, so the hour that summer time takes or gives changes nothing.
    /// </summary>
    public static string Remaining(Instant deadline, Instant now)
    {
        var today = DanishTime.ToDanish(now).Date;
        var moment = DanishTime.ToDanish(deadline);
        var (day, time) = moment.TimeOfDay == LocalTime.Midnight
            ? (moment.Date.PlusDays(-1), ClockTime.Midnight)
            : (moment.Date, ClockTime.Of(moment.TimeOfDay));
        var words = Days(day, today);
        return Math.Abs(Period.DaysBetween(today, day)) <= 1 ? $"{words} kl. {DanishFormat.Time(time)}" : words;
    }
}
