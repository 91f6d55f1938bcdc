using Klynge.Domain.Calendar;

namespace Klynge.Application.Chat.Commands;

/// <summary>One way to say a command.</summary>
/// <param name="Words">Folded, one to four of them.</param>
public sealed record CommandPhrase(IReadOnlyList<string> Words, CommandDescription Command)
{
    /// <summary>The words in one string, to measure distances by.</summary>
    public string Folded { get; } = string.Join(' ', Words);

    public static CommandPhrase Of(string text, CommandDescription command) =>
        new(DanishText.Fold(text).Split(' '), command);

    /// <summary>Whether the phrase stands at that word.</summary>
    /// <param name="isInfinitive">Behind "kan du …" its verb ends otherwise: "tilføje punkt", "slette punkt".</param>
    internal static bool Stands(IReadOnlyList<Word> words, int at, IReadOnlyList<string> phrase, bool isInfinitive)
    {
        if (words.Count - at < phrase.Count)
            return false;
        for (var i = 0; i < phrase.Count; i++)
        {
            var written = words[at + i].Folded;
            if (written != phrase[i] && !(i == 0 && isInfinitive && IsInfinitive(written, phrase[i])))
                return false;
        }

        return true;
    }

    private static bool IsInfinitive(string written, string verb) =>
        written.Length > verb.Length && written[^1] == 'e' && (written[..^1] == verb || written[..^1] == verb + verb[^1]);
}

/// <summary>All ways to say the commands that there are.</summary>
internal sealed class CommandVocabulary(IEnumerable<CommandDescription> commands)
{
    /// <summary>That of the catalogue.</summary>
    internal static CommandVocabulary Ours { get; } = new(CommandCatalogue.All);

    /// <summary>Longest first, so that "fortryd afbud" is never taken for less than it is.</summary>
    internal IReadOnlyList<CommandPhrase> Phrases { get; } = [.. commands.SelectMany(command => command.Phrases).OrderByDescending(phrase => phrase.Words.Count)];

    internal int MaxWords => Phrases[0].Words.Count;
}
