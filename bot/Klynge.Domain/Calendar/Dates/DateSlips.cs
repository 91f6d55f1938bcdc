using System.Collections.Frozen;

namespace Klynge.Domain.Calendar.Dates;

/// <summary>
/// The month or the weekday that a word is one slip of the keyboard away from: "febuar", "apirl", "tirsdga". Only for words in the place
/// of one: "3. febuar", "tirsdga d. 12/1". What is as near to two names is neither: "trsdag" may be tirsdag or torsdag.
/// </summary>
internal static class DateSlips
{
    private const int MinLength = 4;

    /// <summary>Words of their own, although a name is near.</summary>
    private static readonly FrozenSet<string> Words = FrozenSet.Create(StringComparer.Ordinal, "mandat", "fridag", "parts", "julie", "marta", "mats");

    private static readonly string[] Months = [.. DanishNames.Months.Select(DanishText.Fold)];
    private static readonly string[] Weekdays = [.. DanishNames.Weekdays.Select(DanishText.Fold)];

    /// <summary>1 to 12; null for none, and where two are as near.</summary>
    internal static int? Month(string word) => Near(word, Months) is [var only] ? only : null;

    /// <summary>1 is Monday; several where the slip may be of either.</summary>
    internal static IReadOnlyList<int> WeekdaysNear(string word) => Near(word, Weekdays);

    /// <summary>Whether a word is a longer one with one slip; "påskedage" goes on and is another.</summary>
    internal static bool IsSlipOf(string word, string meant) => word.Length >= MinLength && word != meant
        && Math.Abs(word.Length - meant.Length) <= 1
        && !word.StartsWith(meant, StringComparison.Ordinal)
        && !Words.Contains(word)
        && EditDistance.Between(word, meant) == 1;

    private static List<int> Near(string word, string[] names) =>
        [.. Enumerable.Range(1, names.Length).Where(number => names[number - 1].Length >= MinLength && IsSlipOf(word, names[number - 1]))];
}
