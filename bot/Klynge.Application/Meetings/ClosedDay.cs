using Klynge.Domain.Calendar;
using NodaTime;

namespace Klynge.Application.Meetings;

/// <summary>What is said of a date on which the administration is closed: never refused, since the person may mean it.</summary>
internal static class ClosedDay
{
    /// <returns>»Datoen er en lukkedag: juleaftensdag.«, »Datoen er en lørdag.«; null for a hverdag.</returns>
    internal static string? Warning(LocalDate date) => DanishHolidays.NameOf(date) is { } holiday ? Texts.IsHoliday(holiday)
        : IsWeekend(date) ? Texts.IsWeekend(DanishNames.Weekday(date.DayOfWeek))
        : null;

    /// <summary>As <see cref="Warning"/>, of a deadline that follows from a meeting by the rules of procedure: »Fristen for punkter, søndag d. …«.</summary>
    internal static string? WarningOf(string deadline, LocalDate date) => DanishHolidays.NameOf(date) is { } holiday
        ? Texts.DeadlineIsOnHoliday(deadline, date, holiday)
        : IsWeekend(date) ? Texts.DeadlineIsInWeekend(deadline, date)
        : null;

    private static bool IsWeekend(LocalDate date) => date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
