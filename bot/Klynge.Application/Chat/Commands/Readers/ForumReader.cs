using Klynge.Domain.Calendar;

namespace Klynge.Application.Chat.Commands.Readers;

/// <summary>Finds the name of a known forum where it stands, "chefforum" as well as "Chefforummets".</summary>
internal static class ForumReader
{
    private static readonly string[] Kinds = ["forum", "raad", "niveau", "klynge", "udvalg", "gruppe"];
    private static readonly string[] Endings = ["", "s", "et", "ets", "met", "mets", "en", "ens"];

    private const int MaxBefore = 2;

    private static readonly string[] Gatherings =
    [
        "bestyrelse", "byraad", "kommunalbestyrelse", "regionsraad", "udvalg", "personale", "styregruppe", "arbejdsgruppe", "direktionsmoede", "afdelingsmoede", "generalforsamling",
        "julefrokost", "frokost", "fest", "reception", "seminar", "kursus", "kurset", "konference", "temadag", "workshop", "jubilaeum", "middag",
    ];

    private static readonly string[] Before = ["til", "for", "i", "hos", "to", "in"];

    private static readonly string[] OwnNouns = ["forum", "niveau"];

    /// <summary>The forums whose name or alias begins at that word, and how many words it takes; the longest name wins.</summary>
    public static (IReadOnlyList<KnownForum> Forums, int Words) Read(ReadOnlySpan<Word> words, IReadOnlyList<KnownForum> known)
    {
        var (found, longest) = (new List<KnownForum>(), 0);
        foreach (var forum in known)
        {
            var length = Longest(words, forum);
            if (length == 0 || length < longest)
                continue;
            if (length > longest)
                found.Clear();
            found.Add(forum);
            longest = length;
        }

        return (found, longest);
    }

    /// <summary>Whether a word that is no forum's name looks as if one was meant: "Cheforum", "Brugerrådet".</summary>
    public static bool MayBeMeant(string word, IReadOnlyList<KnownForum> known) =>
        Array.Exists(Kinds, kind => word.Contains(kind, StringComparison.Ordinal))
        || known.Any(forum => word.Length > 3 && DanishText.Distance(word, forum.Name) <= 3);

    /// <summary>
    /// Words behind "til", "for" or "i" that end with the name of a forum which the person is not in, "Driftsforum", "det politiske niveau":
    /// where the command goes on without them, it would be about another forum than they say.
    /// </summary>
    /// <returns>The words of the name; none for "i vores forum", and for whatever names no forum.</returns>
    public static string? StrangeName(IReadOnlyList<Word> words, IReadOnlyList<KnownForum> known)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (!IsStrange(words, at, known))
                continue;
            var first = at;
            while (first > 0 && at - first < MaxBefore && !Before.Contains(words[first - 1].Folded))
                first--;
            if (first > 0 && Before.Contains(words[first - 1].Folded))
                return words[at].Source[words[first].Start..words[at].End].Trim(CommandMarks.Around);
        }

        return null;
    }

    /// <summary>The name of such a forum at that word, whatever stands before it: "afbud Driftsforum", "politisk niveau".</summary>
    public static string? StrangeAt(IReadOnlyList<Word> words, int at, IReadOnlyList<KnownForum> known)
    {
        var end = words[at].Folded.StartsWith("politisk", StringComparison.Ordinal) && at + 1 < words.Count ? at + 1 : at;
        var isName = words[end].Folded.Length > OwnNouns[0].Length && words[end].Folded is not ("forummet" or "forumet" or "niveauet") && IsStrange(words, end, known);
        return isName ? words[at].Source[words[at].Start..words[end].End].Trim(CommandMarks.Around) : null;
    }

    /// <summary>
    /// A gathering that is none of ours, behind the words that say what is missed: "afbud til <b>bestyrelsesmødet i Lyngbæk Forsyning</b>". As a
    /// reason it stands otherwise: "jeg skal til bestyrelsesmøde".
    /// </summary>
    public static string? OtherGatheringAt(IReadOnlyList<Word> words, int at, IReadOnlyList<KnownForum> known)
    {
        if (words[at].Folded is not ("til" or "i") || (at > 0 && words[at - 1].Folded is not ("afbud" or "deltage" or "deltager" or "komme" or "kommer" or "med" or "ikke")))
            return null;
        var noun = at + 1;
        while (noun < words.Count && words[noun].Folded is "et" or "en" or "det" or "den" or "vores" or "jeres" or "aarets")
            noun++;
        if (noun == words.Count || !Array.Exists(Gatherings, stem => words[noun].Folded.StartsWith(stem, StringComparison.Ordinal)) || Read([.. words.Skip(noun)], known).Words > 0)
            return null;
        var end = noun + 1;
        while (end < words.Count && !words[end - 1].EndsPhrase && (words[end].IsCapitalised || (words[end].Folded is "i" or "hos" or "for" && end + 1 < words.Count && words[end + 1].IsCapitalised)))
            end++;
        return words[at].Source[words[noun].Start..words[end - 1].End].Trim(CommandMarks.Around);
    }

    private static bool IsStrange(IReadOnlyList<Word> words, int at, IReadOnlyList<KnownForum> known)
    {
        var word = words[at].Folded;
        var isForum = Array.Exists(OwnNouns, noun => word.LastIndexOf(noun, StringComparison.Ordinal) is >= 0 and var start
            && Endings.Contains(word[(start + noun.Length)..]) && (start > 0 || (at > 0 && words[at - 1].Folded.StartsWith("politisk", StringComparison.Ordinal))));
        return isForum && !Enumerable.Range(Math.Max(0, at - MaxBefore), Math.Min(at, MaxBefore) + 1)
            .Any(first => Read([.. words.Skip(first).Take(at - first + 1)], known) is { Words: var length } && first + length == at + 1);
    }

    private static int Longest(ReadOnlySpan<Word> words, KnownForum forum)
    {
        var longest = Matched(words, forum.Name);
        foreach (var alias in forum.Aliases)
            longest = Math.Max(longest, Matched(words, alias));
        return longest;
    }

    private static int Matched(ReadOnlySpan<Word> words, string name)
    {
        var parts = Word.Split(name);
        if (parts.Count == 0 || parts.Count > words.Length)
            return 0;
        for (var i = 0; i < parts.Count; i++)
        {
            if (!IsSame(words[i].Folded, parts[i].Folded, isLast: i == parts.Count - 1))
                return 0;
        }

        return parts.Count;
    }

    private static bool IsSame(string written, string name, bool isLast)
    {
        if (!isLast || !written.StartsWith(name, StringComparison.Ordinal))
            return written == name;
        return name.Length > 0 && Endings.Contains(written[name.Length..]);
    }
}
