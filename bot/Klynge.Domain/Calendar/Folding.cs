using System.Globalization;
using System.Text;

namespace Klynge.Domain.Calendar;

/// <summary>The letter tables behind <see cref="DanishText.Fold"/> and <see cref="DanishText.Compare"/>.</summary>
internal static class Folding
{
    // Control characters, which cleaned text never has: behind z and before every other script.
    private const string AfterZ1 = "\u0080", AfterZ2 = "\u0081", AfterZ3 = "\u0082";

    public static string Fold(string text) => Fold(text, Spelled).ToString().TrimEnd(' ');

    public static string SortKey(string text) =>
        Fold(text, letter => Placed(letter) ?? Spelled(letter)).Replace("aa", AfterZ3).ToString().TrimEnd(' ');

    private static StringBuilder Fold(string text, Func<char, string?> spelled)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var letter in TextCleaner.Compose(text))
        {
            if (char.IsWhiteSpace(letter))
                AppendBlank(folded);
            else
                AppendFolded(folded, char.ToLowerInvariant(letter), spelled);
        }

        return folded;
    }

    private static void AppendBlank(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
            folded.Append(' ');
    }

    private static void AppendFolded(StringBuilder folded, char letter, Func<char, string?> spelled)
    {
        if (letter < '\u0080')
            folded.Append(letter);
        else if (spelled(letter) is { } spelling)
            folded.Append(spelling);
        else
            AppendWithoutAccent(folded, letter, spelled);
    }

    private static string? Placed(char letter) => letter switch
    {
        'æ' or 'ä' or 'ǽ' => AfterZ1,
        'ø' or 'ö' or 'ǿ' => AfterZ2,
        'å' or 'ǻ' => AfterZ3,
        _ => null,
    };

    private static string? Spelled(char letter) => letter switch
    {
        'æ' or 'ä' or 'ǽ' or 'œ' => "ae",
        'ø' or 'ö' or 'ǿ' => "oe",
        'å' or 'ǻ' => "aa",
        'ß' => "ss",
        'ð' or 'đ' => "d",
        'þ' => "th",
        'ł' => "l",
        'ı' => "i",
        '’' or '‘' => "'",
        '‐' or '‑' or '–' or '—' => "-",
        _ => null,
    };

    private static void AppendWithoutAccent(StringBuilder folded, char letter, Func<char, string?> spelled)
    {
        if (char.IsSurrogate(letter))
        {
            folded.Append(letter);
            return;
        }

        foreach (var part in letter.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                folded.Append(spelled(part) ?? char.ToLowerInvariant(part).ToString());
        }
    }
}
