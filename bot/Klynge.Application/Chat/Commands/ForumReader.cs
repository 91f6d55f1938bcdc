using Klynge.Domain.Calendar;

namespace Klynge.Application.Chat.Commands;

/// <summary>Finds the name of a known forum where it stands, "chefforum" as well as "Chefforummets".</summary>
internal static class ForumReader
{
    private static readonly string[] Kinds = ["forum", "raad", "niveau", "klynge", "udvalg", "gruppe"];
    private static readonly string[] Endings = ["", "s", "et", "ets", "met", "mets", "en", "ens"];

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
