using System.Globalization;
using System.Text;

namespace Klynge.Domain.Calendar;

/// <summary>The letter tables behind <see cref="DanishText.Fold"/> and <see cref="DanishText.Compare"/>.</summary>
internal static class Folding
{
    // Control characters that cleaned text never has; they sort after z and before every other script.
    private const char AfterZ1 = '\u0080', AfterZ2 = '\u0081', AfterZ3 = '\u0082';

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length + 8);
        foreach (var letter in Composed(text))
        {
            if (char.IsWhiteSpace(letter))
                AppendBlank(folded);
            else
                AppendFolded(folded, char.ToLowerInvariant(letter));
        }

        return folded.ToString().TrimEnd(' ');
    }

    public static string SortKey(string text) => new StringBuilder(Fold(Marked(text)))
        .Replace("aa", AfterZ3.ToString())
        .ToString();

    // æ and ø are taken out before folding would make two letters of them; å and aa fold to the same two.
    private static string Marked(string text)
    {
        var marked = new StringBuilder(text.Length);
        foreach (var letter in Composed(text))
        {
            marked.Append(char.ToLowerInvariant(letter) switch
            {
                'æ' or 'ä' or 'ǽ' => AfterZ1,
                'ø' or 'ö' or 'ǿ' => AfterZ2,
                _ => letter,
            });
        }

        return marked.ToString();
    }

    private static void AppendBlank(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
            folded.Append(' ');
    }

    private static void AppendFolded(StringBuilder folded, char letter)
    {
        if (letter < '\u0080')
            folded.Append(letter);
        else if (Spelled(letter) is { } spelling)
            folded.Append(spelling);
        else
            AppendWithoutAccent(folded, letter);
    }

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

    private static void AppendWithoutAccent(StringBuilder folded, char letter)
    {
        if (char.IsSurrogate(letter))
        {
            folded.Append(letter);
            return;
        }

        foreach (var part in letter.ToString().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(part) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format))
                folded.Append(part);
        }
    }

    private static string Composed(string text) => TextCleaner.Compose(text);
}
