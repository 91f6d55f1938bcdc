using Klynge.Domain.Calendar;

namespace Klynge.Application.Chat.Commands.Apologies;

/// <summary>
/// Sentences with the word "afbud" that say there is none, or none any longer: "jeg kommer ikke med afbud", "ingen afbud fra mig", "afbud
/// aflyst 14. januar", "afbuddet gælder ikke". They are read as taking an apology back; "jeg kan ikke komme, afbud" is an apology.
/// </summary>
internal static class Denial
{
    private static readonly string[] Nouns = ["afbud", "afbuddet", "afbuddene"];
    private static readonly string[] Not = ["ikke", "ik", "ikk", "itte", "ingen", "intet", "uden", "aldrig", "hverken", "not", "no"];

    /// <summary>Between "ikke" and "afbud" these leave the "ikke" with the apology.</summary>
    private static readonly HashSet<string> Sending = new(StringComparer.Ordinal)
    {
        "har", "meldt", "melde", "melder", "med", "at", "taenkt", "taenker", "mig", "sende", "sender", "sendt", "noget", "nogen", "et", "mit", "give", "giver", "givet",
        "vil", "skal", "om", "til", "hensigt", "planer", "laengere", "mere", "alligevel", "som", "selv", "aktuelt", "nogle", "fra", "en", "skulle", "have", "brug", "for", "noedt", "oensker",
    };

    private static readonly HashSet<string> Withdrawn = new(StringComparer.Ordinal)
    {
        "aflyst", "aflyses", "aflyser", "annulleret", "annulleres", "annullerer", "annuller", "bortfalder", "bortfaldet", "fortrydes", "fortrudt", "fortryder", "slettes", "slettet", "droppes",
        "droppet", "ophaeves", "ophaevet", "ugyldigt", "fejl", "fejltagelse", "tilbagekaldt", "tilbagekaldes", "fjernes", "udgaar", "frafaldes", "cancelled", "withdrawn",
    };

    /// <summary>Between "afbud" and what became of it: "afbud <b>til mødet den 14. januar er</b> aflyst".</summary>
    private static readonly HashSet<string> Small = new(StringComparer.Ordinal)
    {
        "", "er", "bliver", "blev", "hermed", "til", "d", "den", "det", "for", "fra", "mig", "moedet", "moederne", "i", "paa", "nu", "igen", "helt", "desvaerre", "jeg", "har", "mit", "kl", "alligevel",
        "traekkes", "traekker", "traek", "trukket", "kan", "skal", "maa", "du", "bedes", "var", "en", "ved", "saa", "jo", "herved", "godt", "lige", "vaere", "kaldes", "tages", "taget", "tager", "kommer", "og", "vil", "gerne",
    };

    internal static bool Stands(List<Word> words)
    {
        if (words.Count == 0 || words[0].Folded.StartsWith("hv", StringComparison.Ordinal) || words[^1].Source.TrimEnd().EndsWith('?'))
            return false;
        var noun = words.FindIndex(word => Nouns.Contains(word.Folded));
        return noun >= 0 && (IsDeniedBefore(words, noun) || IsWithdrawnBehind(words, noun) || IsWithdrawnBefore(words, noun));
    }

    private static bool IsDeniedBefore(List<Word> words, int noun)
    {
        for (var at = noun - 1; at >= 0; at--)
        {
            if (words[at].EndsPhrase || EndsSentence(words[at]))
                return false;
            if (Not.Contains(words[at].Folded))
                return true;
            if (!Sending.Contains(words[at].Folded))
                return false;
        }

        return false;
    }

    private static bool IsWithdrawnBehind(List<Word> words, int noun)
    {
        for (var at = noun + 1; at < words.Count; at++)
        {
            if (words[at - 1].EndsPhrase || EndsSentence(words[at - 1]))
                return false;
            var word = words[at].Folded;
            if (Withdrawn.Contains(word) || (word is "tilbage" && IsTakenBack(words)) || (word is "ikke" && words[at - 1].Folded is "gaelder" or "er" or "skal" or "alligevel") || (word is "alligevel" && at == noun + 1 && at + 1 < words.Count && words[at + 1].Folded == "ikke"))
                return true;
            if (!Small.Contains(word) && word is not ("gaelder" or "ikke" or "laengere") && !word.Any(char.IsAsciiDigit) && !words[at].IsCapitalised && !DanishNames.Months.Contains(word, StringComparer.Ordinal)
                && !word.EndsWith("moedet", StringComparison.Ordinal))
            {
                return false;
            }
        }

        return false;
    }

    // "jeg fortryder mit afbud", "jeg trækker afbuddet til januar tilbage".
    private static bool IsWithdrawnBefore(List<Word> words, int noun) =>
        words.Take(noun).Any(word => word.Folded is "traekker" or "traekke" or "fortrudt" or "fortryder" or "fortryde" or "slet" or "slette" or "fjern" or "fjerne" or "annuller" or "glem" or "drop" or "fortryd" or "annullerer" or "annullere" or "tilbagekalder" or "tilbagekalde")
        || (IsTakenBack(words[..noun]) && words.Skip(noun).Any(word => word.Folded == "tilbage"));

    private static bool IsTakenBack(List<Word> words) => words.Exists(word => word.Folded is "traekker" or "traekke" or "traek" or "traekkes" or "trukket"
        or "tager" or "tage" or "tages" or "taget" or "kaldes" or "kalder" or "kaldt");

    private static bool EndsSentence(Word word) => word.Text[^1] is '.' or '!' && word.Folded.Length > 2 && !word.Text.ContainsAnyInRange('0', '9');
}
