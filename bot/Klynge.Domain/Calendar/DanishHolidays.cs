using NodaTime;

namespace Klynge.Domain.Calendar;

/// <summary>
/// The days on which the Danish public administration is closed besides weekends.
/// <para>The holidays (helligdage) are those of the Danish national church: New Year's Day, Maundy Thursday, Good Friday, Easter Sunday
/// and Monday, Ascension Day, Whit Sunday and Monday, Christmas Day and Boxing Day. Store Bededag, the fourth Friday after Easter, was
/// one until and including 2023; it was abolished from 1 January 2024 by lov nr. 214 af 6. marts 2023.</para>
/// <para>5 June (Grundlovsdag), 24 and 31 December are no holidays by law, but regions, municipalities and the state are closed under
/// their working time agreements, and so those days are no working days (hverdage) in rules of procedure either.</para>
/// </summary>
public static class DanishHolidays
{
    private const int LastYearOfStoreBededag = 2023;

    /// <summary>A holiday, or 5 June, 24 or 31 December. Weekends are <see cref="Workdays"/>' concern.</summary>
    public static bool IsClosed(LocalDate date) => NameOf(date) is not null;

    /// <summary>The day's Danish name as a sentence uses it, or null for a day on which the administration is open.</summary>
    public static string? NameOf(LocalDate date) => FixedName(date) ?? MovableName(date);

    /// <summary>
    /// Easter Sunday of a Gregorian year, by the algorithm known as Meeus/Jones/Butcher
    /// (Jean Meeus, Astronomical Algorithms, 2nd edition, chapter 8); valid from 1583.
    /// </summary>
    public static LocalDate Easter(int year)
    {
        var (century, yearOfCentury) = (year / 100, year % 100);
        var golden = year % 19;
        var correction = (century + 8) / 25;
        var epact = ((19 * golden) + century - (century / 4) - ((century - correction + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (yearOfCentury / 4)) - epact - (yearOfCentury % 4)) % 7;
        var exception = (golden + (11 * epact) + (22 * weekday)) / 451;
        var day = epact + weekday - (7 * exception) + 114;
        return new LocalDate(year, day / 31, (day % 31) + 1);
    }

    private static string? FixedName(LocalDate date) => (date.Month, date.Day) switch
    {
        (1, 1) => "nytårsdag",
        (6, 5) => "grundlovsdag",
        (12, 24) => "juleaftensdag",
        (12, 25) => "juledag",
        (12, 26) => "2. juledag",
        (12, 31) => "nytårsaftensdag",
        _ => null,
    };

    private static string? MovableName(LocalDate date) => Period.DaysBetween(Easter(date.Year), date) switch
    {
        -3 => "skærtorsdag",
        -2 => "langfredag",
        0 => "påskedag",
        1 => "2. påskedag",
        26 when date.Year <= LastYearOfStoreBededag => "store bededag",
        39 => "Kristi himmelfartsdag",
        49 => "pinsedag",
        50 => "2. pinsedag",
        _ => null,
    };
}
