using System.Text;
using System.Text.RegularExpressions;

namespace Klynge.Documents.Layout;

/// <summary>Brings characters to one form: what a PDF, an export or a hostile file puts into text and nobody sees or wants.</summary>
internal static partial class CharacterCleaner
{
    public static string Clean(string line)
    {
        var clean = Characters(line);
        return clean.Contains('*', StringComparison.Ordinal) && clean.Length < 4000 ? Emphasis().Replace(clean, "${text}") : clean;
    }

    /// <summary>Only the characters; marks of emphasis stay.</summary>
    public static string Characters(string line) => Letters(line).Normalize(NormalizationForm.FormC).TrimEnd();

    /// <summary>The characters of a part of a line, whose blanks at its ends stay.</summary>
    public static string Letters(string part)
    {
        if (part.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0)
            return part;

        var text = new StringBuilder(part.Length);
        foreach (var rune in part.EnumerateRunes())
            text.Append(Replacement(rune));

        return text.ToString();
    }

    /// <summary>Runs of blanks are one blank, as on the page.</summary>
    public static string Collapse(string text) => Blanks().Replace(text.Trim(), " ");

    private static string Replacement(Rune rune) => rune.Value switch
    {
        '\t' or '\f' or '\n' => rune.ToString(),
        '\v' => "\n",
        0x00AD or 0x200B or 0x200C or 0x2060 or 0xFEFF or 0xFFFD or 0xFFFE or 0xFFFF => "",
        0x00A0 or 0x202F or 0x2007 or 0x2009 => " ",
        0x2010 or 0x2011 => "-",
        0x2028 or 0x2029 => "\n",
        0xFB00 => "ff",
        0xFB01 => "fi",
        0xFB02 => "fl",
        0xFB03 => "ffi",
        0xFB04 => "ffl",
        0xF0B7 or 0xF0A7 or 0xF0D8 or 0xF0FC or 0xF076 => "•",
        < 0x20 or (>= 0x7F and <= 0x9F) => "",
        _ => rune.ToString(),
    };

    [GeneratedRegex(@"(?<!\S)(?<mark>\*{1,3})(?=[^\s*])(?<text>[^*\n]{1,2000}?)(?<=\S)\k<mark>(?=[\s.,;:!?)]|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"[ \t]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blanks();
}
