using Klynge.Application.Chat;
using Klynge.Application.Data;
using Klynge.Application.Rights;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Messaging.Accounts;

/// <summary>The buttons of the card that asks about accounts.</summary>
public sealed class AccountChat(AnswerAccounts answer, IDbContextFactory<KlyngeContext> contexts) : IChatFeature
{
    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.OnAction(AccountsCard.Verb, AnswerAsync);
    }

    private async Task<ChatReply> AnswerAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var areTheirs = action.Data.Flag(AccountsCard.TheirsField) ?? false;
        var request = new AnswerAccountsRequest(action.Data.Choices(AccountsCard.AccountsField), areTheirs);
        var result = await answer.HandleAsync(turn.Caller, request, cancellationToken);
        if (!result.TryGet(out var names, out var error))
            return error;

        var told = areTheirs ? Texts.Tied(names) : Texts.NotTied(names);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var left = await db.QuestionsForAsync(turn.PersonId, turn.Today);
        return left.Count == 0 ? AccountsCard.Done(told) : AccountsCard.Build(left, told);
    }
}
