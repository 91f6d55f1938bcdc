using Klynge.Application.Chat;
using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.People;

/// <summary>
/// The one place that says who is meant by written words: an account's id, else a whole name, an e-mail, parts or initials of a name,
/// and the organisation where the name alone fits two. What fits several, or only nearly, is for the caller to ask about.
/// <para>This resolves words. Tying an account to a person is another matter and never done by name.</para>
/// </summary>
public sealed class PeopleDirectory
{
    private const int MaxNear = 4;

    private static readonly string[] BeforeOrganisations = ["fra", "i", "ved", "from"];

    private static readonly string[] Definite = ["en", "n", "et", "met"];

    private readonly Dictionary<PersonId, string> _labels;

    // Each word of a message is looked up, so names are folded once.
    private readonly Lazy<List<FoldedPerson>> _folded;

    public PeopleDirectory(IEnumerable<ListedPerson> people)
    {
        All = [.. people];
        _labels = PeopleLabels.Of(All);
        _folded = new(() => [.. All.Select(person => FoldedPerson.Of(person, _labels[person.Id]))]);
    }

    public static PeopleDirectory Empty { get; } = new([]);

    public IReadOnlyList<ListedPerson> All { get; }

    /// <summary>The directory of some seats: their holders and their substitutes.</summary>
    public static PeopleDirectory Of(IEnumerable<ForumMember> seats)
    {
        var pairs = seats.SelectMany(seat => seat.SubstitutePeople.Prepend(seat.Person).Select(person => (Person: person, seat.Organisation)));
        return new PeopleDirectory(pairs
            .GroupBy(pair => pair.Person.Id)
            .Select(ofPerson => ListedPerson.Of(ofPerson.First().Person, ofPerson.Select(pair => pair.Organisation))));
    }

    /// <summary>The name, with what tells the person apart where another here has the same: "Jens Holm (Egholt Kommune)".</summary>
    public string LabelOf(PersonId person, string otherwise) => _labels.GetValueOrDefault(person, otherwise);

    /// <summary>Who has that account; null for nobody here.</summary>
    public ListedPerson? ByAccount(string? teamsUserId, string? entraObjectId) => All.FirstOrDefault(person =>
        (teamsUserId is { Length: > 0 } && person.TeamsUserId == teamsUserId)
        || (entraObjectId is { Length: > 0 } && string.Equals(person.EntraObjectId, entraObjectId, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Who is meant by a name that stands alone, such as a field of a form.</summary>
    public PeopleFound Find(string? written)
    {
        var text = DanishText.Clean(written);
        var folded = DanishText.Fold(text);
        if (folded.Length == 0)
            return PeopleFound.Nobody;
        if (_folded.Value.Find(person => person.IsNamedExactly(folded)) is { } exact)
            return new PeopleFound([exact.Person], NameFit.Whole, []);

        var (name, hint) = WithoutBrackets(text);
        var found = FindByName(name);
        if (found.Fitting.Count == 0 && FindByTitle(name) is { Count: > 0 } titled)
            return new PeopleFound(titled, NameFit.Parts, []);
        return hint.Length > 0 && found.Fitting.Count > 1 && Narrow(found.Fitting, PersonNames.Parts(hint)) is { Count: > 0 } narrowed
            ? found with { Fitting = narrowed }
            : found;
    }

    /// <summary>"afbud fra Lyngbæk": everybody of an organisation, where no name fits; with those whom a slip may have meant where there is none.</summary>
    public PeopleFound OfOrganisation(string? written)
    {
        var words = PersonNames.Parts(written);
        var people = All.Where(person => words.Count > 0 && person.Organisations.Any(organisation => words.All(PersonNames.Parts(organisation).Contains))).ToList();
        return people.Count > 0 ? new PeopleFound(people, NameFit.Parts, []) : Find(written);
    }

    private PeopleFound FindByName(string name)
    {
        if (Best(name) is { Fitting.Count: > 0 } found)
            return found;
        var words = name.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        for (var count = words.Length - 1; count > 0; count--)
        {
            var organisation = PersonNames.Parts(string.Join(' ', words[count..].SkipWhile(word => BeforeOrganisations.Contains(word))));
            var people = Best(string.Join(' ', words[..count]));
            if (organisation.Count > 0 && Narrow(people.Fitting, organisation) is { Count: > 0 } narrowed)
                return people with { Fitting = narrowed };
        }

        var parts = PersonNames.Parts(name);
        return new PeopleFound([], NameFit.None, [.. _folded.Value.Where(one => PersonNames.Fit(name, parts, one.Name) == NameFit.Near).Take(MaxNear).Select(one => one.Person)]);
    }

    // "rehabiliteringschefen", "borgmesteren i Egholt": who has that title, and no other one alone.
    private List<ListedPerson> FindByTitle(string written)
    {
        var words = PersonNames.Parts(written);
        if (words.Count == 0)
            return [];
        var titled = _folded.Value.Where(one => one.Title is { } title && Definite.Any(ending => title + ending == words[0])).Select(one => one.Person).ToList();
        return words.Count == 1 ? titled : Narrow(titled, [.. words.Skip(1).SkipWhile(word => BeforeOrganisations.Contains(word))]);
    }

    private PeopleFound Best(string name)
    {
        var parts = PersonNames.Parts(name);
        var fits = _folded.Value.ConvertAll(one => (one.Person, Fit: PersonNames.Fit(name, parts, one.Name, atLeast: NameFit.Beginnings)));
        var best = fits.Count == 0 ? NameFit.None : fits.Max(one => one.Fit);
        return best < NameFit.Beginnings
            ? PeopleFound.Nobody
            : new PeopleFound([.. fits.Where(one => one.Fit == best).Select(one => one.Person)], best, []);
    }

    // "Jens Holm, Egholt": every word of the organisation begins one of the person's organisations' or title's words.
    private static List<ListedPerson> Narrow(IReadOnlyList<ListedPerson> people, IReadOnlyList<string> words) => [.. people.Where(person =>
    {
        var own = person.Organisations.Append(person.Title).Append(person.Email).SelectMany(PersonNames.Parts).ToList();
        return words.All(word => own.Exists(one => one.StartsWith(word, StringComparison.Ordinal)));
    })];

    /// <summary>Accounts of other tenants are shown with the tenant behind the name: »Nadia El-Sayed (LYNGBÆK)«.</summary>
    private static (string Name, string Hint) WithoutBrackets(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        return open < 0 || !text.EndsWith(')') ? (text, string.Empty) : (text[..open].Trim(), text[open..].Trim('(', ')', ' '));
    }

    /// <param name="Name">The parts of the name.</param>
    private sealed record FoldedPerson(ListedPerson Person, IReadOnlyList<string> Name, string? Title, string Id, string? Email, string Label)
    {
        internal static FoldedPerson Of(ListedPerson person, string label) =>
            new(person, PersonNames.Parts(person.Name), Fold(person.Title), CardIds.Write(person.Id), Fold(person.Email), DanishText.Fold(label));

        internal bool IsNamedExactly(string folded) => Id == folded || Email == folded || Label == folded;

        private static string? Fold(string? text) => text is null ? null : DanishText.Fold(text);
    }
}

/// <param name="Fitting">Those whom the words fit equally well: one is who is meant, several are to be asked about, none is nobody known.</param>
/// <param name="Fit">How well.</param>
/// <param name="Near">Where nobody fits, whom a slip of the keyboard may have meant.</param>
public sealed record PeopleFound(IReadOnlyList<ListedPerson> Fitting, NameFit Fit, IReadOnlyList<ListedPerson> Near)
{
    public static PeopleFound Nobody { get; } = new([], NameFit.None, []);

    public ListedPerson? Only => Fitting.Count == 1 ? Fitting[0] : null;
}
