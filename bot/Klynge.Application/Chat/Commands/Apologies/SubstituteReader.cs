using Klynge.Application.Chat.Commands.Readers;
using Klynge.Application.Forums.People;
using Klynge.Domain.Calendar;

namespace Klynge.Application.Chat.Commands.Apologies;

/// <summary>The words around a substitute: "stedfortræder Bo Friis", "Bo Friis kommer i stedet for mig", "min stedfortræder".</summary>
internal static class SubstituteReader
{
    /// <summary>The one on record for the seat, whoever that is.</summary>
    public const string OwnSubstitute = "min stedfortræder";

    private const int MaxNameWords = 5;
    private const int MaxWordsToInstead = 3;
    private const int MaxWordsToFor = 10;

    private static readonly string[] Marks = ["stedfortraeder", "stedfortraederen", "suppleant", "suppleanten", "substitute"];
    private static readonly string[] Verbs = ["er", "bliver", "is", "v", ""];
    private static readonly string[] Particles = ["de", "von", "van", "af", "la"];
    private static readonly string[] Reasons =
        ["pga", "grundet", "fordi", "da", "paa", "syg", "sygdom", "ferie", "deltager", "kommer", "moeder", "til", "den", "d", "i", "med", "because"];

    private static readonly string[] Going = ["kommer", "deltager", "moeder", "op", "er", "gaar", "tager", "bliver", "vil", "kan", "komme", "deltage", "med", "is", "comes", "coming"];

    private static readonly string[] Replacing = ["afloeser", "erstatter", "repraesenterer", "vikarierer", "daekker"];

    private static readonly string[] Coming = ["kommer", "deltager", "moeder", "traeder", "stiller", "vikarierer", "daekker", "gaar", "tager"];

    public static bool IsMark(Word word) => Marks.Contains(word.Folded);

    public static int FirstOfName(IReadOnlyList<Word> words, int at)
    {
        while (at < words.Count && Verbs.Contains(words[at].Folded))
            at++;
        return at;
    }

    /// <summary>The words from <paramref name="at"/> that say somebody comes instead: "kommer i stedet for mig"; 0 for none.</summary>
    public static int InsteadAt(IReadOnlyList<Word> words, int at)
    {
        var start = at;
        while (at < words.Count && at - start < MaxWordsToInstead && Going.Contains(words[at].Folded))
            at++;
        if (at < words.Count && words[at].Folded is "instead" or "istedet" or "isteden" or "istedetfor")
            return at + 1 - start;
        if (at > start && at + 1 < words.Count && words[at].Folded is "min" or "hendes" or "hans" && words[at + 1].Folded is "plads" or "stol")
            return at + 2 - start;
        if (at + 1 < words.Count && words[at].Folded == "som")
        {
            var mark = words[at + 1].Folded is "min" or "hendes" or "hans" ? at + 2 : at + 1;
            return mark < words.Count && IsMark(words[mark]) ? mark + 1 - start : 0;
        }

        if (at + 1 >= words.Count || words[at].Folded != "i")
            return 0;
        if (at + 2 < words.Count && words[at + 2].Folded == "sted" && words[at + 1].Folded is "mit" or "min" or "hendes" or "hans" or "vores")
            return at + 3 - start;
        if (words[at + 1].Folded is not ("stedet" or "sted"))
            return 0;
        var isForMe = at + 3 < words.Count && words[at + 2].Folded == "for" && words[at + 3].Folded is "mig" or "os" or "hende" or "ham";
        return at + (isForMe ? 4 : 2) - start;
    }

    /// <summary>"i stedet <b>kommer</b> Christina": whoever is named behind it comes instead.</summary>
    public static bool IsInsteadBefore(IReadOnlyList<Word> words, int at) =>
        at > 1 && Going.Contains(words[at - 1].Folded) && words[at - 2].Folded is "stedet" or "istedet" or "isteden" or "sted";

    /// <summary>
    /// "Christina <b>kommer i stedet for Mehmet</b>", "jeg <b>tager den for Nadia</b>": whoever is named before those words comes, and whoever is
    /// named behind them stays away.
    /// </summary>
    public static bool GoesFor(IReadOnlyList<Word> words, int at, PeopleDirectory people)
    {
        if (at < words.Count && Replacing.Contains(words[at].Folded) && PersonReader.Read(words, at + 1, people) is not null)
            return true;
        var goes = at < words.Count && (Going.Contains(words[at].Folded) || Coming.Contains(words[at].Folded));
        for (var i = at; i + 1 < words.Count && i < at + MaxWordsToFor; i++)
        {
            if (words[i].Folded is "ikke" or "ik" or "afbud" || (i > at && words[i - 1].EndsPhrase))
                return false;
            var isInstead = words[i].Folded == "istedetfor" || (words[i].Folded == "for" && ((i > at && words[i - 1].Folded is "stedet" or "istedet" or "isteden" or "stedfortraeder" or "suppleant" or "vikar") || goes));
            if (isInstead && PersonReader.Read(words, i + 1, people) is not null)
                return true;
        }

        return false;
    }

    /// <summary>"jeg <b>tager den</b>", "jeg træder til", said of the sender where somebody else stays away; 0 for none.</summary>
    public static int SelfComesAt(IReadOnlyList<Word> words, int at) =>
        at + 1 < words.Count && (words[at].Folded, words[at + 1].Folded) is ("tager", "den" or "det" or "moedet" or "pladsen") or ("traeder" or "stiller" or "moeder", "til" or "op" or "ind") or ("kommer" or "deltager", "i" or "istedet") or ("daekker" or "vikarierer", _)
            ? ComesAt(words, at) : 0;

    /// <summary>"Christina tager mødet 21/12 for mig": whoever is named before those words comes instead.</summary>
    public static bool GoesForMe(IReadOnlyList<Word> words, int at)
    {
        if (at >= words.Count || !Going.Contains(words[at].Folded))
            return false;
        for (var i = at + 1; i + 1 < words.Count; i++)
        {
            if (words[i].Folded is "ikke")
                return false;
            if (words[i].Folded == "for" && words[i + 1].Folded is "mig" or "os")
                return true;
        }

        return false;
    }

    /// <summary>The words that say the substitute does not come: "min stedfortræder <b>kan heller ikke</b>"; 0 for none.</summary>
    public static int AwayAt(IReadOnlyList<Word> words, int at)
    {
        var isVerb = at < words.Count && words[at].Folded is "kan" or "kommer" or "deltager" or "er" or "har";
        for (var i = at + 1; isVerb && i < words.Count && i <= at + MaxWordsToInstead; i++)
        {
            if (words[i].Folded is "ikke" or "ik" or "forhindret" or "syg" or "optaget")
                return i + 1 - at;
            if (words[i].Folded is not ("heller" or "desvaerre" or "ogsaa" or "jo" or "selv"))
                return 0;
        }

        return 0;
    }

    /// <summary>"…, Farhad <b>kommer</b>", "Christina <b>træder til</b>": the words that say so of whoever was named, where somebody else stays away; 0 for none.</summary>
    public static int ComesAt(IReadOnlyList<Word> words, int at)
    {
        if (at >= words.Count || !Coming.Contains(words[at].Folded))
            return 0;
        var end = at + 1;
        while (end < words.Count && !words[end - 1].EndsPhrase && words[end].Folded is "til" or "ind" or "op" or "den" or "for" or "mig" or "hende" or "ham" or "saa" or "gerne" or "med")
            end++;
        for (var i = at; i < words.Count && (i == at || !words[i - 1].EndsPhrase); i++)
        {
            if (words[i].Folded is "ikke" or "ik" or "heller" or "afbud" or "ogsaa" or "over" or "alligevel")
                return 0;
        }

        // "til" before a day leads to it.
        return words[end - 1].Folded is "til" or "den" && end < words.Count && words[end].Text.ContainsAnyInRange('0', '9') ? end - 1 - at : end - at;
    }

    /// <summary>"Marianne <b>tager over</b>", who leads the meeting then: no substitute, and not away; 0 for none.</summary>
    public static int LeadsAt(IReadOnlyList<Word> words, int at) => at + 1 < words.Count
        && (words[at].Folded, words[at + 1].Folded) is ("tager", "over") or ("leder", _) or ("styrer", _) or ("er", "moedeleder") or ("er", "ordstyrer") ? 2 : 0;

    public static bool IsSelf(string name) => DanishText.Fold(name) is "mig" or "mig selv" or "jeg" or "jeg selv";

    /// <summary>"stedfortræder Knud <b>eller</b> Helle", "… eller ingen": which one is asked.</summary>
    /// <param name="mark">Where "stedfortræder" stands.</param>
    public static CommandUnclear? Either(IReadOnlyList<Word> words, int mark, int first, int end, PeopleDirectory people)
    {
        if (end + 1 >= words.Count || words[end].Folded is not ("eller" or "or"))
            return null;
        var nobody = words[end + 1].Folded is "ingen" or "ikke";
        var behind = nobody ? end + 2
            : PersonReader.Read(words, end + 1, people) is { } other ? end + 1 + other.Words
            : EndOfName(words, end + 1);
        if (behind <= end + 1)
            return null;

        var (text, one) = (words[mark].Source, Name(words, first, end));
        var two = nobody ? Name(words, end + 1, end + 2) : Name(words, end + 1, behind);
        return new CommandUnclear(Texts.WhoInstead(one, two), [With(one), nobody ? new CommandChoice(Texts.NobodyInstead, Command(text[..words[mark].Start])) : With(two)]);

        CommandChoice With(string name) => new(name, Command($"{text[..words[first].Start]}{name} "));

        string Command(string front) => $"{CommandCatalogue.Apology.Name} {front}{text[words[behind - 1].End..]}".Trim();
    }

    public static string Name(IReadOnlyList<Word> words, int first, int end) =>
        words[first].Source[words[first].Start..words[end - 1].End].Trim(CommandMarks.Around);

    // A name written with capitals ends with the last of them; one in small letters at a comma or where a reason begins.
    public static int EndOfName(IReadOnlyList<Word> words, int first)
    {
        var isCapitalised = first < words.Count && words[first].IsCapitalised;
        var end = first;
        while (end < words.Count && end - first < MaxNameWords && Belongs(words, end, isCapitalised))
        {
            end++;
            if (words[end - 1].EndsPhrase)
                break;
        }

        return end;
    }

    private static bool Belongs(IReadOnlyList<Word> words, int at, bool isCapitalised)
    {
        if (isCapitalised)
            return words[at].IsCapitalised || IsParticle(words, at);
        return !Reasons.Contains(words[at].Folded) && words[at].Folded is { Length: > 0 } folded && char.IsLetter(folded[0]);
    }

    // "de la" before "Cour", not "af" before a reason.
    private static bool IsParticle(IReadOnlyList<Word> words, int at)
    {
        while (at < words.Count && Particles.Contains(words[at].Folded))
            at++;
        return at < words.Count && at > 0 && Particles.Contains(words[at - 1].Folded) && words[at].IsCapitalised;
    }
}
