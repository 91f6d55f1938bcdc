using Klynge.Application.Chat.Commands;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Guidance;

/// <summary>A message with its misspelt command put right and the rest as it was written.</summary>
internal static class Suggestion
{
    private const int MostWordsOfACommand = 3;

    /// <summary>»dagsodren chefforum« with »dagsorden« is »dagsorden chefforum«: the words at the front that are nearest to the command give way.</summary>
    internal static string Of(string written, CommandDescription command)
    {
        var words = written.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var replaced = Enumerable.Range(1, Math.Min(MostWordsOfACommand, words.Length))
            .MinBy(count => Math.Min(Distance(words, count, command.Name), Distance(words, count, command.English)));
        return string.Join(' ', [command.Name, .. words.Skip(replaced)]);
    }

    private static int Distance(string[] words, int count, string name) => DanishText.Distance(string.Join(' ', words.Take(count)), name);
}
