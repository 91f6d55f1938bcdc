using Klynge.Application.Data;
using Klynge.Application.Forums;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Klynge.Application.Messaging.Accounts;

/// <summary>What the secretariat is asked about one account.</summary>
/// <param name="Replaces">The person has another account by now, which would no longer count.</param>
public sealed record AccountQuestion(string ObjectId, string Name, string Address, bool Replaces);

internal static class AccountQueries
{
    internal static async Task<AccountQuestion> QuestionOfAsync(this KlyngeContext db, AccountClaim claim)
    {
        var person = await db.People.AsNoTracking().SingleAsync(candidate => candidate.Id == claim.PersonId);
        return new AccountQuestion(claim.ObjectId, person.Name, claim.Address, person.EntraObjectId is not null);
    }

    /// <summary>The secretariats of all forums where a person sits or stands in for somebody.</summary>
    internal static Task<List<PersonId>> SecretariesOfAsync(this KlyngeContext db, PersonId person, LocalDate date) =>
        db.SecretariatSeats(date)
            .Where(seat => db.Members.Any(other => other.ForumId == seat.ForumId && (other.PersonId == person || other.Substitutes.Any(one => one.PersonId == person))
                    && other.From <= date && (other.To == null || other.To >= date)))
            .Select(seat => seat.PersonId)
            .Distinct()
            .ToListAsync();

    /// <summary>What one secretary may still answer, the longest waiting first.</summary>
    internal static async Task<List<AccountQuestion>> QuestionsForAsync(this KlyngeContext db, PersonId secretary, LocalDate date)
    {
        var open = await db.AccountClaims.AsNoTracking().Where(claim => claim.IsTheirs == null).OrderBy(claim => claim.AskedAt).ToListAsync();
        var questions = new List<AccountQuestion>();
        foreach (var claim in open)
        {
            if ((await db.SecretariesOfAsync(claim.PersonId, date)).Contains(secretary))
                questions.Add(await db.QuestionOfAsync(claim));
        }

        return questions;
    }
}
