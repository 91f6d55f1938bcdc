using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <summary>Those to whom the bot can and cannot write in personal chat, by name.</summary>
/// <param name="Unreachable">No known account in Teams and no mail, or the bot was taken away: they must be asked by telephone.</param>
/// <param name="MailOnly">Their account belongs to another organisation, where the bot may not write in person: they get a mail.</param>
/// <param name="Reached">All others.</param>
internal sealed record VoterReachability(IReadOnlyList<string> Unreachable, IReadOnlyList<string> MailOnly, IReadOnlyList<string> Reached)
{
    internal static Task<VoterReachability> OfAsync(KlyngeContext db, ProcedureView view) =>
        OfAsync(db, [.. view.Seats.Select(seat => (seat.VoterId, seat.Voter))]);

    internal static async Task<VoterReachability> OfAsync(KlyngeContext db, IReadOnlyList<(PersonId Id, string Name)> asked)
    {
        var ids = asked.Select(one => one.Id).ToList();
        var people = await db.People.AsNoTracking()
            .Where(person => ids.Contains(person.Id))
            .Select(person => new
            {
                person.Id,
                IsReached = person.TeamsUserId != null && !db.Conversations.Any(chat => chat.PersonId == person.Id && chat.IsGone),
                GetsMail = person.ForeignTenantId != null && person.Email != null,
            })
            .ToDictionaryAsync(person => person.Id);
        var reached = asked.ToLookup(one => people[one.Id].IsReached);
        var missed = reached[false].ToLookup(one => people[one.Id].GetsMail);
        return new VoterReachability([.. missed[false].Select(one => one.Name)], [.. missed[true].Select(one => one.Name)], [.. reached[true].Select(one => one.Name)]);
    }
}
