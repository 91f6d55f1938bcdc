using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Attendance.Items;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Forums;
using Klynge.Domain.Meetings;

namespace Klynge.Application.Agendas.Council;

/// <summary>
/// Who has a member's rights at an item: whoever sat in a member's seat and took part in it (kommunestyrelsesloven §§ 13 and 23). Somebody inhabil,
/// away from the item, or kept out of it has none; nor has the member whose substitute came.
/// </summary>
internal static class AttendedMember
{
    internal static async Task<Sitting?> OfAsync(
        KlyngeContext db, Forum forum, Meeting meeting, AgendaItemId item, PersonId? person, CancellationToken cancellationToken = default)
    {
        if (person is not { } who || (await db.ExcludedFromAsync(item, cancellationToken)).Any(one => one.Id == who))
            return null;

        var attendance = await ItemAttendance.OfAsync(db, forum, meeting, cancellationToken);
        return attendance.At(item).FirstOrDefault(one => one.Person == who && one.Seat.Role.IsMember());
    }
}
