using Klynge.Application.Forums.People;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;

namespace Klynge.Application.Chat.Commands.Readers;

/// <summary>Somebody named in a sentence: how it was written, how many words that took, and whom it fits.</summary>
internal readonly record struct PersonRead(string Written, int Words, IReadOnlyList<ListedPerson> People);

/// <summary>
/// Finds a person's name where it stands in a sentence. Stricter than <see cref="PeopleDirectory.Find"/>, since most words are no names:
/// "ferie" begins no name here, and "line" is Line with a capital only.
/// </summary>
internal static class PersonReader
{
    private const int MaxNameWords = 6;

    private static readonly string[] Titles = ["direktoeren", "chefen", "formanden", "borgmesteren", "lederen", "laegen", "repraesentanten", "medlemmet", "sekretaeren", "koordinatoren", "konsulenten"];

    /// <summary>The longest name that begins at that word; null where none does.</summary>
    public static PersonRead? Read(IReadOnlyList<Word> words, int at, PeopleDirectory people)
    {
        for (var count = Math.Min(MaxNameWords, words.Count - at); count > 0; count--)
        {
            if (Fits(words, at, count, people) is { Count: > 0 } found)
                return WithBrackets(words, at, count, found, people);
        }

        return null;
    }

    /// <summary>How many words at that place name somebody by what they are, "sygehusdirektøren", "borgmesteren i Lyngbæk"; 0 for none.</summary>
    public static int TitleAt(IReadOnlyList<Word> words, int at)
    {
        var word = words[at].Folded.TrimEnd('s');
        if (!Array.Exists(Titles, title => word.EndsWith(title, StringComparison.Ordinal)))
            return 0;
        var isOf = at + 2 < words.Count && words[at + 1].Folded is "i" or "fra" or "for" or "paa" && words[at + 2].IsCapitalised;
        return isOf ? 3 : 1;
    }

    /// <summary>Whether anybody but <paramref name="self"/> is named anywhere in the text.</summary>
    public static bool NamesAnother(string text, PeopleDirectory people, string? self)
    {
        var words = Word.Split(text);
        return Enumerable.Range(0, words.Count).Any(at =>
            Read(words, at, people) is { } read && read.People.All(person => self is null || person.Name != self));
    }

    // A comma ends a name: "Gitte, Peter" are two; "Aagesen, Torben" is one, since that is somebody's whole name.
    private static bool IsOneName(IReadOnlyList<Word> words, int at, int count, NameFit fit) =>
        Enumerable.Range(at, count - 1).All(i => !words[i].EndsPhrase || (count == 2 && fit == NameFit.Parts && words[i + 1].IsCapitalised));

    private static IReadOnlyList<ListedPerson> Fits(IReadOnlyList<Word> words, int at, int count, PeopleDirectory people)
    {
        var written = Written(words, at, count);
        var found = people.Find(written);
        if (found.Fitting.Count == 0 || Enumerable.Range(at, count).Any(i => words[i].Folded.Length == 0) || !IsOneName(words, at, count, found.Fit))
            return [];
        if (written.Contains('@', StringComparison.Ordinal) || found.Fit == NameFit.Whole)
            return found.Fitting;
        return found.Fit == NameFit.Parts && (count == 1 ? IsName(words[at]) : IsSeveral(words, at, count)) ? found.Fitting : [];
    }

    private static bool IsName(Word word) => word is { IsCapitalised: true, Folded.Length: > 1 };

    // Small letters are a name where each is a whole part of it: "peter thorup"; "p thorup" may be anything.
    private static bool IsSeveral(IReadOnlyList<Word> words, int at, int count) =>
        Enumerable.Range(at, count).All(i => words[i].IsCapitalised || words[i].Folded.Length > 2);

    private static PersonRead WithBrackets(
        IReadOnlyList<Word> words, int at, int count, IReadOnlyList<ListedPerson> found, PeopleDirectory people)
    {
        var end = at + count;
        if (end < words.Count && words[end].Text[0] == '(')
        {
            var close = end;
            while (close < words.Count && !words[close].Text.Contains(')'))
                close++;
            if (close < words.Count && people.Find(words[at].Source[words[at].Start..words[close].End]).Fitting is { Count: > 0 } narrowed)
                return new PersonRead(Written(words, at, close - at + 1), close - at + 1, narrowed);
        }

        return new PersonRead(Written(words, at, count), count, found);
    }

    private static string Written(IReadOnlyList<Word> words, int at, int count)
    {
        var text = words[at].Source[words[at].Start..words[at + count - 1].End].Trim(',', ';', ':', '.', '!', '?', '»', '«', '"', ' ');
        return DanishText.Shorten(text, CommandLimits.MaxName);
    }
}
