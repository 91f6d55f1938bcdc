using Klynge.Documents.Reading.Heads;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.People;

/// <summary>Gathers the people of a document from its lists and sentences, whichever says what about whom.</summary>
internal sealed class ParticipantList
{
    private readonly List<MinutesParticipant> _people = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ItemAbsences _absences = new();

    /// <summary>In the order of the document, but a late member (from the list of apologies, say) stands among the members.</summary>
    public IReadOnlyList<MinutesParticipant> People => [.. _people.OrderBy(person => Texts.GroupOrder(person.Role))];

    /// <summary>Who chairs this meeting, as marked behind a name.</summary>
    public string? ChairOfMeeting { get; private set; }

    public string? MinuteTaker { get; private set; }

    /// <summary>Adds what the line says about people; returns the pieces that are no person.</summary>
    public IReadOnlyList<string> Add(HeadField group, string text)
    {
        var left = new List<string>();
        var entries = ParticipantLines.Split(text);
        foreach (var entry in entries)
        {
            if (!IsNobody(entry) && ((entries.Count == 1 && GroupHeading.IsOrigin(entry)) || !AddOne(group, entry)))
                left.Add(entry);
        }

        return left;
    }

    public bool Knows(string text) => ParticipantEntry.Read(text, MinutesRole.Member) is { } entry && _byName.ContainsKey(entry.Person.Name);

    /// <summary>Puts what a sentence says on the person; false where it cannot be told who is meant.</summary>
    /// <param name="fact">What the sentence says.</param>
    /// <param name="item">The number of the item that the sentence stands in; null ahead of the items, and where people are what the item is about.</param>
    /// <param name="mayAdd">Somebody who is on no list may be added: the sentence stands where attendance is told.</param>
    public bool Apply(AttendanceFact fact, int? item, bool mayAdd)
    {
        var at = Find(fact.Name);
        if (at < 0 && mayAdd && fact.Kind is AttendanceKind.Away or AttendanceKind.Substitute && IsWhole(fact.Name))
            at = Append(new MinutesParticipant(fact.Name));

        if (at < 0)
            return false;

        switch (fact.Kind)
        {
            case AttendanceKind.Away when item is { } number: _absences.Away(at, number); break;
            case AttendanceKind.Away: _people[at] = _people[at] with { Apology = true }; break;
            case AttendanceKind.Present: _people[at] = _people[at] with { Apology = false }; break;
            case AttendanceKind.Substitute: return TakeSeat(at, fact.Other!, mayAdd);
            case AttendanceKind.Left when fact.Time is { } time: _people[at] = _people[at] with { Left = time }; break;
            case AttendanceKind.Left: return _absences.Leaves(at, fact.Items is [var first, ..] ? first : item, fact.IsAfter);
            case AttendanceKind.AwayFromItems: return _absences.Misses(at, fact.Items is { Count: > 0 } named ? named : item is { } here ? [here] : []);
            default: throw new System.Diagnostics.UnreachableException();
        }

        return true;
    }

    /// <summary>When all is read: who was away from everything is away; a substitute is there, and is known from both ends.</summary>
    /// <param name="numbers">The numbers of the items in their order.</param>
    public void Finish(IReadOnlyList<int> numbers)
    {
        for (var at = 0; at < _people.Count; at++)
        {
            var (isAway, missed) = _absences.Of(at, numbers);
            IReadOnlyList<int> items = [.. _people[at].AbsentFromItems.Union(missed).Order()];
            var away = _people[at].Apology || isAway;
            _people[at] = _people[at] with { Apology = away, AbsentFromItems = away || items.Count == 0 ? [] : items, Left = away ? null : _people[at].Left };
        }

        foreach (var person in _people.ToList())
        {
            if (person.Substitute is { } substitute && IsWhole(substitute) && Find(substitute) < 0)
                Append(new MinutesParticipant(substitute) { SubstituteFor = person.Name });

            if (person.SubstituteFor is { } member && Find(member) is >= 0 and var seat)
                _people[seat] = _people[seat] with { Substitute = _people[seat].Substitute ?? person.Name, Apology = true };
        }
    }

    private static bool IsWhole(string name) => ParticipantWords.IsName(name) && (name.Contains(' ', StringComparison.Ordinal) || ParticipantWords.IsInitials(name));

    private int Append(MinutesParticipant person)
    {
        _byName.TryAdd(person.Name, _people.Count);
        _people.Add(person);
        return _people.Count - 1;
    }

    private bool TakeSeat(int substitute, string member, bool mayAdd)
    {
        var seat = Find(member);
        if (seat < 0 && mayAdd && IsWhole(member))
            seat = Append(new MinutesParticipant(member));

        if (seat < 0)
            return false;

        _people[substitute] = _people[substitute] with { SubstituteFor = _people[seat].Name, Apology = false };
        _people[seat] = _people[seat] with { Substitute = _people[substitute].Name, Apology = true };
        return true;
    }

    /// <summary>
    /// The person that a sentence means: by the whole name, or by the part of it that minutes use ("Tina Maria" for Tina Maria Larsen),
    /// where one person alone has it. -1 where nobody, or more than one, does.
    /// </summary>
    private int Find(string name)
    {
        if (_byName.TryGetValue(name, out var at))
            return at;

        var found = -1;
        for (var person = 0; person < _people.Count; person++)
        {
            if (!$" {_people[person].Name} ".Contains($" {name} ", StringComparison.OrdinalIgnoreCase))
                continue;

            if (found >= 0)
                return -1;

            found = person;
        }

        return found;
    }

    private static bool IsNobody(string entry) =>
        entry.Trim(' ', '-', '–', '—', '.').Length == 0 || Vocabulary.Fold(entry) is "ingen" or "ingen afbud" or "intet" or "ingen gæster" or "alle" or "alle var til stede"
        || (char.IsAsciiDigit(entry[0]) && entry.Length < 60);

    private bool AddOne(HeadField group, string text)
    {
        var apology = group == HeadField.Apologies;
        if (ParticipantEntry.Read(text, RoleOf(group)) is not { } entry)
            return false;

        var person = entry.Person with { Apology = (entry.Person.Apology || apology) && !entry.IsSubstitute };
        ChairOfMeeting ??= entry.IsChairOfMeeting ? person.Name : null;
        MinuteTaker ??= entry.IsMinuteTaker ? person.Name : null;
        if (!_byName.TryGetValue(person.Name, out var at))
            Append(person);
        else if (apology || Agrees(_people[at], person))
            _people[at] = Merge(_people[at], person);
        else
            _people.Add(person);

        return true;
    }

    private static bool Agrees(MinutesParticipant known, MinutesParticipant other) =>
        known.Organisation is null || other.Organisation is null || string.Equals(known.Organisation, other.Organisation, StringComparison.OrdinalIgnoreCase);

    private static MinutesParticipant Merge(MinutesParticipant known, MinutesParticipant other) => known with
    {
        Organisation = known.Organisation ?? other.Organisation,
        Title = known.Title ?? other.Title,
        Role = known.Role == MinutesRole.Member ? other.Role : known.Role,
        Apology = known.Apology || other.Apology,
        Substitute = known.Substitute ?? other.Substitute,
        SubstituteFor = known.SubstituteFor ?? other.SubstituteFor,
        Party = known.Party ?? other.Party,
        Left = known.Left ?? other.Left,
        AbsentFromItems = known.AbsentFromItems.Count > 0 ? known.AbsentFromItems : other.AbsentFromItems,
    };

    private static MinutesRole RoleOf(HeadField group) => group switch
    {
        HeadField.Secretariat => MinutesRole.Secretariat,
        HeadField.Administrative => MinutesRole.Administrative,
        HeadField.Observers => MinutesRole.Observer,
        HeadField.Guests => MinutesRole.Guest,
        _ => MinutesRole.Member,
    };
}
