using Klynge.Domain.Calendar;

namespace Klynge.Domain.Forums;

/// <summary>How well written words name somebody. A later value is a better fit.</summary>
public enum NameFit
{
    None,

    /// <summary>A slip or two away: "Mehmed Yildis". Good enough to ask about, never to act on.</summary>
    Near,

    /// <summary>Beginnings of the name's parts: "Tina Lu".</summary>
    Beginnings,

    /// <summary>Some of the name's parts, or their initials: "Peter Thorup", "C. Bilde", "Gitte".</summary>
    Parts,

    /// <summary>The whole name, whatever its capitals, accents and hyphens: "lise lotte damgaard".</summary>
    Whole,
}

/// <summary>Compares written words with the names of people. Whether a fit is good enough, and unique, is the caller's to say.</summary>
public static class PersonNames
{
    private const int MaxInitials = 4;
    private const int MinWithTwoSlips = 6;

    private static readonly (NameFit Fit, Func<string, string, bool> Matches)[] Tests =
    [
        (NameFit.Parts, IsPart),
        (NameFit.Beginnings, (word, part) => IsPart(word, part) || (word.Length > 1 && part.StartsWith(word, StringComparison.Ordinal))),
        (NameFit.Near, (word, part) => IsPart(word, part) || IsNear(word, part)),
    ];

    /// <summary>"Lise-Lotte Damgaard" is lise, lotte, damgaard: folded, without hyphens, full stops and brackets.</summary>
    public static IReadOnlyList<string> Parts(string? text)
    {
        var folded = DanishText.Fold(text);
        var separators = folded.Where(letter => !char.IsLetterOrDigit(letter)).Distinct().ToArray();
        return folded.Split(separators, StringSplitOptions.RemoveEmptyEntries);
    }

    public static NameFit Fit(string? written, string? name) => Fit(written ?? string.Empty, Parts(written), Parts(name));

    /// <summary>The same, where words and name have been cut into their parts before.</summary>
    /// <param name="atLeast">What fits less well than this is none.</param>
    public static NameFit Fit(string written, IReadOnlyList<string> words, IReadOnlyList<string> parts, NameFit atLeast = NameFit.Near)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(parts);
        if (words.Count == 0 || parts.Count == 0)
            return NameFit.None;
        if (string.Concat(words) == string.Concat(parts))
            return NameFit.Whole;
        if (IsInitials(written, parts))
            return NameFit.Parts;
        if (words.Max(word => word.Length) < 2)
            return NameFit.None;

        IReadOnlyList<string> surnameFirst = [.. words.Skip(1), words[0]]; // "Bilde, Christina"
        foreach (var (fit, matches) in Tests)
        {
            if (fit >= atLeast && (InOrder(words, parts, matches) || InOrder(surnameFirst, parts, matches)))
                return fit;
        }

        return NameFit.None;
    }

    // "PAT" and "P.A.T." for Peter Aaby Thorup, in capitals: in small letters they would be words.
    private static bool IsInitials(string written, IReadOnlyList<string> parts)
    {
        var letters = string.Concat(written.Where(char.IsLetter));
        return letters.Length is > 1 and <= MaxInitials
            && letters.All(char.IsUpper)
            && written.All(letter => char.IsUpper(letter) || letter is '.' or ' ')
            && DanishText.Fold(letters) == string.Concat(parts.Select(part => part[0]));
    }

    // "Gittes" in »på Gittes vegne« is Gitte.
    private static bool IsPart(string word, string part) =>
        word == part
        || (word.Length == 1 && word[0] == part[0])
        || (word.Length == part.Length + 1 && word[^1] == 's' && word.StartsWith(part, StringComparison.Ordinal));

    // "Yildis" is Yildiz, "Agneska" may be Agnieszka; "Sanne" is not Signe: two slips in a short name make another name of it.
    private static bool IsNear(string word, string part) => word.Length > 2 && Math.Abs(word.Length - part.Length) <= 2 && EditDistance.Between(word, part) switch
    {
        <= 1 => true,
        2 => word[0] == part[0] && Math.Min(word.Length, part.Length) >= MinWithTwoSlips,
        _ => false,
    };

    /// <summary>Every word has its part, in the name's order; one word may stand for two parts that a hyphen joins ("Liselotte").</summary>
    private static bool InOrder(IReadOnlyList<string> words, IReadOnlyList<string> parts, Func<string, string, bool> matches)
    {
        var part = 0;
        foreach (var word in words)
        {
            while (part < parts.Count && !matches(word, parts[part]) && !IsJoined(word, parts, part))
                part++;
            if (part == parts.Count)
                return false;
            part += IsJoined(word, parts, part) ? 2 : 1;
        }

        return true;
    }

    private static bool IsJoined(string word, IReadOnlyList<string> parts, int at) =>
        at + 1 < parts.Count && word.Length == parts[at].Length + parts[at + 1].Length && word == parts[at] + parts[at + 1];
}
