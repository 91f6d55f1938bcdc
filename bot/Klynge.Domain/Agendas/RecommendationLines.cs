using System.Text.RegularExpressions;
using Klynge.Domain.Calendar;

namespace Klynge.Domain.Agendas;

/// <summary>
/// Reads recommendations out of a box with one on each line. What was pasted from a document keeps its order and loses what the card prints
/// itself: the numbers (»1. godkender …«, »2) drøfter …«, »• orienterer«) and the heading (»Det indstilles, at Chefforum:«).
/// »1. marts er fristen« and »1.200 kr. bevilges« are no numbers of a list.
/// </summary>
public static partial class RecommendationLines
{
    public static IReadOnlyList<string> Read(string? text)
    {
        var lines = DanishText.CleanLines(text).Split('\n').Select(DanishText.Clean).Where(line => line.Length > 0).ToList();
        if (lines.Count > 1 && Heading().IsMatch(lines[0]))
            lines.RemoveAt(0);

        return lines.ConvertAll(WithoutNumber);
    }

    private static string WithoutNumber(string line)
    {
        var match = Number().Match(line);
        return match.Success && line.Length > match.Length && !Month().IsMatch(line[match.Length..]) ? line[match.Length..] : line;
    }

    /// <summary>»1.«, »1)«, »(1)«, »1:«, »a)«, »•«, »- «, each with a blank behind it.</summary>
    [GeneratedRegex(@"^(\(?\d{1,2}[.):]+|\(?[a-zæøå][)]|[•●▪◦·*–-])\s+", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"^(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|(jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec)\.)\b?", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Month();

    [GeneratedRegex(@"^(indstilling(en|er)?\s*:?|(det|der) indstilles(,? at)?( [^,.:]{1,80})?\s*[:…]*|(sekretariatet|formandskabet) indstiller(,? at)?( [^,.:]{1,80})?\s*[:…]*)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();
}
