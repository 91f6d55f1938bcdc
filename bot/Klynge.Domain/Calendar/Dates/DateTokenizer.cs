using System.Globalization;

namespace Klynge.Domain.Calendar.Dates;

/// <summary>Cuts the beginning of a text into tokens; hand-written, so that no text can make it slow.</summary>
internal static class DateTokenizer
{
    /// <summary>The longest date with times takes 18 tokens; what lies behind is of no interest.</summary>
    private const int MaxTokens = 32;

    private const int MaxWord = 24;
    private const int MaxDigits = 8;

    public static List<DateToken> Tokens(string text)
    {
        var tokens = new List<DateToken>(MaxTokens);
        var last = 0;
        for (var at = SkipBlanks(text, 0); at < text.Length && tokens.Count < MaxTokens; at = SkipBlanks(text, last))
        {
            tokens.Add(Next(text, at, glued: tokens.Count > 0 && at == last));
            last = tokens[^1].End;
        }

        return tokens;
    }

    private static DateToken Next(string text, int start, bool glued)
    {
        if (char.IsAsciiDigit(text[start]))
            return Number(text, start, EndOf(text, start, char.IsAsciiDigit), glued);
        if (char.IsLetter(text[start]))
            return Word(text, start, EndOf(text, start, IsWordPart), glued);
        return new DateToken(DateTokenKind.Sign, Dash(text[start]), -1, start, start + 1, glued);
    }

    private static DateToken Number(string text, int start, int end, bool glued)
    {
        var value = end - start > MaxDigits ? -1 : int.Parse(text.AsSpan(start, end - start), CultureInfo.InvariantCulture);
        return new DateToken(DateTokenKind.Number, "", value, start, end, glued);
    }

    private static DateToken Word(string text, int start, int end, bool glued)
    {
        var word = end - start > MaxWord ? "" : DanishText.Fold(text[start..end]);
        return new DateToken(DateTokenKind.Word, word, -1, start, end, glued);
    }

    // A combining mark belongs to its letter: å may arrive as two characters.
    private static bool IsWordPart(char letter) =>
        char.IsLetter(letter) || CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark;

    private static string Dash(char sign) => sign is '–' or '—' or '‐' or '‑' or '−' ? "-" : sign.ToString();

    private static int SkipBlanks(string text, int at) => EndOf(text, at, char.IsWhiteSpace);

    private static int EndOf(string text, int at, Func<char, bool> belongs)
    {
        while (at < text.Length && belongs(text[at]))
            at++;
        return at;
    }
}

/// <summary>A word (folded), a number or a single other character of a text in which a date may stand.</summary>
/// <param name="Text">The folded word, the digits, or the character.</param>
/// <param name="Number">The value of a number; -1 for one that is too long to be part of a date, and for everything else.</param>
/// <param name="Glued">Nothing stands between this token and the one before.</param>
internal readonly record struct DateToken(DateTokenKind Kind, string Text, int Number, int Start, int End, bool Glued)
{
    public static DateToken None { get; } = new(DateTokenKind.None, "", -1, 0, 0, Glued: false);

    public int Length => End - Start;

    public bool IsWord => Kind == DateTokenKind.Word;

    public bool IsNumber => Kind == DateTokenKind.Number;

    public bool Is(char sign) => Kind == DateTokenKind.Sign && Text[0] == sign;
}

internal enum DateTokenKind
{
    None,
    Word,
    Number,
    Sign,
}

/// <summary>The part of a text that was read, so that the caller can go on behind it.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="Length">Number of UTF-16 code units; blanks around it are not part of it.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>Index of the first character behind it.</summary>
    public int End => Start + Length;

    public string In(string text) => text.Substring(Start, Length);
}
