using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Seats;

/// <summary>
/// A case's roll is frozen when it opens; who stands in for whom is not. Whether somebody is one of a seat's substitutes is asked of the seats of
/// today: on 1 November a seat ends that has a substitute, and another of the same member begins without one, so there is none.
/// </summary>
internal static class RollSeats
{
    /// <returns>The substitutes of the seat on the roll while it lasts, else of the one that the same member has now, in their order.</returns>
    internal static async Task<IReadOnlyList<Person>> SubstitutesOfAsync(this KlyngeContext db, ForumId forum, RollEntry entry, LocalDate date) =>
        SeatOf(entry.MemberId, entry.PersonId, await db.ActiveSeatsAsync(forum, date))?.SubstitutePeople ?? [];

    /// <summary>
    /// Whether somebody answers for a seat on the roll, and so reads the case. A substitute does while being one, and afterwards who has
    /// answered; a member's own seat was frozen with the roll.
    /// </summary>
    internal static async Task<bool> AnswersInAsync(this KlyngeContext db, PersonId person, ForumId forum, WrittenProcedureId id, LocalDate date)
    {
        var entry = await db.RollEntries.AsNoTracking().SingleOrDefaultAsync(candidate => candidate.ProcedureId == id && candidate.VoterId == person);
        return entry is not null && (entry.PersonId == person || entry.HasAnswered || !await db.HasLeftAsync(forum, entry, date));
    }

    /// <summary>The case with its seats as they stand today: who is no substitute any more, and who has one that has no vote in the case yet.</summary>
    internal static ProcedureView AsOf(this ProcedureView view, IReadOnlyList<ForumMember> activeSeats)
    {
        var voters = view.Seats.SelectMany(seat => new[] { seat.VoterId, seat.PersonId }).ToHashSet();
        return view with { Seats = [.. view.Seats.Select(AsOfToday)] };

        SeatView AsOfToday(SeatView seat)
        {
            var substitutes = SeatOf(seat.MemberId, seat.PersonId, activeSeats)?.SubstituteIds ?? [];
            return seat with
            {
                HasSubstitute = substitutes.Any(one => !voters.Contains(one)),
                IsFormer = seat.VoterId != seat.PersonId && !substitutes.Contains(seat.VoterId),
            };
        }
    }

    internal static async Task<bool> HasLeftAsync(this KlyngeContext db, ForumId forum, RollEntry entry, LocalDate date) =>
        HasLeft(entry, await db.ActiveSeatsAsync(forum, date));

    /// <summary>Whether who votes for the seat no longer sits in it, or no longer is one of its substitutes.</summary>
    internal static bool HasLeft(RollEntry entry, IReadOnlyList<ForumMember> activeSeats)
    {
        var seat = SeatOf(entry.MemberId, entry.PersonId, activeSeats);
        return seat is null || (entry.VoterId != entry.PersonId && !seat.HasSubstitute(entry.VoterId));
    }

    private static ForumMember? SeatOf(MemberId member, PersonId person, IReadOnlyList<ForumMember> activeSeats)
    {
        var own = activeSeats.Where(seat => seat.PersonId == person && seat.HasVote).ToList();
        return own.Find(seat => seat.Id == member) ?? own.FirstOrDefault();
    }
}
