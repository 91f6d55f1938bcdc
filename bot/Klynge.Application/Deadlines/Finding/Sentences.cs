using System.Text.RegularExpressions;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>Cuts a text into sentences, and not at the full stops of »d. 30. april«, »kl. 12«, »bl.a.« and »1. Godkender«.</summary>
internal static partial class Sentences
{
    /// <summary>A text that has lost its full stops is cut anyway, so that the work does not grow with the square of its length.</summary>
    private const int MaxLength = 1_500;

    /// <summary>Looked at before a full stop: more letters than any abbreviation has, so that a long paragraph is not read again and again.</summary>
    private const int MaxAbbreviationLength = 12;

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>The sentences of each paragraph; an entry of a list and a line that begins like a sentence are paragraphs too.</summary>
    internal static IEnumerable<IReadOnlyList<string>> ByParagraph(string text) => Paragraphs()
        .Split(text.ReplaceLineEndings("\n"))
        .Select(DanishText.Clean)
        .Select(paragraph => Cut(paragraph).SelectMany(Pieces).Where(sentence => sentence.Length > 0).ToList());

    private static IEnumerable<string> Cut(string paragraph)
    {
        var start = 0;
        foreach (Match end in Ends().Matches(paragraph))
        {
            if (IsAbbreviation(paragraph[Math.Max(start, end.Index - MaxAbbreviationLength)..(end.Index + 1)]))
                continue;

            yield return paragraph[start..(end.Index + end.Length)].Trim();
            start = end.Index + end.Length;
        }

        yield return paragraph[start..].Trim();
    }

    private static IEnumerable<string> Pieces(string sentence)
    {
        while (sentence.Length > MaxLength)
        {
            var at = sentence.LastIndexOf(' ', MaxLength) is var blank and > 0 ? blank : MaxLength;
            yield return sentence[..at];
            sentence = sentence[at..].TrimStart();
        }

        yield return sentence;
    }

    /// <summary>What stands before the full stop is no word that a sentence ends with: an abbreviation, an initial, or the number of a list.</summary>
    private static bool IsAbbreviation(string soFar) => Abbreviation().IsMatch(soFar);

    /// <summary>An empty line, an entry of a list, or a line that begins a sentence of its own.</summary>
    [GeneratedRegex(@"\n\s*\n|\n(?=\s*([-•*–]\s|\d{1,2}[.)]\s+\p{Lu}))|\n(?=\s*\p{Lu})", Options, 1000)]
    private static partial Regex Paragraphs();

    [GeneratedRegex(@"[.!?][»""”)]?(?=\s+[\p{Lu}»""”(\d])(?!\s+\d{1,2}[./]\s?(\d|jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec))", Options, 1000)]
    private static partial Regex Ends();

    [GeneratedRegex(
        @"(^|[\s(»])(\p{L}|d|den|kl|ca|nr|pkt|jf|bl\.a|f\.eks|fx|evt|inkl|ekskl|mht|vedr|hhv|pr|stk|afd|mio|mia|dr|tlf|maks|min|s\.u|m\.fl|dvs|pga|p\.t|ift|ifm|man|tirs?|ons|tors?|fre|lør|søn|jan|feb|apr|aug|sept?|okt|nov|dec)\.$|^\W*\d{1,2}\.$",
        Options | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex Abbreviation();
}
