using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;

namespace Klynge.Application.WrittenProcedures;

/// <summary>The commands and buttons of written procedures.</summary>
public sealed class WrittenProcedureChat(
    DraftChat drafts, ConsultationChat consulting, VotingChat voting, SeatChat seats, AmendChat amending, ClosingChat closing, MyCasesChat mine) : IChatFeature
{
    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes
            .OnCommand<ChatCommand.OpenWrittenProcedure>(drafts.StartAsync)
            .OnCommand<ChatCommand.ShowMyCases>(mine.ShowAsync)
            .OnAction(Verbs.Form, drafts.FormAsync)
            .OnAction(Verbs.Draft, drafts.SaveAsync)
            .OnAction(Verbs.Edit, drafts.EditAsync)
            .OnAction(Verbs.Preview, drafts.PreviewAsync)
            .OnAction(Verbs.Open, drafts.OpenAsync)
            .OnAction(Verbs.Discard, drafts.DiscardAsync)
            .OnAction(Verbs.ConsultForm, consulting.FormAsync)
            .OnAction(Verbs.Consult, consulting.AskAsync)
            .OnAction(Verbs.Remark, consulting.RemarkAsync)
            .OnAction(Verbs.Ballot, voting.BallotAsync)
            .OnAction(Verbs.Vote, voting.VoteAsync)
            .OnAction(Verbs.View, voting.ViewAsync)
            .OnAction(Verbs.GiveUpSeat, seats.GiveUpAsync)
            .OnAction(Verbs.TakeSeatBack, seats.TakeBackAsync)
            .OnAction(Verbs.RecordForm, seats.RecordFormAsync)
            .OnAction(Verbs.Record, seats.RecordAsync)
            .OnAction(Verbs.AmendForm, amending.FormAsync)
            .OnAction(Verbs.Amend, amending.AmendAsync)
            .OnAction(Verbs.AskClose, closing.AskCloseAsync)
            .OnAction(Verbs.Close, closing.CloseAsync)
            .OnAction(Verbs.AskWithdraw, closing.AskWithdrawAsync)
            .OnAction(Verbs.Withdraw, closing.WithdrawAsync)
            .OnAction(Verbs.AskConfirm, closing.AskConfirmAsync)
            .OnAction(Verbs.Confirm, closing.ConfirmAsync);
    }
}
