namespace Klynge.Application.Chat.Commands;

/// <summary>A title in quotation marks at the front, taken verbatim, and what follows it.</summary>
internal readonly record struct QuotedTitle(string Title, string Tail)
{
    public static QuotedTitle? Read(string text)
    {
        if (text.Length < 2 || CommandMarks.Closing(text[0]) is not { } closing)
            return null;
        var end = text.IndexOf(closing, 1);
        return end < 0 ? null : new QuotedTitle(text[1..end], text[(end + 1)..]);
    }
}
