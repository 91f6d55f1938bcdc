namespace Klynge.Application.WrittenProcedures;

/// <summary>The buttons of written procedures.</summary>
internal static class Verbs
{
    internal const string Form = "procedure.form";
    internal const string Draft = "procedure.draft";
    internal const string Edit = "procedure.edit";
    internal const string Open = "procedure.open";
    internal const string Discard = "procedure.discard";
    internal const string Ballot = "procedure.ballot";
    internal const string Vote = "procedure.vote";
    internal const string View = "procedure.view";
    internal const string AskClose = "procedure.close.ask";
    internal const string Close = "procedure.close";
    internal const string AskWithdraw = "procedure.withdraw.ask";
    internal const string Withdraw = "procedure.withdraw";
    internal const string Preview = "procedure.preview";
    internal const string GiveUpSeat = "procedure.seat.give";
    internal const string TakeSeatBack = "procedure.seat.back";
    internal const string RecordForm = "procedure.record.form";
    internal const string Record = "procedure.record";
    internal const string AmendForm = "procedure.amend.form";
    internal const string Amend = "procedure.amend";
    internal const string AskConfirm = "procedure.confirm.ask";
    internal const string Confirm = "procedure.confirm";
    internal const string ConsultForm = "procedure.consult.form";
    internal const string Consult = "procedure.consult";
    internal const string Remind = "procedure.remind";
    internal const string Evidence = "procedure.evidence";
    internal const string Consultation = "procedure.consultation";
    internal const string Remark = "procedure.remark";
}
