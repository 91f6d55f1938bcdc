using System.Text;

namespace Klynge.Documents.Markup;

/// <summary>Writes text so that its letters are not read as marks.</summary>
internal static class Escaping
{
    public const string InlineMarks = "*_[]";

    private const string Marks = "*_[]|#-";

    public static bool IsMark(char letter) => Marks.Contains(letter, StringComparison.Ordinal);

    /// <summary>Backslashes that stand before a mark are doubled, so that they stay backslashes.</summary>
    /// <param name="text">What is to be read again.</param>
    /// <param name="which">The marks that get a backslash, so that they stay letters.</param>
    public static string Escape(string text, string which)
    {
        if (!text.AsSpan().ContainsAny(which + "\\"))
            return text;

        var escaped = new StringBuilder(text.Length + 8);
        var backslashes = 0;
        foreach (var letter in text)
        {
            if (IsMark(letter))
                escaped.Append('\\', which.Contains(letter, StringComparison.Ordinal) ? backslashes + 1 : backslashes);

            backslashes = letter == '\\' ? backslashes + 1 : 0;
            escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
