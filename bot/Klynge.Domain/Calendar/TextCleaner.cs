using System.Globalization;
using System.Text;

namespace Klynge.Domain.Calendar;

/// <summary>The rules behind <see cref="DanishText.Clean(string?)"/>.</summary>
internal static class TextCleaner
{
    private const int MaxIndentLength = 40;

    public static string OneLine(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in Compose(text))
        {
            if (!char.IsWhiteSpace(letter))
                clean.Append(letter);
            else if (clean.Length > 0 && clean[^1] != ' ')
                clean.Append(' ');
        }

        var line = clean.ToString().TrimEnd(' ');
        return HasSomethingToSee(line) ? line : string.Empty;
    }

    /// <summary>
    /// Whether a line shows anything. A title of a zero-width joiner, a soft hyphen or a Hangul filler is as good as none, and would stand as
    /// an empty row; within a word they stay as they are.
    /// </summary>
    private static bool HasSomethingToSee(string line)
    {
        foreach (var rune in line.EnumerateRunes())
        {
            if (!IsUnseen(rune))
                return true;
        }

        return false;
    }

    // Letters by their category, and yet nothing to see: the fillers of Hangul and the empty pattern of Braille.
    private static bool IsUnseen(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || rune.Value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark
            or UnicodeCategory.EnclosingMark;

    /// <summary>
    /// Indentation says what belongs to what in a list, and tabs part the columns of a pasted table, so both stay; a margin that all lines
    /// share says nothing.
    /// </summary>
    public static string Lines(string text)
    {
        var lines = new List<(int Indent, string Text)>();
        foreach (var line in Compose(text).ReplaceLineEndings("\n").Split('\n', '\v'))
        {
            var clean = Line(line);
            if (clean.Text.Length > 0 || (lines.Count > 0 && lines[^1].Text.Length > 0))
                lines.Add(clean);
        }

        if (lines.Count > 0 && lines[^1].Text.Length == 0)
            lines.RemoveAt(lines.Count - 1);

        var margin = lines.Where(line => line.Text.Length > 0).Select(line => line.Indent).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Text.Length == 0 ? "" : new string(' ', (line.Indent - margin) / 2 * 2) + line.Text));
    }

    /// <summary>A line and the width of its indentation; tabs at its start are indentation, unless they leave the first cells of a row empty.</summary>
    private static (int Indent, string Text) Line(string line)
    {
        var raw = line.Split('\t');
        var cells = Array.ConvertAll(raw, OneLine);
        var first = Array.FindIndex(cells, cell => cell.Length > 0);
        if (first < 0)
            return (0, "");

        var text = string.Join('\t', cells[first..(Array.FindLastIndex(cells, cell => cell.Length > 0) + 1)]);
        var isRow = text.Contains('\t', StringComparison.Ordinal) && !IsLabel(cells[first]);
        return isRow && first > 0
            ? (0, new string('\t', first) + text)
            : (Math.Min((first * 4) + raw[first].Length - raw[first].AsSpan().TrimStart().Length, MaxIndentLength), text);
    }

    /// <summary>The bullet or the number that a word processor parts from its entry by a tab.</summary>
    private static bool IsLabel(string cell) =>
        cell.Length <= 4 && (cell[^1] is '.' or ')' || (cell.Length == 1 && !char.IsLetterOrDigit(cell[0])) || cell == "o");

    /// <summary>
    /// NFC of what is legal; illegal characters go first because normalisation throws at them. It needs ICU: with
    /// InvariantGlobalization .NET leaves decomposed letters as they are, and accents stay on in folding. æ, ø and å need nothing.
    /// </summary>
    public static string Compose(string text)
    {
        var legal = text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 ? text : Legal(text);
        return legal.IsNormalized(NormalizationForm.FormC) ? legal : legal.Normalize(NormalizationForm.FormC);
    }

    private static string Legal(string text)
    {
        var legal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                AppendPair(legal, text[i], text[++i]);
            else if (IsLegal(text[i]))
                legal.Append(text[i]);
        }

        return legal.ToString();
    }

    private static void AppendPair(StringBuilder legal, char high, char low)
    {
        var isNoncharacter = (char.ConvertToUtf32(high, low) & 0xFFFE) == 0xFFFE;
        if (!isNoncharacter)
            legal.Append(high).Append(low);
    }

    // Tab and line breaks are white space here; all other control characters are illegal in XML 1.0 or useless on a page.
    private static bool IsLegal(char letter) => letter switch
    {
        '\t' or '\n' or '\r' or '\v' or '\f' or '\u0085' => true,
        _ when char.IsControl(letter) || char.IsSurrogate(letter) => false,
        >= '\uFDD0' and <= '\uFDEF' or '\uFFFE' or '\uFFFF' or '\uFEFF' => false,
        _ => !IsInvisibleDirection(letter),
    };

    // Embeddings, overrides, isolates and marks of direction, and the zero-width space and word joiner; the zero-width joiner stays,
    // it holds emoji together.
    private static bool IsInvisibleDirection(char letter) =>
        letter is '\u061C' or '\u200B' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069');
}

/// <summary>What a text that a person wrote must keep to.</summary>
/// <param name="What">What it is, in the definite form that begins a sentence: "Titlen". It is shown to the person.</param>
/// <param name="MaxLength">In UTF-16 code units, as databases and <see cref="string.Length"/> count, after cleaning.</param>
/// <param name="Optional">Whether nothing at all will do.</param>
/// <param name="Multiline">Whether line breaks are kept.</param>
public sealed record TextLimit(string What, int MaxLength, bool Optional = false, bool Multiline = false);
