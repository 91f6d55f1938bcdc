using Klynge.Application.Data;
using Klynge.Application.Outbox;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Messaging.Accounts;

/// <param name="ObjectIds">The accounts, as the card names them: untrusted.</param>
/// <param name="AreTheirs">They are the members'.</param>
public sealed record AnswerAccountsRequest(IReadOnlyList<string> ObjectIds, bool AreTheirs);

/// <summary>The secretariat says whether accounts are the members' whose addresses they have. From then on the account is the person.</summary>
public sealed class AnswerAccounts(Writer writer)
{
    internal const int MaxAtOnce = 200;

    /// <returns>
    /// The names of those whom it was about; <see cref="NoSuchAccount"/> when none of them waits for an answer of this secretary, so that
    /// nobody learns by asking which accounts there are.
    /// </returns>
    public Task<Result<IReadOnlyList<string>>> HandleAsync(Caller caller, AnswerAccountsRequest request, CancellationToken cancellationToken) =>
        writer.WriteAsync(new WriteIntent(nameof(AnswerAccounts), caller), scope => AnswerAsync(scope, request), cancellationToken);

    private static async Task<Result<IReadOnlyList<string>>> AnswerAsync(WriteScope scope, AnswerAccountsRequest request)
    {
        var names = new List<string>();
        foreach (var id in request.ObjectIds.Take(MaxAtOnce).Distinct(StringComparer.Ordinal))
        {
            if (scope.Caller.PersonId is { } secretary
                && await scope.Db.AccountClaims.FindAsync(id) is { } claim
                && (claim.IsTheirs is null || IsRepeated(claim, secretary, request.AreTheirs))
                && (await scope.Db.SecretariesOfAsync(claim.PersonId, scope.Today)).Contains(secretary))
            {
                scope.EnterBy(AccountsCard.Verb);
                names.Add(claim.IsTheirs is null
                    ? await AnswerAsync(scope, claim, secretary, request.AreTheirs)
                    : await scope.Db.People.Where(person => person.Id == claim.PersonId).Select(person => person.Name).SingleAsync());
            }
        }

        return names.Count == 0 ? new NoSuchAccount() : names;
    }

    /// <summary>The same secretary has given the same answer, as by a button that is pressed twice.</summary>
    private static bool IsRepeated(AccountClaim claim, PersonId secretary, bool isTheirs) =>
        claim.IsTheirs == isTheirs && claim.AnsweredById == secretary;

    private static async Task<string> AnswerAsync(WriteScope scope, AccountClaim claim, PersonId secretary, bool isTheirs)
    {
        claim.Answer(isTheirs, secretary, scope.Now);
        var person = await scope.Db.People.SingleAsync(candidate => candidate.Id == claim.PersonId);
        if (isTheirs && !await scope.Db.People.AnyAsync(other => other.EntraObjectId == claim.ObjectId))
        {
            // Ballots and closed items must not go on to the chat of an account before.
            var chats = await scope.Db.Conversations.Where(chat => chat.PersonId == person.Id).ToListAsync();
            chats.ForEach(chat => chat.PersonId = null);
            (person.EntraObjectId, person.TeamsUserId, person.ForeignTenantId) = (claim.ObjectId, claim.TeamsUserId, claim.ForeignTenantId);
            scope.Notify(person.Id, AccountsCard.Welcome());
        }

        return person.Name;
    }
}

public sealed record NoSuchAccount()
    : Error("Der er ingen konto at svare om: den er der svaret på, eller den hører til et andet sekretariat.");
