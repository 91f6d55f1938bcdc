namespace Klynge.Application.Chat.Commands.Apologies;

/// <summary>
/// Where the reason for an apology plainly begins: "pga. ferie", "jeg er på kursus", "på barsel", "andet møde". Anything else that is
/// not understood is asked about: a misread name or date must never end up as somebody's reason.
/// </summary>
internal static class ReasonWords
{
    private static readonly HashSet<string> Leads = Set(
        "pga", "p.g.a", "grundet", "fordi", "da", "eftersom", "aarsag", "aarsagen", "begrundelse", "begrundelsen", "because", "due");

    private static readonly HashSet<string> Verbs = Set(
        "er", "har", "skal", "holder", "tager", "rejser", "bliver", "faar", "sidder", "arbejder", "ligger", "am", "have");

    private static readonly HashSet<string> Small = Set("paa", "blevet", "stadig", "i", "til", "med", "et", "en", "min", "mit", "mine", "vores", "akut", "on", "in", "my");

    private static readonly HashSet<string> Others = Set("andet", "anden", "andre", "another");

    private static readonly HashSet<string> Nouns = Set("syg", "sygt", "sick", "fri", "barn", "barns", "boern", "barnets", "laege", "laegen", "vagt", "retten", "privat", "private", "travlt", "udlandet");

    private static readonly string[] Stems =
    [
        "sygdom", "sygemeld", "ferie", "sommerferie", "vinterferie", "efteraarsferie", "juleferie", "holiday", "vacation", "kursus", "kurser", "barsel",
        "orlov", "rejse", "tjenesterejse", "udlandsrejse", "konference", "seminar", "laegetid", "laegebesoeg", "tandlaege", "hospital", "operation",
        "begravelse", "bisaettelse", "bryllup", "konfirmation", "dobbeltbook", "fridag", "afspadser", "influenza", "corona", "covid", "forkoel",
        "jobsamtale", "undervis", "eksamen", "familie", "doedsfald", "forsink", "flytning", "foedsel", "kollision", "kalender", "sammenfald",
        "kommunalbestyrelse", "byraad", "regionsraadsmoede", "udvalgsmoede", "bestyrelsesmoede", "personalemoede", "temadag", "workshop", "studietur",
        "retsmoede", "arbejdspres", "tidspres", "personlige", "omsorgsdag", "barnedaab", "togforsink", "trafik", "snevejr", "strejke",
    ];

    /// <summary>Whether a reason begins at that word.</summary>
    /// <param name="isAbsence">Whether a word belongs to the apology itself: "har <b>meldt</b> afbud" gives no reason.</param>
    public static bool BeginAt(IReadOnlyList<Word> words, int at, Func<Word, bool> isAbsence)
    {
        var word = words[at].Folded;
        var next = at + 1 < words.Count ? words[at + 1].Folded : string.Empty;
        if (Leads.Contains(word) || (word == "paa" && next == "grund"))
            return true;
        if (word is "jeg" or "vi" or "i")
            return Verbs.Contains(next) && at + 2 < words.Count && !isAbsence(words[at + 2]);
        if (Verbs.Contains(word))
            return next.Length > 0 && !isAbsence(words[at + 1]) && (Small.Contains(next) || IsNoun(words, at + 1));
        return IsNoun(words, at) || (Small.Contains(word) && at + 1 < words.Count && IsNoun(words, at + 1));
    }

    private static bool IsNoun(IReadOnlyList<Word> words, int at)
    {
        var word = words[at].Folded;
        return Nouns.Contains(word)
            || Array.Exists(Stems, stem => word.StartsWith(stem, StringComparison.Ordinal))
            || (Others.Contains(word) && at + 1 < words.Count);
    }

    private static HashSet<string> Set(params string[] words) => new(words, StringComparer.Ordinal);
}
