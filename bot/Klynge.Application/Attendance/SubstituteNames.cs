using Klynge.Application.Forums.People;
using Klynge.Domain.Attendance;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;

namespace Klynge.Application.Attendance;

/// <param name="Id">The seat's substitute on record, who is told; null for a name alone.</param>
internal sealed record NamedSubstitute(PersonId? Id, string? Name);

/// <summary>
/// Who comes instead, by what was written. The seat's substitute on record is known by parts of the name as well; a voting member and
/// another seat's substitute cannot take it; any other name is only taken when the caller has been asked.
/// </summary>
internal static class SubstituteNames
{
    internal static Result<NamedSubstitute> Find(AttendancePlace place, string written, bool isMeant)
    {
        if (written.Length == 0)
        {
            return new NamedSubstitute(null, null);
        }

        var own = place.Seat.Substitute;
        var unknown = new SubstituteUnknown(written, place.Seat.Person.Name, place.IsOwn, own?.Name);
        if (DanishText.Fold(written) is "min stedfortraeder" or "stedfortraeder")
        {
            // »min stedfortræder« in somebody else's apology may be either's.
            return own is null || !place.IsOwn ? unknown : new NamedSubstitute(own.Id, own.Name);
        }

        var people = PeopleDirectory.Of(place.Seats);
        var fitting = people.Find(written).Fitting;
        if (fitting.Count > 1)
        {
            // »Holm« where two of that name sit: a yes to the name would still be no answer.
            return new SubstituteFitsSeveral(written, DanishFormat.List(fitting.Select(one => people.LabelOf(one.Id, one.Name)), "eller"));
        }

        if (fitting is not [var only])
        {
            return isMeant ? new NamedSubstitute(null, written) : unknown;
        }

        var name = people.LabelOf(only.Id, only.Name);
        if (place.Seats.Exists(seat => seat.HasVote && seat.PersonId == only.Id))
        {
            return new SubstituteIsMember(name);
        }

        if (only.Id == own?.Id)
        {
            return new NamedSubstitute(own.Id, own.Name);
        }

        return place.Seats.Find(seat => seat.SubstituteId == only.Id) is { } other
            ? new SubstituteOfAnother(name, people.LabelOf(other.PersonId, other.Person.Name))
            : isMeant ? new NamedSubstitute(null, name) : unknown;
    }
}
