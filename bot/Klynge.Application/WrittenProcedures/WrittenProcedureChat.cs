using Klynge.Application.Chat;
using Klynge.Application.Chat.Commands;
using Klynge.Application.Forums;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Scheduling;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Teams.Routing;

namespace Klynge.Application.WrittenProcedures;

/// <summary>The commands and buttons of written procedures.</summary>
public sealed class WrittenProcedureChat(
    DraftChat drafts, PlanChat plans, ConsultationChat consulting, VotingChat voting, SeatChat seats, AmendChat amending, ClosingChat closing) : IChatFeature
{
    public void Map(ChatRoutes routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        routes
            .OnCommand(CommandCatalogue.WrittenProcedure, DraftChat.StartAsync)
            .OnAction(Verbs.Form, Privately(drafts.FormAsync))
            .OnAction(Verbs.Draft, Privately(drafts.SaveAsync))
            .OnAction(Verbs.Edit, Privately(drafts.EditAsync))
            .OnAction(Verbs.Preview, Privately(drafts.PreviewAsync))
            .OnAction(Verbs.Open, Privately(drafts.OpenAsync))
            .OnAction(Verbs.PlanForm, Privately(plans.FormAsync))
            .OnAction(Verbs.Plan, Privately(plans.PlanAsync))
            .OnAction(Verbs.CallOffPlan, Privately(plans.CallOffAsync))
            .OnAction(Verbs.Discard, Privately(drafts.DiscardAsync))
            .OnAction(Verbs.ConsultForm, Privately(consulting.FormAsync))
            .OnAction(Verbs.Consult, Privately(consulting.AskAsync))
            .OnAction(Verbs.Consultation, Privately(consulting.ShowAsync))
            .OnAction(Verbs.Remark, Privately(consulting.RemarkAsync))
            .OnAction(Verbs.Ballot, Privately(voting.BallotAsync))
            .OnAction(Verbs.Vote, Privately(voting.VoteAsync))
            .OnAction(Verbs.View, Privately(voting.ViewAsync))
            .OnAction(Verbs.Text, Privately(voting.TextAsync))
            .OnAction(Verbs.GiveUpSeat, Privately(seats.GiveUpAsync))
            .OnAction(Verbs.TakeSeatBack, Privately(seats.TakeBackAsync))
            .OnAction(Verbs.RecordForm, Privately(seats.RecordFormAsync))
            .OnAction(Verbs.Record, Privately(seats.RecordAsync))
            .OnAction(Verbs.AmendForm, Privately(amending.FormAsync))
            .OnAction(Verbs.Amend, Privately(amending.AmendAsync))
            .OnAction(Verbs.AskClose, Privately(closing.AskCloseAsync))
            .OnAction(Verbs.Close, Privately(closing.CloseAsync))
            .OnAction(Verbs.AskWithdraw, Privately(closing.AskWithdrawAsync))
            .OnAction(Verbs.Withdraw, Privately(closing.WithdrawAsync))
            .OnAction(Verbs.AskConfirm, Privately(closing.AskConfirmAsync))
            .OnAction(Verbs.Confirm, Privately(closing.ConfirmAsync))
            .OnAction(Verbs.Remind, Privately(closing.RemindAsync))
            .OnAction(Verbs.Evidence, Privately(closing.EvidenceAsync));
    }

    /// <summary>
    /// A client without <c>Action.Execute</c> gets its answer as a message, which a whole chat would read: a ballot, somebody's answer, a
    /// closed case. There the person is shown to the personal chat, and nothing is done.
    /// </summary>
    private static Func<ChatTurn, InvokedAction, CancellationToken, Task<ChatReply>> Privately(
        Func<ChatTurn, InvokedAction, CancellationToken, Task<ChatReply>> handler) =>
        (turn, action, cancellationToken) => IsReadByAll(turn, action)
            ? Task.FromResult(ChatReply.Say(Texts.OnlyInPersonalChat))
            : handler(turn, action, cancellationToken);

    /// <inheritdoc cref="Privately(Func{ChatTurn, InvokedAction, CancellationToken, Task{ChatReply}})"/>
    private static Func<ChatTurn, Visit, InvokedAction, CancellationToken, Task<ChatReply>> Privately(
        Func<ChatTurn, Visit, InvokedAction, CancellationToken, Task<ChatReply>> handler) =>
        (turn, visit, action, cancellationToken) => IsReadByAll(turn, action)
            ? Task.FromResult(ChatReply.Say(Texts.OnlyInPersonalChat))
            : handler(turn, visit, action, cancellationToken);

    private static bool IsReadByAll(ChatTurn turn, InvokedAction action) => action.IsFallback && !turn.IsPersonal;
}
