using System.Text;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Search;

/// <summary>A word of a text, where it stands, and how it is searched for.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">In characters.</param>
/// <param name="Folded">By <see cref="DanishText.Fold"/>.</param>
internal readonly record struct FoldedWord(int Start, int Length, string Folded)
{
    /// <summary>Cuts a text into words of letters and digits, as the index's own tokenizer does.</summary>
    internal static IEnumerable<FoldedWord> Split(string text)
    {
        var start = -1;
        var index = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsPart(rune))
            {
                start = start < 0 ? index : start;
            }
            else if (start >= 0)
            {
                yield return Make(text, start, index);
                start = -1;
            }

            index += rune.Utf16SequenceLength;
        }

        if (start >= 0)
            yield return Make(text, start, text.Length);
    }

    private static FoldedWord Make(string text, int start, int end) => new(start, end - start, DanishText.Fold(text[start..end]));

    // A combining mark belongs to the letter before it.
    private static bool IsPart(Rune rune) =>
        Rune.IsLetter(rune) || Rune.IsNumber(rune) || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.NonSpacingMark;
}
