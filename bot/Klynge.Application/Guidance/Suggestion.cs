using Klynge.Application.Chat.Commands;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Guidance;

/// <summary>A message with its misspelt command put right and the rest as it was written.</summary>
internal static class Suggestion
{
    /// <summary>»dagsodren chefforum« with »dagsorden« is »dagsorden chefforum«: the words at the front that are nearest to the command give way.</summary>
    internal static string Of(string written, CommandDescription command)
    {
        var words = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var phrases = command.Phrases.Select(phrase => phrase.Folded).ToList();
        var replaced = Enumerable.Range(1, Math.Min(CommandVocabulary.Ours.MaxWords, words.Length))
            .MinBy(count => phrases.Min(phrase => Distance(words, count, phrase)));
        return string.Join(' ', [command.Name, .. words.Skip(replaced)]);
    }

    private static int Distance(string[] words, int count, string name) => DanishText.Distance(string.Join(' ', words.Take(count)), name);
}
