using System.Collections.Frozen;

namespace Klynge.Application.Deadlines.Finding;

/// <summary>Reads who does what a passive verb tells of: the phrase behind its »af«.</summary>
internal static class DoneBy
{
    /// <summary>»i løbet af april«, »i form af en tabel«, »på baggrund af høringen«: no »af« that somebody stands behind.</summary>
    private static readonly FrozenSet<string> NotByAnybody = WordForms.Words("løbet form stedet midten slutningen begyndelsen starten kraft forlængelse baggrund grund");

    /// <summary>»sendes til ministeriet af …«.</summary>
    private static readonly FrozenSet<string> Between = WordForms.Words("til for på hos i med om");

    /// <summary>End like what is done and are none.</summary>
    private static readonly FrozenSet<string> Nouns = WordForms.Words("løbet resultatet senest");

    /// <summary>»udarbejdes af økonomigruppen«, »fremlægges for rådet af universitetet«, »bliver listen opdateret af teamet«; not »i løbet af april«.</summary>
    internal static string? Read(string text, IReadOnlyList<Word> words, int verb)
    {
        for (var at = verb + 1; at < words.Count - 1; at++)
        {
            if (words[at].Lower != "af" || !IsDoneRightBefore(words, verb, at))
                continue;
            if (NounPhrases.At(words, at + 1) is { } by && text[by.Start..by.End] is var who && !WordForms.IsTime(words, at + 1))
                return who;
        }

        return null;
    }

    private static bool IsDoneRightBefore(IReadOnlyList<Word> words, int verb, int by)
    {
        // Back over "ud", "rundt" and one "til ministeriet", "for rådet": what stands there must be done.
        var at = by - 1;
        while (at > verb && (WordForms.Adverbs.Contains(words[at].Lower) || words[at].Lower is "begge" or "om" || (at - 1 == verb && words[at].Lower.EndsWith('t') && WordForms.IsPassive(words[verb].Lower))))
            at--;
        if (IsDone(words, verb, at))
            return true;

        var preposition = at - 1;
        while (preposition > verb && preposition > at - 4 && !Between.Contains(words[preposition].Lower))
            preposition--;
        var before = preposition - 1;
        while (before > verb && WordForms.Adverbs.Contains(words[before].Lower))
            before--;
        return preposition > verb && !NotByAnybody.Contains(words[at].Lower) && IsDone(words, verb, before);
    }

    private static bool IsDone(IReadOnlyList<Word> words, int verb, int at) => at >= verb
        && ((WordForms.IsPassive(words[at].Lower) && words[at].Lower is not "modtages")
            || (at > verb && (words[at].Lower.EndsWith('t') || words[at].Lower.EndsWith("ede", StringComparison.Ordinal)) && !Nouns.Contains(words[at].Lower)
                && (WordForms.States.Contains(words[verb].Lower) || words.Skip(verb).Take(at - verb).Any(word => word.Lower is "være" or "blive"))));
}
