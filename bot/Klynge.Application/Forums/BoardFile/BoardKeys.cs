using Klynge.Domain.Calendar;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>What a key looks like: 1 to 40 of a–z, 0–9 and hyphen, beginning with a letter or a digit.</summary>
internal static class BoardKeys
{
    private const int Longest = 40;

    internal static bool IsKey(string text) =>
        text.Length is > 0 and <= Longest && text[0] != '-' && text.All(IsAllowed);

    /// <summary>The key that a text would have: »Direktørforum« is <c>direktoerforum</c>; null when nothing is left of it.</summary>
    internal static string? Suggest(string text)
    {
        var folded = DanishText.Fold(text).Replace(' ', '-');
        var key = new string([.. folded.Where(IsAllowed).SkipWhile(letter => letter == '-').Take(Longest)]);
        return key.Length > 0 ? key : null;
    }

    private static bool IsAllowed(char letter) => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-';
}
