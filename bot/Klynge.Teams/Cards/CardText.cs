using System.Buffers;
using System.Globalization;
using System.Text;

namespace Klynge.Teams.Cards;

/// <summary>Text that other people wrote, on its way into a card.</summary>
public static class CardText
{
    // A backslash would do for the standard's Markdown, but renderers differ; a character reference is read as markup by none
    // of them and shown by all of them as the character.
    private static readonly SearchValues<char> Markup = SearchValues.Create("\\`*_{}[]()#+-.!|~<>&:@\r\t");

    /// <summary>
    /// Makes a text safe for a <see cref="TextBlock"/> or <see cref="Fact"/>: what looks like Markdown, HTML or a mention is
    /// shown as it was typed. Letters, emoji and line breaks stay.
    /// </summary>
    public static string Escape(string text)
    {
        var first = text.AsSpan().IndexOfAny(Markup);
        if (first < 0)
            return text;

        var escaped = new StringBuilder(text.Length + 16).Append(text, 0, first);
        foreach (var letter in text.AsSpan(first))
            Append(escaped, letter);
        return escaped.ToString();
    }

    private static void Append(StringBuilder escaped, char letter)
    {
        if (Markup.Contains(letter))
            escaped.Append(CultureInfo.InvariantCulture, $"&#{(int)letter};");
        else
            escaped.Append(letter);
    }
}
