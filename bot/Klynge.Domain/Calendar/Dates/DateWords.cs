using System.Collections.Frozen;

namespace Klynge.Domain.Calendar.Dates;

/// <summary>The words of dates, folded, Danish first and then the English aliases.</summary>
public static class DateWords
{
    /// <summary>1 to 12.</summary>
    public static FrozenDictionary<string, int> Months { get; } = Table(
        "januar jan january",
        "februar feb february",
        "marts mar march",
        "april apr",
        "maj may",
        "juni jun june",
        "juli jul july",
        "august aug",
        "september sep sept",
        "oktober okt october oct",
        "november nov",
        "december dec");

    /// <summary>1 is Monday.</summary>
    public static FrozenDictionary<string, int> Weekdays { get; } = Table(
        "mandag monday", "tirsdag tuesday", "onsdag wednesday", "torsdag thursday", "fredag friday", "loerdag saturday", "soendag sunday");

    /// <summary>Only before a date: "man" and "for" are words of their own.</summary>
    internal static FrozenDictionary<string, int> ShortWeekdays { get; } = Table(
        "man mon", "tir tirs tue", "ons wed", "tor tors thu", "fre fri", "loer sat", "soen sun");

    /// <summary>The numbers that people write out in "om fjorten dage".</summary>
    internal static FrozenDictionary<string, int> Numbers { get; } = Table(
        "en et a an one",
        "to two",
        "tre three",
        "fire four",
        "fem five",
        "seks six",
        "syv seven",
        "otte eight",
        "ni nine",
        "ti ten",
        "elleve eleven",
        "tolv twelve",
        "tretten thirteen",
        "fjorten fourteen");

    /// <summary>"den fjortende", "første tirsdag": 1 to 31.</summary>
    internal static FrozenDictionary<string, int> Ordinals { get; } = Table(
        "foerste first",
        "anden andet second",
        "tredje tredie third",
        "fjerde fourth",
        "femte fifth",
        "sjette",
        "syvende",
        "ottende",
        "niende",
        "tiende",
        "ellevte elvte",
        "tolvte",
        "trettende",
        "fjortende",
        "femtende",
        "sekstende",
        "syttende",
        "attende",
        "nittende",
        "tyvende",
        "enogtyvende",
        "toogtyvende",
        "treogtyvende",
        "fireogtyvende",
        "femogtyvende",
        "seksogtyvende",
        "syvogtyvende",
        "otteogtyvende",
        "niogtyvende",
        "tredivte",
        "enogtredivte");

    private static FrozenDictionary<string, int> Table(params string[] rows) => rows
        .SelectMany((row, index) => row.Split(' ').Select(word => (word, number: index + 1)))
        .ToFrozenDictionary(entry => entry.word, entry => entry.number, StringComparer.Ordinal);
}
