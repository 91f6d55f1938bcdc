using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Forums.BoardFile;

/// <summary>The people of a board file. Who is no longer named keeps the record that history points to.</summary>
internal sealed class PeopleUpdate(KlyngeContext db, ChangeNotes notes, Dictionary<string, Person> people)
{
    private readonly List<PersonId> _moved = [];

    internal AccountBelongsToAnother? FindTaken(IReadOnlyList<PersonDescription> described)
    {
        var after = described.ToDictionary(person => person.Key, StringComparer.Ordinal);
        foreach (var person in described)
        {
            foreach (var other in people.Values.Where(other => other.Key != person.Key))
            {
                var afterwards = after.GetValueOrDefault(other.Key);
                if (person.Email is { } email && (afterwards is null ? other.Email : afterwards.Email) == email)
                    return new AccountBelongsToAnother(email, other.Key);
                if (person.EntraObjectId is { } id && (afterwards?.EntraObjectId ?? other.EntraObjectId) == id)
                    return new AccountBelongsToAnother(id, other.Key);
            }
        }

        return null;
    }

    internal async Task RunAsync(IReadOnlyList<PersonDescription> described)
    {
        foreach (var person in described)
        {
            if (people.TryGetValue(person.Key, out var known))
                Change(known, person);
            else
                Add(person);
        }

        // Ballots and closed items must not go on to the chat of the account before.
        var chats = await db.Conversations.Where(chat => chat.PersonId != null && _moved.Contains(chat.PersonId.Value)).ToListAsync();
        chats.ForEach(chat => chat.PersonId = null);
    }

    private void Add(PersonDescription described)
    {
        var person = new Person
        {
            Key = described.Key,
            Name = described.Name,
            Email = described.Email,
            Title = described.Title,
            EntraObjectId = described.EntraObjectId,
        };
        db.People.Add(person);
        people[person.Key] = person;
        notes.Added(person.Name, person.Title ?? string.Empty);
    }

    private void Change(Person person, PersonDescription described)
    {
        notes.Set(ApplyTexts.Name, person.Name, described.Name, value => person.Name = value);
        notes.Set(ApplyTexts.Email, person.Email, described.Email, value => person.Email = value);
        notes.Set(ApplyTexts.Title, person.Title, described.Title, value => person.Title = value);
        notes.Set(ApplyTexts.ObjectId, person.EntraObjectId, described.EntraObjectId ?? person.EntraObjectId, value =>
        {
            // The channel's id was that of the other account.
            (person.EntraObjectId, person.TeamsUserId) = (value, null);
            _moved.Add(person.Id);
        });
        notes.Changed(person.Name);
    }
}
