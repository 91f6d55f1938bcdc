using Klynge.Application.Data;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures;

/// <summary>The voters to whom the bot cannot write in personal chat, by name.</summary>
/// <param name="Unreachable">No known account in Teams and no mail, or the bot was taken away: they must be asked by telephone.</param>
/// <param name="MailOnly">Their account belongs to another organisation, where the bot may not write in person: they get a mail.</param>
internal sealed record Reach(IReadOnlyList<string> Unreachable, IReadOnlyList<string> MailOnly)
{
    internal static async Task<Reach> OfAsync(KlyngeContext db, ProcedureView view)
    {
        var voters = view.Seats.Select(seat => new PersonId(seat.VoterId)).ToList();
        var people = await db.People.AsNoTracking()
            .Where(person => voters.Contains(person.Id))
            .Select(person => new
            {
                person.Id,
                IsReached = person.TeamsUserId != null && !db.Conversations.Any(chat => chat.PersonId == person.Id && chat.IsGone),
                GetsMail = person.ForeignTenantId != null && person.Email != null,
            })
            .ToDictionaryAsync(person => person.Id);
        var missed = view.Seats.Where(seat => !people[new PersonId(seat.VoterId)].IsReached).ToLookup(seat => people[new PersonId(seat.VoterId)].GetsMail);
        return new Reach([.. missed[false].Select(seat => seat.Voter)], [.. missed[true].Select(seat => seat.Voter)]);
    }
}
