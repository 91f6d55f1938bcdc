using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Messaging.Accounts;

/// <summary>An account that has shown up and is on no record.</summary>
/// <param name="Address">E-mail or user principal name, lower case, as the channel states it.</param>
internal sealed record SeenAccount(string ObjectId, string Address, string? TeamsUserId, string? ForeignTenantId);

/// <summary>Asks the secretariats whether accounts belong to the members whose addresses they have; about each account once.</summary>
public sealed class AccountClaims(Writer writer)
{
    internal Task<Result<Done>> AskAsync(IReadOnlyList<SeenAccount> accounts, CancellationToken cancellationToken) =>
        writer.WriteAsync<Done>(Caller.System, "AskAboutAccount", forum: null, async scope =>
        {
            var asked = new List<AccountClaim>();
            foreach (var account in accounts)
            {
                if (await ClaimAsync(scope, account) is { } claim)
                    asked.Add(claim);
            }

            await NotifyAsync(scope, asked);
            return default(Done);
        }, cancellationToken);

    /// <returns>Null when there is nothing to ask: it is somebody's by now, nobody's address, or has been asked about before.</returns>
    private static async Task<AccountClaim?> ClaimAsync(WriteScope scope, SeenAccount account)
    {
        var db = scope.Db;
        if (await db.AccountClaims.FindAsync(account.ObjectId) is not null
            || await db.People.AnyAsync(person => person.EntraObjectId == account.ObjectId)
            || await db.People.SingleOrDefaultAsync(person => person.Email == account.Address) is not { } whose)
        {
            return null;
        }

        var claim = new AccountClaim
        {
            ObjectId = account.ObjectId,
            PersonId = whose.Id,
            Address = account.Address,
            TeamsUserId = account.TeamsUserId,
            ForeignTenantId = account.ForeignTenantId,
            AskedAt = scope.Now,
        };
        db.AccountClaims.Add(claim);
        return claim;
    }

    /// <summary>One card to each secretary, with all that is asked now and that this secretary may answer.</summary>
    private static async Task NotifyAsync(WriteScope scope, List<AccountClaim> asked)
    {
        var bySecretary = new Dictionary<PersonId, List<AccountQuestion>>();
        foreach (var claim in asked)
        {
            var question = await scope.Db.QuestionOfAsync(claim);
            foreach (var secretary in await scope.Db.SecretariesOfAsync(claim.PersonId, scope.Today))
                (bySecretary.TryGetValue(secretary, out var questions) ? questions : bySecretary[secretary] = []).Add(question);
        }

        foreach (var (secretary, questions) in bySecretary)
            scope.Notify(secretary, AccountsCard.Build(questions, told: []));
    }
}
