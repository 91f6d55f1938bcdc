namespace Klynge.Application.Chat.Commands;

/// <summary>Where "v/", "v." or "ved" sets off a presenter.</summary>
/// <param name="Word">Index of the word that holds the mark.</param>
/// <param name="NameStart">Where the name begins in the text.</param>
internal readonly record struct PresenterMark(int Word, int NameStart)
{
    private const int MostNameWords = 8;

    private static readonly string[] Joining = ["og", "and", "de", "von", "van", "af", "la", ""];

    // "ved Aalborg Universitetshospital" says where, not who.
    private static readonly string[] Places =
        ["hospital", "hospitalet", "sygehus", "sygehuset", "kommune", "kommunen", "region", "regionen", "psykiatri", "psykiatrien",
         "center", "centeret", "centret", "forum", "universitet", "afdeling", "afdelingen", "huset"];

    public static PresenterMark? Find(List<Word> words) => FindExplicit(words) ?? FindSpelledOut(words);

    /// <summary>"v/ Jane", "v/Jane", "v. Jane": nothing else is written so.</summary>
    public static PresenterMark? FindExplicit(List<Word> words)
    {
        for (var i = words.Count - 1; i >= 0; i--)
        {
            var text = words[i].Text;
            if (text.Length < 2 || text[0] is not ('v' or 'V') || text[1] is not ('/' or '.' or ':'))
                continue;
            if (text.Length > 2 && (text[1] == '/' || char.IsUpper(text[2])))
                return new PresenterMark(i, words[i].Start + 2);
            if (text.Length == 2 && i + 1 < words.Count)
                return new PresenterMark(i, words[i + 1].Start);
        }

        return null;
    }

    private static PresenterMark? FindSpelledOut(List<Word> words)
    {
        for (var i = words.Count - 2; i > 0 && words.Count - i - 1 <= MostNameWords; i--)
        {
            if (words[i].Folded is "ved" or "oplaeg" or "oplaegsholder" or "presenter")
                return words[(i + 1)..].TrueForAll(IsNamePart) && words[^1].IsCapitalised ? new PresenterMark(i, words[i + 1].Start) : null;
        }

        return null;
    }

    private static bool IsNamePart(Word word)
    {
        var folded = word.Folded;
        return Joining.Contains(folded)
            || (word.IsCapitalised && !Array.Exists(Places, place => folded.EndsWith(place, StringComparison.Ordinal)));
    }
}
