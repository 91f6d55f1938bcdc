using Klynge.Domain.Calendar;

namespace Klynge.Application.Chat.Commands;

/// <summary>
/// "Mente du …?": the commands that a slip of the keyboard may have made of what was written, or that it is the beginning of. Never an
/// act of another kind: "send punkt 2" has a word in common with "send afbud" and nothing else.
/// </summary>
internal static class CommandSuggester
{
    private const int Most = 3;
    private const int MinPrefix = 3;

    /// <summary>Best first; none when nothing is near enough to be more than a guess.</summary>
    public static IReadOnlyList<CommandDescription> Nearest(IReadOnlyList<Word> words, CommandVocabulary vocabulary)
    {
        var written = Written(words, vocabulary);
        if (written.Length == 0)
            return [];
        return [.. vocabulary.Phrases
            .Select(phrase => (phrase.Command, Score: Score(written, phrase)))
            .Where(candidate => candidate.Score is not null)
            .GroupBy(candidate => candidate.Command, (command, candidates) => (Command: command, Score: candidates.Min(one => one.Score)))
            .OrderBy(candidate => candidate.Score)
            .Select(candidate => candidate.Command)
            .Take(Most)];
    }

    /// <summary>Whether a command of several words was meant and misspelt.</summary>
    public static bool IsSlip(IReadOnlyList<Word> words, CommandVocabulary vocabulary)
    {
        var written = Written(words, vocabulary);
        return written.Length > 1 && vocabulary.Phrases.Any(phrase => phrase.Words.Count > 1 && SlipsOfWords(written, phrase.Words) is not null);
    }

    private static string[] Written(IReadOnlyList<Word> words, CommandVocabulary vocabulary) =>
        [.. words.Take(vocabulary.MaxWords + 1).Select(word => word.Folded).Where(word => word.Length > 0)];

    // The distance; a beginning ("dags", "møde") comes behind every slip of the keyboard.
    private static int? Score(string[] written, CommandPhrase phrase) =>
        Slips(written, phrase) ?? (IsBeginning(written, phrase) ? 10 : IsPartOfAReading(written, phrase) ? 11 : null);

    private static int? Slips(string[] written, CommandPhrase phrase)
    {
        var words = phrase.Words;
        if (SlipsOfWords(written, words) is { } slips)
            return slips;

        // "nytmøde", "dags orden": a blank too few or too many.
        var together = string.Concat(words);
        return Enumerable.Range(1, Math.Min(words.Count + 1, written.Length))
            .Where(count => count != words.Count)
            .Select(count => (int?)DanishText.Distance(string.Concat(written.Take(count)), together))
            .Where(distance => distance <= Allowed(together.Length) - 1)
            .Min();
    }

    private static int? SlipsOfWords(string[] written, IReadOnlyList<string> words) =>
        written.Length >= words.Count && written.Zip(words).All(pair => IsSlip(pair.First, pair.Second, words.Count))
            ? written.Zip(words).Sum(pair => DanishText.Distance(pair.First, pair.Second))
            : null;

    private static bool IsSlip(string written, string word, int words) =>
        Math.Abs(written.Length - word.Length) <= 3 && DanishText.Distance(written, word) <= (words > 1 && word.Length == 5 ? 2 : Allowed(word.Length));

    private static bool IsBeginning(string[] written, CommandPhrase phrase) =>
        written[0].Length >= MinPrefix
        && (phrase.Words.Count == 1 || written.Length <= phrase.Words.Count)
        && phrase.Folded.StartsWith(string.Join(' ', written.Take(phrase.Words.Count)), StringComparison.Ordinal);

    private static bool IsPartOfAReading(string[] written, CommandPhrase phrase) =>
        written.Length == 1 && written[0].Length > MinPrefix && !phrase.Command.Changes && phrase.Words.Contains(written[0], StringComparer.Ordinal);

    private static int Allowed(int length) => length switch
    {
        <= 3 => 0,
        <= 5 => 1,
        <= 8 => 2,
        _ => 3,
    };
}
