using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>
/// A case's roll is frozen when it opens; who stands in for whom is not. Whether somebody is a seat's substitute is asked of the seats of
/// today: on 1 November a seat ends that has a substitute, and another of the same member begins without one, so there is none.
/// </summary>
internal static class RollSeats
{
    /// <returns>The substitute of the seat on the roll while it lasts, else of the one that the same member has now; null for none.</returns>
    internal static async Task<Person?> SubstituteOfAsync(this KlyngeContext db, ForumId forum, RollEntry entry, LocalDate date) =>
        SeatOf(entry, await db.ActiveSeatsAsync(forum, date))?.Substitute;

    internal static async Task<bool> HasLeftAsync(this KlyngeContext db, ForumId forum, RollEntry entry, LocalDate date) =>
        HasLeft(entry, await db.ActiveSeatsAsync(forum, date));

    /// <summary>Whether who votes for the seat no longer sits in it, or no longer is its substitute.</summary>
    internal static bool HasLeft(RollEntry entry, IReadOnlyList<ForumMember> activeSeats)
    {
        var seat = SeatOf(entry, activeSeats);
        return seat is null || (entry.VoterId != entry.PersonId && seat.SubstituteId != entry.VoterId);
    }

    private static ForumMember? SeatOf(RollEntry entry, IReadOnlyList<ForumMember> activeSeats)
    {
        var own = activeSeats.Where(seat => seat.PersonId == entry.PersonId && seat.HasVote).ToList();
        return own.Find(seat => seat.Id == entry.MemberId) ?? own.FirstOrDefault();
    }
}
