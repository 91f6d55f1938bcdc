using System.Collections.Frozen;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>Reads a noun phrase behind a verb or an »af«, where only its form tells where it ends.</summary>
internal static class NounPhrases
{
    /// <summary>»Vestby og Østby«, »formanden for rådet«, »Ida Holm v/ PLO«.</summary>
    private static readonly FrozenSet<string> Joins = WordForms.Words("og for ved v");

    /// <summary>Without an ending that tells it.</summary>
    private static readonly FrozenSet<string> Adjectives = WordForms.Words("ny stor fast intern ekstern fælles");

    /// <summary>»skal de have …«: what follows is no noun.</summary>
    private static readonly FrozenSet<string> Infinitives = WordForms.Words("have være blive sende give");

    /// <summary>The noun phrase that begins at a word: »Vestby Kommune«, »de tre kommuner«, »regionens jurister«, »projektleder Asta Bruun«.</summary>
    internal static (int Start, int End)? At(IReadOnlyList<Word> words, int at)
    {
        while (at < words.Count && WordForms.Adverbs.Contains(words[at].Lower))
            at++;
        if (at >= words.Count || PhraseEnd(words, at) is not { } last)
            return null;

        while (last + 2 < words.Count && Joins.Contains(words[last + 1].Lower) && PhraseEnd(words, last + 2) is { } more
            && (words[last + 1].Lower == "og" || words[last + 2].IsCapital || WordForms.IsActor(words[more].Text)))
        {
            last = more;
        }

        return (words[at].Start, words[last].End);
    }

    private static int? PhraseEnd(IReadOnlyList<Word> words, int at)
    {
        if (at >= words.Count || WordForms.IsTime(words, at) || WordForms.Prepositions.Contains(words[at].Lower))
            return null;

        var end = at;
        if (words[at].IsCapital)
        {
            while (end + 1 < words.Count && words[end + 1].IsCapital)
                end++;
            return end;
        }

        // "almen praksis", "cheflæge Jens Okholm", "ledende overlæge Ida Holm".
        if (at + 1 < words.Count && words[at + 1].Lower == "praksis")
            return at + 1;
        if (at + 1 < words.Count && words[at + 1].IsCapital && !WordForms.Determiners.Contains(words[at].Lower))
            return words[at].Lower.EndsWith("en", StringComparison.Ordinal) || words[at].Lower.EndsWith("et", StringComparison.Ordinal) ? at : PhraseEnd(words, at + 1);

        if (words[at].Lower is "alle" && (at + 1 == words.Count || WordForms.IsTime(words, at + 1)))
            return at;
        if (WordForms.Determiners.Contains(words[at].Lower) || WordForms.IsGenitive(words[at]))
        {
            for (end = at + 1; end + 1 < words.Count && IsAdjective(words[end].Lower) && IsNoun(words, end + 1);)
                end++;
            return end < words.Count && IsNoun(words, end) ? end : null;
        }

        return WordForms.IsDefinite(words[at]) || WordForms.IsActor(words[at].Text) ? at : null;
    }

    // »fælles«, »nye«, »åbent«, »økonomisk«.
    private static bool IsAdjective(string word) => (word.EndsWith('e') && !word.EndsWith("ere", StringComparison.Ordinal)) || word.EndsWith('t') || word.EndsWith("ig", StringComparison.Ordinal) || word.EndsWith("isk", StringComparison.Ordinal) || Adjectives.Contains(word) || WordForms.Determiners.Contains(word);

    private static bool IsNoun(IReadOnlyList<Word> words, int at) => !WordForms.IsTime(words, at) && !WordForms.Prepositions.Contains(words[at].Lower)
        && !WordForms.Adverbs.Contains(words[at].Lower) && !WordForms.Conjunctions.Contains(words[at].Lower) && (!WordForms.Determiners.Contains(words[at].Lower) || words[at - 1].Lower is "de" or "alle")
        && !WordForms.Modals.Contains(words[at].Lower) && !Infinitives.Contains(words[at].Lower);
}
