using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.MyCases;

/// <summary>»mine sager«: what waits for me. In the personal chat alone: it tells of cases that others may not know.</summary>
public sealed class MyCasesChat(IDbContextFactory<KlyngeContext> contexts, Gate gate) : IChatFeature
{
    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes.OnCommand(CommandCatalogue.MyCases, ShowAsync);
    }

    private async Task<ChatReply> ShowAsync(ChatTurn turn, ChatCommand.ShowMyCases command, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return MyCasesCard.Build(await db.WaitingForAsync(turn.PersonId, await gate.OwnAsync(turn, cancellationToken), turn.Now, cancellationToken), turn.Now);
    }
}
