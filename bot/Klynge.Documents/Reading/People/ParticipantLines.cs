using System.Text.RegularExpressions;
using Klynge.Documents.Layout;
using Klynge.Documents.Reading.Heads;

namespace Klynge.Documents.Reading.People;

/// <summary>Splits a line or a table cell into one entry per person: by line, by semicolon, by comma between names, or where a run of text has lost all of them.</summary>
internal static partial class ParticipantLines
{
    private const int MaxCellLength = 6000;

    public static IReadOnlyList<string> Split(string text)
    {
        if (text.Length > MaxCellLength)
            return [text];

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. lines.SelectMany(SplitLine).Where(entry => entry.Length > 0)];
    }

    private static IEnumerable<string> SplitLine(string line)
    {
        var text = ListLabel.Read(line) is { Text.Length: > 0 } label ? label.Text : line;
        if (text.Contains(';', StringComparison.Ordinal))
            return text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        var pieces = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Length > 1 && Array.TrueForAll(pieces, piece => piece == "og" || ParticipantWords.IsInitials(piece)))
            return pieces.Where(piece => piece != "og");

        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        if (colon > 0 && (ParticipantWords.IsOrganisation(text[..colon]) || GroupHeading.IsOrigin(text[..colon])) && !text[..colon].Contains(',', StringComparison.Ordinal))
        {
            // "Vest Kommune: Eva Bang, Bo Friis": the organisation holds for all who follow.
            var origin = From().Replace(text[..colon], "");
            return SplitAtCommas(text[(colon + 2)..]).Select(name => $"{name}, {origin}");
        }

        var names = SplitAtCommas(text);
        return names.Count > 1 ? names : RunOn(text);
    }

    /// <summary>"Jane Hansen, Bo Friis (Vest Kommune), Ole Bang": a comma parts two people when a name with a surname stands after it.</summary>
    private static List<string> SplitAtCommas(string text)
    {
        var entries = new List<string>();
        foreach (var piece in Commas().Split(LastAnd().Replace(text, ", ")))
        {
            var name = Brackets().Replace(piece, "").Trim();
            var title = ParticipantWords.TitleBefore(name);
            name = title.Success ? name[title.Length..] : name;
            var isPerson = ParticipantWords.IsName(name) && name.Contains(' ', StringComparison.Ordinal);
            if (entries.Count == 0 || isPerson)
                entries.Add(piece.Trim());
            else
                entries[^1] += ", " + piece.Trim();
        }

        return entries;
    }

    /// <summary>
    /// "Eva Bang – chef Vest Kommune Ole Lind - konsulent Region Øst": each dash follows a name, and the name follows the organisation of the one before.
    /// </summary>
    private static List<string> RunOn(string text)
    {
        var dashes = Dashes().Matches(text);
        if (dashes.Count < 2 || text.Length < 60)
            return [text];

        var entries = new List<string>();
        var start = 0;
        for (var at = 0; at + 1 < dashes.Count; at++)
        {
            var after = dashes[at].Index + dashes[at].Length;
            var between = text[after..dashes[at + 1].Index];
            var name = NameAtEnd(between);
            if (name > 0)
            {
                entries.Add(text[start..(after + name)].Trim());
                start = after + name;
            }
        }

        entries.Add(text[start..].Trim());
        return entries;
    }

    /// <summary>Where the name begins that ends a run of title, organisation and name; 0 where there is none.</summary>
    private static int NameAtEnd(string between)
    {
        var capital = FirstCapital().Match(between);
        if (!capital.Success)
            return 0;

        var organisation = ParticipantWords.OrganisationAtStart(between[capital.Index..]);
        var from = capital.Index + (organisation.Success ? organisation.Length : 0);
        var bracket = Bracketed().Match(between, from);
        from += bracket.Success && bracket.Index == from ? bracket.Length : 0;
        if (organisation.Success && ParticipantWords.IsName(between[from..].Trim()))
            return from;

        var last = LastWords().Match(between);
        return last.Success ? last.Index : 0;
    }

    [GeneratedRegex(@"(?<!-),\s*(?![^()]{0,200}\))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Commas();

    [GeneratedRegex(@"^(fra|for)\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex From();

    [GeneratedRegex(@"\s+(og|samt)\s+(?=\p{Lu}[\p{L}.'-]+(\s+\p{Lu}[\p{L}.'-]+){1,3}\s*(\([^()]*\))?\s*\.?$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastAnd();

    [GeneratedRegex(@"\([^()]*\)|\s+[-–]\s+(afbud|fraværende).*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Brackets();

    [GeneratedRegex(@"\s[-–—]\s", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dashes();

    [GeneratedRegex(@"(?<!\p{L})\p{Lu}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FirstCapital();

    [GeneratedRegex(@"\s*\([^()]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"(?<=\s)\p{Lu}[\p{L}.'-]+ \p{Lu}[\p{L}.'-]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LastWords();
}
