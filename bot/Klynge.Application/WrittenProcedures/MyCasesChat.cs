using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.WrittenProcedures;

/// <summary>»mine sager«: what waits for me.</summary>
public sealed class MyCasesChat(IDbContextFactory<KlyngeContext> contexts)
{
    internal async Task<ChatReply> ShowAsync(ChatTurn turn, ChatCommand.ShowMyCases command, CancellationToken cancellationToken)
    {
        if (!turn.IsPersonal)
        {
            return ChatReply.Say(Texts.OnlyInPersonalChat);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return MyCasesCard.Build(await MyCases.OfAsync(db, turn.PersonId, turn.Today, cancellationToken), turn.Now);
    }
}
