using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;

namespace Klynge.Application.WrittenProcedures;

/// <summary>The commands and buttons of written procedures.</summary>
public sealed class WrittenProcedureChat(DraftChat drafts, VotingChat voting, ClosingChat closing) : IChatFeature
{
    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes
            .OnCommand<ChatCommand.OpenWrittenProcedure>(drafts.StartAsync)
            .OnAction(Verbs.Form, drafts.FormAsync)
            .OnAction(Verbs.Draft, drafts.SaveAsync)
            .OnAction(Verbs.Edit, drafts.EditAsync)
            .OnAction(Verbs.Open, drafts.OpenAsync)
            .OnAction(Verbs.Discard, drafts.DiscardAsync)
            .OnAction(Verbs.Ballot, voting.BallotAsync)
            .OnAction(Verbs.Vote, voting.VoteAsync)
            .OnAction(Verbs.View, voting.ViewAsync)
            .OnAction(Verbs.AskClose, closing.AskCloseAsync)
            .OnAction(Verbs.Close, closing.CloseAsync)
            .OnAction(Verbs.AskWithdraw, closing.AskWithdrawAsync)
            .OnAction(Verbs.Withdraw, closing.WithdrawAsync);
    }
}
