using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Forums;
using NodaTime;

namespace Klynge.Application.Minutes;

/// <summary>Who is told when minutes are approved.</summary>
internal static class MinutesReaders
{
    /// <summary>Everybody with a seat that reads minutes, once, but the one who approves.</summary>
    internal static async Task<List<PersonId>> OfAsync(KlyngeContext db, ForumId forum, LocalDate date, PersonId? except)
    {
        var seats = await db.ActiveSeatsAsync(forum, date);
        return [.. seats.Where(seat => seat.Role.May(Permission.ReadMinutes)).Select(seat => seat.PersonId).Where(person => person != except).Distinct()];
    }
}
