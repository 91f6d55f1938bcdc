using Klynge.Application.Agendas.Coming;
using Klynge.Application.Data;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Agreements;
using Klynge.Domain.Deadlines;
using Klynge.Domain.Forums;

namespace Klynge.Application.Tests.Rights;

/// <summary>Another forum's cases to come and its standing rules, and those that are closed.</summary>
internal sealed partial class ForeignRecords
{
    private async Task<Guid> ComingAsync(Caller by, ForumId forum, string secret, bool isClosed = false)
    {
        var id = ComingItemId.New();
        var input = new ComingInput($"{secret} kommer", $"{secret} oplægsholder", $"når {secret} er klar", 1, $"{secret} bemærkning", isClosed);
        Must(await Chat.Get<AddComingItem>().HandleAsync(by, forum, id, input, default));
        return id.Value;
    }

    private async Task<Guid> RuleAsync(ForumId forum, DeadlineId agreement, string secret)
    {
        var rule = new StandingRule { ForumId = forum, Text = $"{secret}: fremadrettet sendes referater ud.", AgreementId = agreement, MadeAt = board.Board.Clock.GetCurrentInstant() };
        await board.Board.AddAsync(rule);
        return rule.Id.Value;
    }
}
