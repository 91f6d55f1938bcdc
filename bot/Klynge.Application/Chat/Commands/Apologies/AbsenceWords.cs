namespace Klynge.Application.Chat.Commands.Apologies;

/// <summary>Words that belong to an apology itself and say nothing beside it: "jeg <b>må desværre melde</b> afbud", "<b>kan ikke komme</b>".</summary>
internal static class AbsenceWords
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal)
    {
        "afbud", "meld", "melde", "melder", "meldt", "kan", "kunne", "ikke", "deltage", "deltager", "komme", "kommer", "kom", "med", "vaere",
        "moede", "moeder", "maa", "desvaerre", "beklager", "beklageligvis", "vil", "gerne", "skal", "har", "hermed", "forhindret", "bliver", "blive",
        "ik", "ikk", "pas", "naar", "tager", "tage", "mit", "vaek", "hjemme", "noedt", "at", "jeg", "vi", "mig", "min", "selv", "du", "saa", "og", "men", "altsaa", "vegne", "sender", "sende",
        "baade", "hverken", "her", "aflyse", "framelde", "afmelde", "mulighed", "tid", "stede", "passer", "skriver", "siger", "oplyser", "bad", "bedt", "sige", "ham", "hende", "op", "springe", "springer", "over", "dropper", "droppe", "optaget", "fravaerende", "udebliver", "forhindrede", "udgaar", "heller", "ogsaa", "gaelder", "samme", "goer", "undskyld", "hilsen", "alt", "faktisk", "der", "han", "hun", "de", "den", "naa", "nej", "ja", "ringet", "ringer", "alligevel", "videre", "tak", "venligst", "bare", "skriv", "notere", "noter", "sig",
        "cannot", "attend", "come", "sorry", "deltagelse", "er", "det", "lige", "mine", "faar", "ser", "ud", "jo", "nu", "registrere", "registrer", "var", "ville", "stadig", "stadigvaek", "hej", "hejsa", "kaere", "herfra", "vedr", "vedroerende", "ang", "angaaende", "laegge", "laeg", "ind", "stedet", "derfor", "can't", "make", "it", "will", "not", "won't", "unable", "able", "attending", "coming",
    };

    /// <summary>Words that turn or doubt what the others say: "afbud, nej …", "kommer heller ikke 14/1" misses another meeting as well.</summary>
    private static readonly string[] Turning = ["ikke", "ik", "ikk", "alligevel", "nej", "heller", "kommer", "kom", "ville"];

    private static readonly string[] Maybe = ["maaske", "muligvis", "formentlig", "sandsynligvis", "vist", "formodentlig", "nok", "tror", "taenker", "regner"];

    /// <summary>Several people or a body: whose seats are meant is asked.</summary>
    private static readonly string[] Groups =
    [
        "formandskabet", "formandskab", "formanden", "sekretariatet", "alle", "hele", "os", "kommunerne", "kommunen", "regionen", "hospitalet", "psykiatrien", "sygehuset", "almen", "patienterne", "laegerne", "begge",
    ];

    internal static bool Turns(Word word) => Turning.Contains(word.Folded);

    internal static bool Contains(Word word) => All.Contains(word.Folded);

    /// <summary>"måske", "eller måske": the apology is not sure.</summary>
    internal static bool IsMaybe(IReadOnlyList<Word> words, int at) =>
        Maybe.Contains(words[at].Folded) || (words[at].Folded == "eller" && at + 1 < words.Count && Maybe.Contains(words[at + 1].Folded));

    /// <summary>"hverken hun <b>eller</b> Torben kommer": both stay away.</summary>
    internal static bool IsNeither(IReadOnlyList<Word> words, int at) => words[at].Folded == "eller" && words.Take(at).Any(word => word.Folded == "hverken");

    /// <summary>How many words name a body at that word: "formandskabet", "hele sekretariatet"; 0 for none.</summary>
    internal static int GroupAt(IReadOnlyList<Word> words, int at) =>
        !Groups.Contains(words[at].Folded) ? 0 : words[at].Folded is "alle" or "hele" && at + 1 < words.Count ? 2 : 1;
}
