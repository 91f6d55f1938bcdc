using NodaTime;

namespace Klynge.Domain.Calendar;

/// <summary>
/// The only way between an instant and what the clock on a Danish wall shows. "Today" is Copenhagen's day: at 23.30 UTC in January
/// it is already tomorrow here, and a deadline "d. 30. april kl. 24" is not one in UTC.
/// </summary>
public static class DanishTime
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Copenhagen"];

    public static LocalDate Today(IClock clock) => Now(clock).Date;

    public static LocalDateTime Now(IClock clock) => ToDanish(clock.GetCurrentInstant());

    public static LocalDateTime ToDanish(Instant instant) => instant.InZone(Zone).LocalDateTime;

    /// <inheritdoc cref="ToInstant(LocalDateTime)"/>
    public static Instant ToInstant(LocalDate date, LocalTime time) => ToInstant(date + time);

    /// <summary>
    /// Lenient, so that no deadline and no meeting is ever without an instant. In the gap of spring (the last Sunday of March has no
    /// 02.30) the time moves forward by the length of the gap, to 03.30. In the overlap of autumn (02.30 comes twice) it is the first.
    /// </summary>
    public static Instant ToInstant(LocalDateTime local) => local.InZoneLeniently(Zone).ToInstant();

    /// <summary>The first instant of a Danish day; the end of a day is the start of the next, an exclusive bound.</summary>
    public static Instant StartOf(LocalDate date) => Zone.AtStartOfDay(date).ToInstant();
}
