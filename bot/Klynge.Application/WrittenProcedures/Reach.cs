using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Whom the bot can write to in personal chat.</summary>
internal static class Reach
{
    /// <summary>Voters without a known account in Teams, or who have taken the bot away; they must be asked by telephone or mail.</summary>
    internal static async Task<List<string>> UnreachableAsync(KlyngeContext db, ProcedureView view)
    {
        var voters = view.Seats.Select(seat => new PersonId(seat.VoterId)).ToList();
        var reachable = await db.People
            .Where(person => voters.Contains(person.Id) && person.TeamsUserId != null
                && !db.Conversations.Any(chat => chat.PersonId == person.Id && chat.IsGone))
            .Select(person => person.Id)
            .ToListAsync();
        return [.. view.Seats.Where(seat => !reachable.Contains(new PersonId(seat.VoterId))).Select(seat => seat.Voter)];
    }
}
