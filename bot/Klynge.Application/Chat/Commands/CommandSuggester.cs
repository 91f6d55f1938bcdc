using Klynge.Domain.Calendar;

namespace Klynge.Application.Chat.Commands;

/// <summary>"Mente du …?": the commands nearest to what was written, by its first words.</summary>
internal static class CommandSuggester
{
    private const int Most = 3;
    private const int ShortestPrefix = 3;

    /// <summary>Best first; none when nothing is near enough to be more than a guess.</summary>
    public static IReadOnlyList<CommandDescription> Nearest(List<Word> words)
    {
        var starts = Enumerable.Range(1, Math.Min(CommandWords.MostWords, words.Count))
            .Select(count => string.Join(' ', words.Take(count).Select(word => word.Folded)))
            .ToArray();
        return [.. CommandWords.All
            .Select(phrase => (phrase.Command, Score: starts.Min(start => Score(start, phrase))))
            .Where(candidate => candidate.Score is not null)
            .GroupBy(candidate => candidate.Command, (command, candidates) => (Command: command, Score: candidates.Min(one => one.Score)))
            .OrderBy(candidate => candidate.Score)
            .Select(candidate => candidate.Command)
            .Take(Most)];
    }

    // The distance; a beginning ("dags") and one word of several ("møde") come behind every slip of the keyboard.
    private static int? Score(string written, CommandPhrase phrase)
    {
        if (Math.Abs(written.Length - phrase.Folded.Length) <= Allowed(phrase.Folded.Length)
            && DanishText.Distance(written, phrase.Folded) is var distance && distance <= Allowed(phrase.Folded.Length))
        {
            return distance;
        }

        if (written.Length < ShortestPrefix)
            return null;
        if (phrase.Folded.StartsWith(written, StringComparison.Ordinal))
            return 10;
        return phrase.Words.Count > 1 && phrase.Words.Contains(written, StringComparer.Ordinal) ? 11 : null;
    }

    private static int Allowed(int length) => length switch
    {
        <= 5 => 1,
        <= 8 => 2,
        _ => 3,
    };
}
