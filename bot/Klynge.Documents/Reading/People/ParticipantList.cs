using Klynge.Documents.Reading.Heads;
using Klynge.Documents.Word;
using Klynge.Domain.Minutes;

namespace Klynge.Documents.Reading.People;

/// <summary>Gathers the people of a document from its lists, whichever list says what about whom.</summary>
internal sealed class ParticipantList
{
    private readonly List<MinutesParticipant> _people = [];
    private readonly Dictionary<string, int> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>In the order of the document, but a late member (from the list of apologies, say) stands among the members.</summary>
    public IReadOnlyList<MinutesParticipant> People => [.. _people.OrderBy(person => Texts.GroupOrder(person.Role))];

    /// <summary>Who chairs this meeting, as marked behind a name.</summary>
    public string? ChairOfMeeting { get; private set; }

    public string? MinuteTaker { get; private set; }

    /// <summary>Adds what the line says about people; returns the pieces that are no person.</summary>
    public IReadOnlyList<string> Add(HeadField group, string text)
    {
        var left = new List<string>();
        foreach (var entry in ParticipantLines.Split(text))
        {
            if (!IsNobody(entry) && !AddOne(group, entry))
                left.Add(entry);
        }

        return left;
    }

    public bool Knows(string text) => ParticipantEntry.Read(text, MinutesRole.Member) is { } entry && _byName.ContainsKey(entry.Person.Name);

    private static bool IsNobody(string entry) =>
        entry.Trim(' ', '-', '–', '—', '.').Length == 0 || Vocabulary.Fold(entry) is "ingen" or "ingen afbud" or "intet" or "ingen gæster" or "alle" or "alle var til stede";

    private bool AddOne(HeadField group, string text)
    {
        var apology = group == HeadField.Apologies;
        if (ParticipantEntry.Read(text, RoleOf(group)) is not { } entry)
            return false;

        var person = entry.Person with { Apology = entry.Person.Apology || apology };
        ChairOfMeeting ??= entry.IsChairOfMeeting ? person.Name : null;
        MinuteTaker ??= entry.IsMinuteTaker ? person.Name : null;
        if (!_byName.TryGetValue(person.Name, out var at))
        {
            _byName[person.Name] = _people.Count;
            _people.Add(person);
        }
        else if (apology || Agrees(_people[at], person))
        {
            _people[at] = Merge(_people[at], person);
        }
        else
        {
            _people.Add(person);
        }

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
