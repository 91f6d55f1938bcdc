using System.Text;
using Klynge.Teams.Routing;

namespace Klynge.Application.Forums.People;

/// <summary>Puts the names on record where a message mentions accounts.</summary>
internal static class MentionedPeople
{
    /// <summary>
    /// Each mention whose account somebody here has becomes that person's name, told apart from another's: two accounts may be shown alike.
    /// A mention of anybody else stays as it is shown.
    /// </summary>
    internal static string Name(string text, IReadOnlyList<Mention> mentions, PeopleDirectory people)
    {
        var (named, done) = (new StringBuilder(text.Length), 0);
        foreach (var mention in mentions)
        {
            var at = text.IndexOf(mention.Name, done, StringComparison.Ordinal);
            if (at < 0 || mention.Name.Length == 0)
                continue;
            var person = people.ByAccount(mention.Id, mention.AadObjectId);
            named.Append(text, done, at - done).Append(person is null ? mention.Name : people.LabelOf(person.Id, person.Name));
            done = at + mention.Name.Length;
        }

        return named.Append(text, done, text.Length - done).ToString();
    }
}
