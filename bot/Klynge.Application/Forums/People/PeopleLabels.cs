using Klynge.Domain.Calendar;
using Klynge.Domain.Forums;

namespace Klynge.Application.Forums.People;

/// <summary>
/// Names that tell people apart: the name alone where it is the only one of its kind, else with the organisation, then with the title,
/// then with the e-mail. »Jens Holm (Egholt Kommune)«
/// </summary>
public static class PeopleLabels
{
    public static Dictionary<PersonId, string> Of(IReadOnlyList<ListedPerson> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        var labels = people.ToDictionary(person => person.Id, person => person.Name);
        foreach (var twins in people.GroupBy(person => DanishText.Fold(person.Name), StringComparer.Ordinal).Where(group => group.Count() > 1))
        {
            var marks = Marks([.. twins]);
            foreach (var (person, mark) in twins.Zip(marks))
                labels[person.Id] = mark is null ? person.Name : $"{person.Name} ({mark})";
        }

        return labels;
    }

    /// <summary>The same for the people of some seats.</summary>
    public static Dictionary<PersonId, string> Of(IEnumerable<ForumMember> seats) => Of(PeopleDirectory.Of(seats).All);

    private static List<string?> Marks(IReadOnlyList<ListedPerson> twins)
    {
        Func<ListedPerson, string?>[] candidates =
        [
            person => person.Organisations.Count > 0 ? person.Organisations[0] : null,
            person => Join(person.Organisations.FirstOrDefault(), person.Title),
            person => person.Email,
            person => Join(person.Title, person.Email),
        ];
        foreach (var candidate in candidates)
        {
            var marks = twins.Select(candidate).ToList();
            if (marks.Count(mark => mark is null) <= 1 && marks.Distinct(StringComparer.OrdinalIgnoreCase).Count() == marks.Count)
                return marks;
        }

        return [.. twins.Select((_, index) => $"nr. {index + 1}")];
    }

    private static string? Join(string? first, string? second) =>
        (first, second) switch
        {
            (null, null) => null,
            (null, _) => second,
            (_, null) => first,
            _ => $"{first}, {second}",
        };
}
