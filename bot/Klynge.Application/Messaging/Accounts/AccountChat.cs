using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Forums.People;
using Klynge.Application.Meetings;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Messaging.Accounts;

/// <summary>The buttons of the card that asks about accounts, and the card as it stands when somebody looks at it again.</summary>
public sealed class AccountChat(AnswerAccounts answer, IDbContextFactory<KlyngeContext> contexts) : IChatFeature
{
    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.OnAction(AccountsCard.Verb, AnswerAsync).OnAction(AccountsCard.ShowVerb, ShowAsync);
    }

    /// <summary>Answered by another meanwhile, the card shows by whom, and how.</summary>
    private async Task<ChatReply> AnswerAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var asked = action.Data.Choices(AccountsCard.AccountsField);
        var request = new AnswerAccountsRequest(asked, action.Data.Flag(AccountsCard.TheirsField) ?? false);
        var result = await answer.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error is { } error and not NoSuchAccount ? error : await ShowAsync(turn, action, cancellationToken);
    }

    private async Task<ChatReply> ShowAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var asked = action.Data.Choices(AccountsCard.AccountsField).Take(AnswerAccounts.MaxAtOnce).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var answered = await AnsweredAsync(db, turn, asked, cancellationToken);
        var left = await db.QuestionsForAsync(turn.PersonId, turn.Today);
        return left.Count > 0 ? AccountsCard.Build(left, answered, [.. asked, .. left.Select(one => one.ObjectId).Except(asked, StringComparer.Ordinal)])
            : answered.Count > 0 ? AccountsCard.Done(answered)
            : new NoSuchAccount();
    }

    /// <summary>What was answered about those accounts, of the ones that this secretary may answer about.</summary>
    private static async Task<List<string>> AnsweredAsync(KlyngeContext db, ChatTurn turn, List<string> asked, CancellationToken cancellationToken)
    {
        var claims = await db.AccountClaims.AsNoTracking()
            .Where(claim => asked.Contains(claim.ObjectId) && claim.IsTheirs != null)
            .OrderBy(claim => claim.AnsweredAt)
            .ToListAsync(cancellationToken);
        var theirs = new List<AccountClaim>();
        foreach (var claim in claims)
        {
            if ((await db.SecretariesOfAsync(claim.PersonId, turn.Today)).Contains(turn.PersonId))
                theirs.Add(claim);
        }

        var names = await db.LabelsAsync([.. theirs.Select(claim => claim.PersonId), .. theirs.Select(claim => claim.AnsweredById!.Value)], cancellationToken);
        return
        [
            .. theirs.GroupBy(claim => (IsTheirs: claim.IsTheirs!.Value, By: claim.AnsweredById!.Value)).Select(group => Texts.Answered(
                [.. group.Select(claim => names[claim.PersonId])],
                group.Key.IsTheirs,
                CardParts.By(names[group.Key.By], group.Max(claim => claim.AnsweredAt!.Value), turn.Today))),
        ];
    }
}
