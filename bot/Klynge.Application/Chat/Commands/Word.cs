using Klynge.Domain.Calendar;

namespace Klynge.Application.Chat.Commands;

/// <summary>A run of a message without blanks.</summary>
internal readonly record struct Word(string Source, int Start, int End)
{
    private const int MaxFolded = 60;

    /// <summary>No word of ours, and not nothing either: a long link is somebody's text and is never skipped.</summary>
    private const string TooLong = "\u2026";

    public ReadOnlySpan<char> Text => Source.AsSpan(Start, End - Start);

    /// <summary>Folded, without the punctuation around it: empty where it is nothing else. One too long to be a name is equal to no name.</summary>
    public string Folded { get; } = End - Start > MaxFolded ? TooLong : DanishText.Fold(Source[Start..End]).Trim(CommandMarks.Around);

    public bool IsCapitalised => Text.TrimStart(CommandMarks.Around) is { Length: > 0 } name && char.IsUpper(name[0]);

    /// <summary>A comma or its like behind it: what follows is said anew.</summary>
    public bool EndsPhrase => Source[End - 1] is ',' or ';' or ':';

    public static List<Word> Split(string text)
    {
        var words = new List<Word>();
        for (var at = 0; at < text.Length;)
        {
            var start = at;
            while (at < text.Length && !char.IsWhiteSpace(text[at]))
                at++;
            if (at > start)
                words.Add(new Word(text, start, at));
            at++;
        }

        return words;
    }
}
