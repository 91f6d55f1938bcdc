using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Forums.People;

internal static class PeopleQueries
{
    /// <summary>Who sits in one of the forums on a day, or is the substitute of somebody who does.</summary>
    internal static async Task<PeopleDirectory> PeopleAsync(
        this KlyngeContext db, IReadOnlyCollection<ForumId> forums, LocalDate date, CancellationToken cancellationToken)
    {
        var seats = await db.Members.AsNoTracking()
            .Include(seat => seat.Person)
            .Include(seat => seat.Substitutes).ThenInclude(one => one.Person)
            .Where(seat => forums.Contains(seat.ForumId) && seat.From <= date && (seat.To == null || seat.To >= date))
            .OrderBy(seat => seat.Order)
            .ToListAsync(cancellationToken);
        return PeopleDirectory.Of(seats);
    }

    /// <summary>A person's name, told apart from everybody else on record who has the same name.</summary>
    internal static async Task<string> LabelAsync(this KlyngeContext db, Person person) =>
        (await db.LabelsAsync([person.Id], CancellationToken.None)).GetValueOrDefault(person.Id, person.Name);

    /// <summary>The names of some people, told apart from everybody else on record who has the same name.</summary>
    internal static async Task<Dictionary<PersonId, string>> LabelsAsync(
        this KlyngeContext db, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
            return [];

        var named = db.People.AsNoTracking().Where(person => people.Contains(person.Id)).Select(person => person.Name);
        var alike = db.People.AsNoTracking().Where(person => named.Contains(person.Name));
        var rows = await alike.Select(person => new { Person = person, Organisation = (string?)null })
            .Concat(alike.Join(db.Members, person => person.Id, seat => seat.PersonId, (person, seat) => new { Person = person, Organisation = (string?)seat.Organisation }))
            .Concat(alike.Join(db.Members.SelectMany(seat => seat.Substitutes, (seat, one) => new { one.PersonId, seat.Organisation }), person => person.Id, one => one.PersonId, (person, one) => new { Person = person, Organisation = (string?)one.Organisation }))
            .ToListAsync(cancellationToken);
        return PeopleLabels.Of([.. rows.GroupBy(row => row.Person.Id)
            .Select(ofPerson => ListedPerson.Of(ofPerson.First().Person, ofPerson.Select(row => row.Organisation).OfType<string>()))]);
    }
}
