namespace Klynge.Documents.Layout;

/// <summary>Whether a line of a page goes on in the next one, and how the two are put together.</summary>
internal sealed class LineHealing
{
    private const int MaxPageLineLength = 140;
    private const int MinBrokenLine = 30;
    private const string SentenceEnds = ".!?:;";

    private readonly int _width;

    /// <summary>A text whose lines were broken by a page has many lines of nearly one width; one without has a paragraph per line.</summary>
    public LineHealing(IReadOnlyList<string> lines)
    {
        var lengths = lines.Select(line => line.Trim().Length).Where(length => length > MinBrokenLine).Order().ToList();
        var width = lengths.Count < 4 ? 0 : lengths[(lengths.Count - 1) * 9 / 10];
        var full = lengths.Count(length => length > width * 0.8);
        var broken = Broken(lines);
        var isPage = width <= MaxPageLineLength && ((broken > 0 && full * 2 >= lengths.Count) || (broken > 2 && full * 4 >= lengths.Count));
        _width = isPage ? width : 0;
    }

    /// <summary>How many lines visibly go on in the next one.</summary>
    private static int Broken(IReadOnlyList<string> lines)
    {
        var count = 0;
        for (var at = 0; at + 1 < lines.Count; at++)
        {
            var (line, next) = (lines[at].TrimEnd(), lines[at + 1].TrimStart());
            // "at planen godkendes" below "at budgettet godkendes" is the next entry of a list, and no broken line.
            count += line.Length > MinBrokenLine && next.Length > 0 && char.IsLower(next[0]) && !EndsSentence(line) && !StartsWithWord(next, "at") ? 1 : 0;
        }

        return count;
    }

    public static bool EndsInHyphen(string line) => line.Length > 2 && line[^1] == '-' && char.IsLetterOrDigit(line[^2]);

    public bool GoesOn(string line, string next)
    {
        if (EndsInHyphen(line) && char.IsLetter(next[0]))
            return true;

        var continues = char.IsLower(next[0]) && !EndsSentence(line) && line.Length >= MinBrokenLine;
        return continues || (_width > 0 && IsFull(line, next));
    }

    public bool IsFull(string line, string next)
    {
        var space = next.IndexOf(' ', StringComparison.Ordinal);
        return _width > 0 && line.Length + 1 + (space < 0 ? next.Length : space) > _width * 0.88;
    }

    public static string Join(string line, string next)
    {
        if (!EndsInHyphen(line))
            return $"{line} {next}";

        var word = LastWord(line);
        var suspended = StartsWithWord(next, "og") || StartsWithWord(next, "eller") || StartsWithWord(next, "samt") || StartsWithWord(next, "til");
        if (suspended)
            return $"{line} {next}";

        var belongs = !char.IsLower(next[0]) || char.IsUpper(line[^2]) || char.IsDigit(line[^2]) || word.Length == 2;
        return belongs ? line + next : line[..^1] + next;
    }

    public static bool EndsSentence(string line) => line.Length > 0 && SentenceEnds.Contains(line[^1]);

    private static bool StartsWithWord(string text, string word) =>
        text.StartsWith(word, StringComparison.Ordinal) && (text.Length == word.Length || text[word.Length] == ' ');

    private static string LastWord(string line) => line[(line.LastIndexOf(' ') + 1)..];
}
