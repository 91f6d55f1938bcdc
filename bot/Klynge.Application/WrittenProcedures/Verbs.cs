using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Scheduling;
using Klynge.Application.WrittenProcedures.Voting;

namespace Klynge.Application.WrittenProcedures;

/// <summary>The buttons of written procedures, and who may press each.</summary>
internal static class Verbs
{
    internal static readonly ButtonRight Form = new("procedure.form", SaveProcedureDraft.Needs);
    internal static readonly ButtonRight Draft = new("procedure.draft", SaveProcedureDraft.Needs);
    internal static readonly ButtonRight Edit = new("procedure.edit", SaveProcedureDraft.Needs);
    internal static readonly ButtonRight Open = new("procedure.open", OpenWrittenProcedure.Needs);
    internal static readonly ButtonRight PlanForm = new("procedure.plan.form", PlanOpening.Needs);
    internal static readonly ButtonRight Plan = new("procedure.plan", PlanOpening.Needs);
    internal static readonly ButtonRight CallOffPlan = new("procedure.plan.off", CallOffOpening.Needs);
    internal static readonly ButtonRight Discard = new("procedure.discard", WithdrawWrittenProcedure.Needs);
    internal static readonly ButtonRight Ballot = new("procedure.ballot", Who.Voters, "for a seat on the case's roll");
    internal static readonly ButtonRight Vote = new("procedure.vote", Who.Voters, "for a seat on the case's roll");
    internal static readonly ButtonRight View = new("procedure.view", Who.InForum, "a closed case: not observers and guests");
    internal static readonly ButtonRight Text = new("procedure.text", Who.InForum, "a closed case: not observers and guests");
    internal static readonly ButtonRight AskClose = new("procedure.close.ask", CloseWrittenProcedure.Needs);
    internal static readonly ButtonRight Close = new("procedure.close", CloseWrittenProcedure.Needs);
    internal static readonly ButtonRight AskWithdraw = new("procedure.withdraw.ask", WithdrawWrittenProcedure.Needs);
    internal static readonly ButtonRight Withdraw = new("procedure.withdraw", WithdrawWrittenProcedure.Needs);
    internal static readonly ButtonRight Preview = new("procedure.preview", SaveProcedureDraft.Needs);
    internal static readonly ButtonRight GiveUpSeat = new("procedure.seat.give", Who.Leaders | Actors.Member | Actors.Substitute, "their own seat on the roll; a substitute who was left one passes it on; the secretariat every seat");
    internal static readonly ButtonRight TakeSeatBack = new("procedure.seat.back", Actors.Chair | Actors.Member, "their own seat on the roll");
    internal static readonly ButtonRight RecordForm = new("procedure.record.form", RecordVote.Needs);
    internal static readonly ButtonRight Record = new("procedure.record", RecordVote.Needs);
    internal static readonly ButtonRight AmendForm = new("procedure.amend.form", AmendWrittenProcedure.Needs);
    internal static readonly ButtonRight Amend = new("procedure.amend", AmendWrittenProcedure.Needs);
    internal static readonly ButtonRight AskConfirm = new("procedure.confirm.ask", ConfirmResult.Needs);
    internal static readonly ButtonRight Confirm = new("procedure.confirm", ConfirmResult.Needs);
    internal static readonly ButtonRight ConsultForm = new("procedure.consult.form", ConsultForum.Needs);
    internal static readonly ButtonRight Consult = new("procedure.consult", ConsultForum.Needs);
    internal static readonly ButtonRight Remind = new("procedure.remind", RemindNow.Needs);
    internal static readonly ButtonRight Evidence = new("procedure.evidence", Documents.BuildEvidence.Needs);
    internal static readonly ButtonRight Consultation = new("procedure.consultation", Actors.OtherForum, "members of the forum that was asked for remarks");
    internal static readonly ButtonRight Remark = new("procedure.remark", Actors.OtherForum, "members of the forum that was asked for remarks");
}
