using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Domain.Calendar;
using Klynge.Domain.Minutes;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Minutes;

/// <summary>
/// The guests of items on the list of participants, each once, with the items that they came for: »Anna Holm, overlæge, Region Nord, til
/// punkt 3«. Who came to a closed item would say what it is about, so they are not in public minutes.
/// </summary>
internal static class MinutesGuests
{
    internal static async Task<IReadOnlyList<MinutesParticipant>> WithAsync(KlyngeContext db, IReadOnlyList<MinutesParticipant> participants, IReadOnlyList<AgendaItem> items)
    {
        var numbers = items.Where(item => !item.Content.IsClosed).ToDictionary(item => item.Id, item => item.Number);
        var open = numbers.Keys.ToList();
        var guests = await db.ItemGuests.AsNoTracking().Where(guest => open.Contains(guest.ItemId) && guest.WithdrawnAt == null).ToListAsync();
        return guests.Count == 0 ? participants : With(participants, guests, numbers);
    }

    /// <summary>A guest whom the calendar has invited too stands there already, and is the same.</summary>
    private static List<MinutesParticipant> With(IReadOnlyList<MinutesParticipant> participants, List<ItemGuest> guests, Dictionary<AgendaItemId, int> numbers)
    {
        var all = participants.ToList();
        foreach (var same in guests.OrderBy(guest => numbers[guest.ItemId]).ThenBy(guest => guest.AddedAt).GroupBy(guest => (DanishText.Fold(guest.Name), DanishText.Fold(guest.Organisation))))
        {
            var guest = same.First();
            var came = new MinutesParticipant(guest.Name, guest.Organisation, same.Select(one => one.Title).FirstOrDefault(title => title is not null), MinutesRole.Guest)
            {
                OnlyItems = [.. same.Select(one => numbers[one.ItemId]).Distinct().Order()],
            };
            var at = all.FindIndex(one => one is { Role: MinutesRole.Guest, Organisation: null, OnlyItems: null } && DanishText.Fold(one.Name) == same.Key.Item1);
            if (at >= 0)
                all[at] = came;
            else
                all.Add(came);
        }

        return all;
    }
}
