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
            .Include(seat => seat.Substitute)
            .Where(seat => forums.Contains(seat.ForumId) && seat.From <= date && (seat.To == null || seat.To >= date))
            .OrderBy(seat => seat.Order)
            .ToListAsync(cancellationToken);
        return PeopleDirectory.Of(seats);
    }

    /// <summary>The names of some people, told apart from everybody else on record who has the same name.</summary>
    internal static async Task<Dictionary<PersonId, string>> LabelsAsync(
        this KlyngeContext db, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return [];
        }

        var named = db.People.AsNoTracking().Where(person => people.Contains(person.Id)).Select(person => person.Name);
        var alike = await db.People.AsNoTracking().Where(person => named.Contains(person.Name)).ToListAsync(cancellationToken);
        if (alike.Count == alike.Select(person => person.Name).Distinct(StringComparer.Ordinal).Count())
        {
            return alike.ToDictionary(person => person.Id, person => person.Name);
        }

        var ids = alike.ConvertAll(person => person.Id);
        var seats = await db.Members.AsNoTracking()
            .Where(seat => ids.Contains(seat.PersonId) || (seat.SubstituteId != null && ids.Contains(seat.SubstituteId.Value)))
            .Select(seat => new { seat.PersonId, seat.SubstituteId, seat.Organisation })
            .ToListAsync(cancellationToken);
        return PeopleLabels.Of([.. alike.Select(person => ListedPerson.Of(
            person,
            seats.Where(seat => seat.PersonId == person.Id || seat.SubstituteId == person.Id).Select(seat => seat.Organisation)))]);
    }
}
