using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Rights;
using Klynge.Teams.Routing;

namespace Klynge.Application.WrittenProcedures;

/// <summary>The commands and buttons of written procedures.</summary>
public sealed class WrittenProcedureChat(
    DraftChat drafts, ConsultationChat consulting, VotingChat voting, SeatChat seats, AmendChat amending, ClosingChat closing) : IChatFeature
{
    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes
            .OnCommand(CommandCatalogue.WrittenProcedure, DraftChat.StartAsync)
            .OnAction(ButtonRights.ProcedureForm, Privately(drafts.FormAsync))
            .OnAction(ButtonRights.ProcedureDraft, Privately(drafts.SaveAsync))
            .OnAction(ButtonRights.ProcedureEdit, Privately(drafts.EditAsync))
            .OnAction(ButtonRights.ProcedurePreview, Privately(drafts.PreviewAsync))
            .OnAction(ButtonRights.ProcedureOpen, Privately(drafts.OpenAsync))
            .OnAction(ButtonRights.ProcedureDiscard, Privately(drafts.DiscardAsync))
            .OnAction(ButtonRights.ProcedureConsultForm, Privately(consulting.FormAsync))
            .OnAction(ButtonRights.ProcedureConsult, Privately(consulting.AskAsync))
            .OnAction(ButtonRights.ProcedureConsultation, Privately(consulting.ShowAsync))
            .OnAction(ButtonRights.ProcedureRemark, Privately(consulting.RemarkAsync))
            .OnAction(ButtonRights.ProcedureBallot, Privately(voting.BallotAsync))
            .OnAction(ButtonRights.ProcedureVote, Privately(voting.VoteAsync))
            .OnAction(ButtonRights.ProcedureView, Privately(voting.ViewAsync))
            .OnAction(ButtonRights.ProcedureGiveUpSeat, Privately(seats.GiveUpAsync))
            .OnAction(ButtonRights.ProcedureTakeSeatBack, Privately(seats.TakeBackAsync))
            .OnAction(ButtonRights.ProcedureRecordForm, Privately(seats.RecordFormAsync))
            .OnAction(ButtonRights.ProcedureRecord, Privately(seats.RecordAsync))
            .OnAction(ButtonRights.ProcedureAmendForm, Privately(amending.FormAsync))
            .OnAction(ButtonRights.ProcedureAmend, Privately(amending.AmendAsync))
            .OnAction(ButtonRights.ProcedureAskClose, Privately(closing.AskCloseAsync))
            .OnAction(ButtonRights.ProcedureClose, Privately(closing.CloseAsync))
            .OnAction(ButtonRights.ProcedureAskWithdraw, Privately(closing.AskWithdrawAsync))
            .OnAction(ButtonRights.ProcedureWithdraw, Privately(closing.WithdrawAsync))
            .OnAction(ButtonRights.ProcedureAskConfirm, Privately(closing.AskConfirmAsync))
            .OnAction(ButtonRights.ProcedureConfirm, Privately(closing.ConfirmAsync))
            .OnAction(ButtonRights.ProcedureRemind, Privately(closing.RemindAsync))
            .OnAction(ButtonRights.ProcedureEvidence, Privately(closing.EvidenceAsync));
    }

    /// <summary>
    /// A client without <c>Action.Execute</c> gets its answer as a message, which a whole chat would read: a ballot, somebody's answer, a
    /// closed case. There the person is shown to the personal chat, and nothing is done.
    /// </summary>
    private static Func<ChatTurn, InvokedAction, CancellationToken, Task<ChatReply>> Privately(
        Func<ChatTurn, InvokedAction, CancellationToken, Task<ChatReply>> handler) =>
        (turn, action, cancellationToken) => action.IsFallback && !turn.IsPersonal
            ? Task.FromResult(ChatReply.Say(Texts.OnlyInPersonalChat))
            : handler(turn, action, cancellationToken);
}
