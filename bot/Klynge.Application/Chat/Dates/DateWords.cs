using System.Collections.Frozen;

namespace Klynge.Application.Chat.Dates;

/// <summary>The words of dates, folded, Danish first and then the English aliases.</summary>
internal static class DateWords
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
    public static FrozenDictionary<string, int> ShortWeekdays { get; } = Table(
        "man mon", "tir tirs tue", "ons wed", "tor tors thu", "fre fri", "loer sat", "soen sun");

    /// <summary>The numbers that people write out in "om fjorten dage".</summary>
    public static FrozenDictionary<string, int> Numbers { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["en"] = 1, ["et"] = 1, ["a"] = 1, ["an"] = 1, ["one"] = 1, ["to"] = 2, ["two"] = 2, ["tre"] = 3, ["three"] = 3, ["fire"] = 4, ["four"] = 4,
        ["fem"] = 5, ["five"] = 5, ["seks"] = 6, ["six"] = 6, ["syv"] = 7, ["seven"] = 7, ["otte"] = 8, ["eight"] = 8, ["ni"] = 9, ["nine"] = 9,
        ["ti"] = 10, ["ten"] = 10, ["elleve"] = 11, ["tolv"] = 12, ["fjorten"] = 14, ["fourteen"] = 14,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenDictionary<string, int> Table(params string[] rows) => rows
        .SelectMany((row, index) => row.Split(' ').Select(word => (word, number: index + 1)))
        .ToFrozenDictionary(entry => entry.word, entry => entry.number, StringComparer.Ordinal);
}
