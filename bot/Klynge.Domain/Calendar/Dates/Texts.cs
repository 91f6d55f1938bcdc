using NodaTime;

namespace Klynge.Domain.Calendar.Dates;

/// <summary>What is said about dates that cannot be read off.</summary>
internal static class Texts
{
    public static string IsPast(LocalDate date) =>
        $"{DanishFormat.Capitalised(DanishFormat.Date(date))} er passeret. Hvilken dag mener du?";

    public static string NoSuchYear(int year) => $"Årstallet {year} kan ikke passe. Skriv datoen igen, fx »30. april 2027«.";

    public static string NoSuchMonth(int month) => $"Der er ingen måned nummer {month}. Skriv datoen igen, fx »30/4«.";

    public static string NoSuchDay(int day, int month) =>
        $"Der er ingen {day}. {DanishNames.Month(month)}. Skriv datoen igen.";

    public static string NoSuchDay(int day) => $"Der er ingen måned med en {day}. dag. Skriv datoen igen.";

    public static string NoSuchNth(int number, string day, YearMonth month) =>
        $"Der er ingen {number}. {day} i {DanishNames.Month(month.Month)} {month.Year}. Skriv datoen igen.";

    public static string NotALeapYear(int year, int next) =>
        $"Der er ingen 29. februar i {year}; den næste er i {next}. Skriv en anden dato, eller skriv årstallet med.";

    public static string NoSuchWeek(int week) => $"Der er ingen uge {week}: et år har uge 1 til 52 og nogle gange 53. Skriv ugen igen.";

    public static string NoWeek53(int year) => $"Der er ingen uge 53 i {year}. Skriv en anden uge eller en dato.";

    public static string TooFarAhead(int number) => $"{DanishFormat.Number(number)} er for langt ude i fremtiden. Skriv datoen i stedet.";

    public static string WhichDayOfWeek(int week, LocalDate monday) =>
        $"Uge {week} går fra {DanishFormat.Date(monday)} til {DanishFormat.Date(monday.PlusDays(6))}. Hvilken dag mener du?";

    public static string TodayOrNext(LocalDate today) =>
        $"I dag er det {DanishNames.Weekday(today.DayOfWeek)}. Mener du i dag eller {DanishFormat.Date(today.PlusWeeks(1))}?";

    public static string WhichWeekday(LocalDate first, LocalDate second) =>
        $"Mener du {DanishFormat.Date(first)} eller {DanishFormat.Date(second)}?";

    public static string WeekdayMismatch(LocalDate date, IsoDayOfWeek said) =>
        $"{DanishFormat.Capitalised(DanishFormat.PlainDate(date))} er en {DanishNames.Weekday(date.DayOfWeek)}, "
        + $"ikke en {DanishNames.Weekday(said)}. Hvilken dag mener du?";

    public static string EightDays(LocalDate week, LocalDate days) =>
        $"»Om 8 dage« kan både være om en uge og om otte dage. {WhichWeekday(week, days)}";

    public static string NoSuchTime(int hour, int minute) => hour == 24 && minute == 0
        ? "Kl. 24.00 er døgnets slutning. Skriv kl. 23.59, eller kl. 00.00 dagen efter."
        : $"Der er ikke noget klokkeslæt, der hedder {hour:00}.{minute:00}. Skriv tiden igen, fx »kl. 14.30«.";

    public static string EndsBeforeStart(LocalTime start, LocalTime end) =>
        $"Sluttidspunktet kl. {DanishFormat.Time(end)} skal være senere end starttidspunktet "
        + $"kl. {DanishFormat.Time(start)}. Skriv tiderne igen.";
}
