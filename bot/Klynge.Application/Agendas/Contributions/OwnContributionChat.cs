using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Data;
using Klynge.Domain.Agendas;
using Klynge.Teams.Routing;
using Microsoft.EntityFrameworkCore;

namespace Klynge.Application.Agendas.Contributions;

/// <summary>
/// »bidrag«, and what whoever was asked does with it. In the personal chat alone: it tells of items that others may not know. The secretariat
/// sees what others owe its meetings as well.
/// </summary>
internal sealed class OwnContributionChat(IDbContextFactory<KlyngeContext> contexts, Gate gate, SendContribution send) : IChatFeature
{
    public void Map(ChatRoutes routes) => routes
        .OnCommand(CommandCatalogue.Contributions, OverviewAsync)
        .OnAction(ContributionVerbs.Show, (turn, action, token) => ShowAsync(turn, action, typed: null, token))
        .OnAction(ContributionVerbs.Send, SendAsync);

    private async Task<ChatReply> OverviewAsync(ChatTurn turn, ChatCommand.ShowContributions command, CancellationToken cancellationToken)
    {
        var led = (await gate.OwnAsync(turn, cancellationToken)).Where(visit => visit.Access.May(AskContribution.Needs)).Select(visit => visit.Forum.Id).ToList();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = await db.OwnContributionsAsync(turn.PersonId, turn.Today, cancellationToken);
        var asked = await db.OpenContributionsAsync(led, cancellationToken);
        var next = asked.GroupBy(one => one.Forum.Id).Select(ofForum => (IReadOnlyList<ContributionAt>)[.. ofForum.GroupBy(one => one.Meeting.Id).First()]).ToList();
        return ContributionListCard.Overview([.. own.Select(ContributionView.Of)], next, isSecretariat: led.Count > 0, turn.Today);
    }

    private async Task<ChatReply> ShowAsync(ChatTurn turn, InvokedAction action, string? typed, CancellationToken cancellationToken)
    {
        // As a message everybody in the chat would read it.
        if (!turn.IsPersonal && action.IsFallback)
            return ChatReply.Say(Chat.Texts.OnlyInPersonalChat);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.OwnContributionAsync(action.Data.Contribution(), turn.PersonId, turn.Today, cancellationToken) is { } at
            ? ContributionCard.Build(await ContributionView.ReadAsync(db, at, turn.Today), turn.Now, typed)
            : new ContributionNotFound();
    }

    private async Task<ChatReply> SendAsync(ChatTurn turn, InvokedAction action, CancellationToken cancellationToken)
    {
        var typed = action.Data.Text(ContributionCard.TextField);
        var request = new SendContributionRequest(action.Data.Contribution(), typed, action.Data.Text(ContributionCard.Seen));
        var result = await send.HandleAsync(turn.Caller, request, cancellationToken);
        return result.Error switch
        {
            null => await ShowAsync(turn, action, typed: null, cancellationToken),
            ContributionStands => await ShowAsync(turn, action, typed, cancellationToken),
            var refused => refused,
        };
    }
}
