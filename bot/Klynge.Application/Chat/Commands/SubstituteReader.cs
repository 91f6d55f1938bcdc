namespace Klynge.Application.Chat.Commands;

/// <summary>Finds "stedfortræder Bo Friis" in an apology, and what stands before and behind it.</summary>
/// <param name="Name">Null when no substitute is mentioned, empty when the name is missing.</param>
internal readonly record struct SubstituteReader(string Before, string? Name, string After)
{
    private const int MostNameWords = 5;

    private static readonly string[] Marks = ["stedfortraeder", "stedfortraederen", "suppleant", "suppleanten", "substitute"];
    private static readonly string[] Verbs = ["er", "bliver", "is", "v", ""];
    private static readonly string[] Particles = ["de", "von", "van", "af", "la"];
    private static readonly string[] Reasons =
        ["pga", "grundet", "fordi", "da", "paa", "syg", "sygdom", "ferie", "deltager", "kommer", "because"];

    public static SubstituteReader Read(string text)
    {
        var words = Word.Split(text);
        var mark = words.FindIndex(word => Marks.Contains(word.Folded));
        if (mark < 0)
            return new SubstituteReader(text, null, "");

        var first = mark + 1;
        while (first < words.Count && Verbs.Contains(words[first].Folded))
            first++;
        var end = EndOfName(words, first);
        var before = text[..words[mark].Start].TrimEnd(CommandMarks.Trailing);
        if (end == first)
            return new SubstituteReader(before, "", "");
        var (from, to) = (words[first].Start, words[end - 1].End);
        return new SubstituteReader(before, text[from..to].Trim(CommandMarks.Around), text[to..]);
    }

    // A name written with capitals ends with the last of them; one in small letters at a comma or where a reason begins.
    private static int EndOfName(List<Word> words, int first)
    {
        var isCapitalised = first < words.Count && words[first].IsCapitalised;
        var end = first;
        while (end < words.Count && end - first < MostNameWords && Belongs(words, end, isCapitalised))
        {
            end++;
            if (words[end - 1].EndsPhrase)
                break;
        }

        return end;
    }

    private static bool Belongs(List<Word> words, int at, bool isCapitalised)
    {
        if (isCapitalised)
            return words[at].IsCapitalised || IsParticle(words, at);
        return !Reasons.Contains(words[at].Folded) && words[at].Folded is { Length: > 0 } folded && char.IsLetter(folded[0]);
    }

    // "de la" before "Cour", not "af" before a reason.
    private static bool IsParticle(List<Word> words, int at)
    {
        while (at < words.Count && Particles.Contains(words[at].Folded))
            at++;
        return at < words.Count && at > 0 && Particles.Contains(words[at - 1].Folded) && words[at].IsCapitalised;
    }
}
