using NodaTime;

namespace Klynge.Domain.Calendar;

/// <summary>
/// The Danish names of days and months, our own: what .NET's cultures answer depends on the ICU library of the machine, and with
/// InvariantGlobalization it is English. Abbreviations follow Retskrivningsordbogen.
/// </summary>
public static class DanishNames
{
    public static IReadOnlyList<string> Months { get; } =
        ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"];

    /// <summary>"maj" is whole already and has no full stop.</summary>
    public static IReadOnlyList<string> ShortMonths { get; } =
        ["jan.", "feb.", "mar.", "apr.", "maj", "jun.", "jul.", "aug.", "sep.", "okt.", "nov.", "dec."];

    /// <summary>From Monday, as the ISO week has it.</summary>
    public static IReadOnlyList<string> Weekdays { get; } =
        ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

    public static IReadOnlyList<string> ShortWeekdays { get; } = ["man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn."];

    /// <param name="month">1 to 12.</param>
    public static string Month(int month) => Months[month - 1];

    public static string ShortMonth(int month) => ShortMonths[month - 1];

    public static string Weekday(IsoDayOfWeek day) => Weekdays[(int)day - 1];

    public static string ShortWeekday(IsoDayOfWeek day) => ShortWeekdays[(int)day - 1];
}
