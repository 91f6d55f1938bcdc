using Klynge.Application.Agendas.Exclusions;
using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Application.Meetings;
using Klynge.Domain.Agendas;
using Klynge.Domain.Attendance;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Attendance.Items;

/// <summary>Whoever is inhabil at an item does not read what is closed in it; the substitute who was called in does.</summary>
internal static class RecusedReaders
{
    /// <summary>Keeps out whoever sat in the seat. The secretariat makes the agenda and is kept out of nothing.</summary>
    internal static async Task KeepOutAsync(this WriteScope scope, ItemOfForum at, ItemAbsence absence, PersonId? sits)
    {
        if (absence.KeptOutId is not null || sits is not { } person)
            return;

        var seats = await scope.Db.ActiveSeatsAsync(at.Forum.Id, at.Meeting.Date);
        if (seats.AccessOf(person, at.Forum.Id, at.Meeting.Date).May(ExcludeFromItem.Needs) || await scope.Db.ItemExclusions.AnyAsync(one => one.ItemId == at.Item.Id && one.PersonId == person))
            return;

        scope.Db.ItemExclusions.Add(new ItemExclusion { ForumId = at.Forum.Id, ItemId = at.Item.Id, PersonId = person });
        absence.KeptOutId = person;
    }

    /// <summary>Who was kept out for this reason alone reads it again; who was kept out before stays so.</summary>
    internal static async Task LetInAsync(this WriteScope scope, ItemAbsence absence)
    {
        if (absence.KeptOutId is not { } person)
            return;

        if (await scope.Db.ItemExclusions.SingleOrDefaultAsync(one => one.ItemId == absence.ItemId && one.PersonId == person) is { } exclusion)
            scope.Db.ItemExclusions.Remove(exclusion);

        absence.KeptOutId = null;
    }
}
