namespace Klynge.Application.Chat.Commands;

/// <summary>All ways to say the commands that there are.</summary>
internal sealed class CommandVocabulary(IEnumerable<CommandDescription> commands)
{
    /// <summary>That of the catalogue.</summary>
    internal static CommandVocabulary Ours { get; } = new(CommandCatalogue.All);

    /// <summary>Longest first, so that "fortryd afbud" is never taken for less than it is.</summary>
    internal IReadOnlyList<CommandPhrase> Phrases { get; } = [.. commands.SelectMany(command => command.Phrases).OrderByDescending(phrase => phrase.Words.Count)];

    internal int MostWords => Phrases[0].Words.Count;
}
