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
    private void Add(ForeignKind kind, string table, Guid id) => _ids.Add((table, kind), id);

    private async Task AddComingAsync(ForeignKind kind, Caller by, ForumId forum, DeadlineId agreement, string secret)
    {
        var id = ComingItemId.New();
        var input = new ComingInput($"{secret} kommer", $"{secret} oplægsholder", $"når {secret} er klar", 1, $"{secret} bemærkning", IsClosed: kind == ForeignKind.Closed);
        Must(await Chat.Get<AddComingItem>().HandleAsync(by, forum, id, input, default));
        Add(kind, "ComingItems", id.Value);

        var rule = new StandingRule { ForumId = forum, Text = $"{secret}: fremadrettet sendes referater ud.", AgreementId = agreement, MadeAt = board.Board.Clock.GetCurrentInstant() };
        await board.Board.AddAsync(rule);
        Add(kind, "StandingRules", rule.Id.Value);
    }
}
