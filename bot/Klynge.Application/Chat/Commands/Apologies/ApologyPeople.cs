using Klynge.Application.Chat.Commands.Readers;
using Klynge.Domain.Forums;

namespace Klynge.Application.Chat.Commands.Apologies;

/// <summary>
/// Whom the words of an apology name, in their order: "Lund og Rahimi", "Mehmet og jeg", "… Det samme har Farhad". Each is found again by the
/// name as it was written.
/// </summary>
internal sealed class ApologyPeople(ParserContext context)
{
    private static readonly string[] Selves = ["jeg", "mig", "undertegnede"];
    private static readonly string[] Informing = ["ringet", "skrevet", "sagt", "oplyst", "siger", "skriver", "oplyser", "mailet", "fortalt", "bedt"];

    private readonly List<Named> _all = [];

    internal IReadOnlyList<Named> All => _all;

    /// <summary>Whether the name before, and nothing else, stands right before that word: "Lund <b>og</b> Rahimi", "Gitte, Peter".</summary>
    internal bool EndAt(int at) => _all.Count > 0 && _all[^1].End == at;

    /// <summary>Whether all stand in one row, with "og" or commas between.</summary>
    internal bool AreInARow(IReadOnlyList<Word> words) =>
        _all.Zip(_all.Skip(1)).All(pair => Enumerable.Range(pair.First.End, Math.Max(0, pair.Second.At - pair.First.End)).All(at => IsAnd(words[at])));

    internal static bool IsAnd(Word word) => word.Folded is "og" or "samt" or "and" or "for" or "fra" or "plus" or "baade" or "";

    /// <summary>
    /// How many words behind a name say that they only told it: "Gitte <b>har sagt</b>, at Torben ikke kommer"; 0 where it is about them as
    /// well: "Gitte har sagt, at hverken hun eller Torben kommer".
    /// </summary>
    internal int TellsAt(IReadOnlyList<Word> words, int behind)
    {
        var verb = behind < words.Count && words[behind].Folded == "har" ? behind + 1 : behind;
        if (verb >= words.Count || !Informing.Contains(words[verb].Folded) || (verb + 1 < words.Count && words[verb + 1].Folded == "afbud"))
            return 0;
        return _all.Count > 0 || IsOfAnother(words, verb + 1) ? verb + 1 - behind : 0;
    }

    private bool IsOfAnother(IReadOnlyList<Word> words, int from)
    {
        for (var at = from; at < words.Count; at++)
        {
            if (words[at].Folded is "hun" or "han" or "selv")
                return false;
            if (words[at - 1].Folded is not ("til" or "med" or "hos") && PersonReader.Read(words, at, context.People) is not null)
                return true;
        }

        return false;
    }

    /// <summary>"Torben kommer ikke, <b>det gør Mehmet</b>": he does come.</summary>
    internal static bool Does(IReadOnlyList<Word> words, int at, int behind)
    {
        var isBefore = at > 1 && words[at - 1].Folded == "goer" && words[at - 2].Folded is "det" or "men" or "der" or "saa";
        var isBehind = at > 0 && behind < words.Count && words[behind].Folded == "goer";
        return (isBefore || isBehind) && !words.Skip(behind).Take(4).Any(word => word.Folded is "heller" or "ogsaa" or "ikke" or "samme");
    }

    /// <summary>"afbud for Mehmet, <b>ikke for</b> Peter"; "Gitte kommer ikke, Peter …" leaves nobody out.</summary>
    internal static bool IsLeftOut(IReadOnlyList<Word> words, int at)
    {
        var not = at > 1 && words[at - 1].Folded is "for" or "fra" ? at - 2 : at - 1;
        return not > 0 && words[not].Folded == "ikke" && !words[not].EndsPhrase && (words[not - 1].EndsPhrase || words[not - 1].Folded is "men" or "og");
    }

    internal void Add(PersonRead read, int at)
    {
        var person = read.People is [var only] ? only.Id : (PersonId?)null;
        if (person is null || !_all.Exists(one => one.Person == person))
            _all.Add(new Named(read.Written, at, at + read.Words, person));
        else if (_all[^1].Person == person)
            _all[^1] = _all[^1] with { End = at + read.Words };
    }

    internal void AddStranger(string name, int at, int end) => _all.Add(new Named(name, at, end, null));

    /// <summary>The sender besides others: "Mehmet og <b>jeg</b>", "<b>mig</b> og Gitte". Alone the word says nothing: an apology is the sender's own.</summary>
    internal int SelfAt(IReadOnlyList<Word> words, int at)
    {
        if (!Selves.Contains(words[at].Folded))
            return 0;
        var end = at + 1 < words.Count && words[at + 1].Folded == "selv" ? at + 2 : at + 1;
        var isBehind = at > 0 && words[at - 1].Folded == "og" && EndAt(at - 1);
        var isBefore = end + 1 < words.Count && words[end].Folded == "og" && PersonReader.Read(words, end + 1, context.People) is not null;
        return isBehind || isBefore ? end - at : 0;
    }

    internal void AddSelf(int at, int length)
    {
        if (!_all.Exists(one => one.Name == ApologyReader.Self))
            _all.Add(new Named(ApologyReader.Self, at, at + length, null));
    }

    /// <summary>"afbud 3. februar, Lise-Lotte kommer <b>også</b> ikke": the sender was meant before.</summary>
    internal void AddSelfBefore(IReadOnlyList<Word> words, int understood)
    {
        if (_all is [{ At: > 0 } only] && understood > 0 && only.Name != ApologyReader.Self
            && words.Skip(only.End).Take(3).Any(word => word.Folded is "ogsaa" or "heller"))
        {
            AddSelfFirst();
        }
    }

    internal void AddSelfFirst() => _all.Insert(0, new Named(ApologyReader.Self, 0, 0, null));

    /// <param name="At">The first word of the name.</param>
    /// <param name="End">The word behind it.</param>
    internal readonly record struct Named(string Name, int At, int End, PersonId? Person);
}
