using Klynge.Application.Agendas.Coming;
using Klynge.Application.Agendas.Sending;
using Klynge.Domain.Agendas;
using Klynge.Domain.Agendas.Coming;
using Klynge.Domain.Agreements;

namespace Klynge.Application.Tests.Rights;

/// <summary>Cases for later meetings: one that waits, one that Driftsforum proposes, one that was dropped; and a standing rule.</summary>
internal sealed partial class RightsBoard
{
    internal ComingItemId Coming { get; private set; }

    internal ComingItemId ProposedComing { get; private set; }

    internal ComingItemId DroppedComing { get; private set; }

    /// <summary>Sent to the other forum, which has not taken it up.</summary>
    internal ComingItemId SentComing { get; private set; }

    internal StandingRuleId Rule { get; private set; }

    /// <summary>One that holds no more.</summary>
    internal StandingRuleId EndedRule { get; private set; }

    internal static ComingInput Input(string title) => new(title, "Jane Pedersen", "i marts", 1, "Spørg økonomi først", IsClosed: false);

    private async Task AddComingAsync()
    {
        (Coming, DroppedComing) = (ComingItemId.New(), ComingItemId.New());
        Must(await Chat.Get<AddComingItem>().HandleAsync(Secretary, Forum.Id, Coming, Input("Handleplan"), default));
        Must(await Chat.Get<AddComingItem>().HandleAsync(Secretary, Forum.Id, DroppedComing, Input("Byggeri"), default));
        Must(await Chat.Get<DropComingItem>().HandleAsync(Secretary, Forum.Id, DroppedComing, "Løst", default));
        SentComing = await SendAsync();
        var proposed = ComingItem.Add(
            new NewComingItem(Forum.Id, new ComingDetails(new AgendaItemContent { Title = "Fra drift" }, Wanted.None)) { FromForumId = Board.OtherForum.Id, IsProposal = true }, by: null, Board.Clock.GetCurrentInstant());
        var (rule, ended) = (RuleOf(Agreement), RuleOf(Finished));
        ended.End(Board.Secretary.Id, Board.Clock.GetCurrentInstant());
        await Board.AddAsync(proposed, rule, ended);
        (ProposedComing, Rule, EndedRule) = (proposed.Id, rule.Id, ended.Id);
    }

    private async Task<ComingItemId> SendAsync()
    {
        var meeting = await Board.AddMeetingAsync(200);
        var item = AgendaItem.Add(meeting, 1, new AgendaItemContent { Title = "Sendes videre" }, Board.Clock.GetCurrentInstant());
        await Board.AddAsync(item);
        return Must(await Chat.Get<SendItem>().HandleAsync(Secretary, new SendItemRequest(Forum.Id, item.Id, Board.OtherForum.Id, null, null), default)).Id;
    }

    private StandingRule RuleOf(Domain.Deadlines.DeadlineId agreement) => new()
    {
        ForumId = Forum.Id,
        Text = "Fremadrettet sendes referater ud til de praktiserende læger.",
        AgreementId = agreement,
        MadeAt = Board.Clock.GetCurrentInstant(),
    };
}
