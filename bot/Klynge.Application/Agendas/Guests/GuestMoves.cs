using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Guests;

/// <summary>Guests belong to the matter, so they go with it.</summary>
internal static class GuestMoves
{
    /// <summary>An item that is taken up again at a later meeting has the same guests there, who are not invited yet.</summary>
    internal static async Task CopyGuestsAsync(this WriteScope scope, AgendaItem from, AgendaItem to)
    {
        foreach (var guest in await scope.Db.ItemGuests.Where(one => one.ItemId == from.Id && one.WithdrawnAt == null).OrderBy(one => one.AddedAt).ToListAsync())
            scope.Db.ItemGuests.Add(ItemGuest.Add(to, guest.Details, scope.Now));
    }

    /// <summary>
    /// An agenda that is read in anew has new items in place of the old: the guests of those of the same title stay, with what they know. Whose
    /// item is gone is told so.
    /// </summary>
    internal static async Task FollowItemsAsync(this WriteScope scope, IReadOnlyList<AgendaItem> replaced, IReadOnlyList<AgendaItem> by)
    {
        var ids = replaced.Select(item => item.Id).ToList();
        var guests = await scope.Db.ItemGuests.Where(guest => ids.Contains(guest.ItemId)).ToListAsync();
        foreach (var guest in guests)
        {
            var title = DanishText.Fold(replaced.First(item => item.Id == guest.ItemId).Content.Title);
            if (by.FirstOrDefault(item => DanishText.Fold(item.Content.Title) == title) is { } same)
                guest.Follow(same);
        }
    }
}
