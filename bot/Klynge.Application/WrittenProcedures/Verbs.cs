using Klynge.Application.Rights;
using Klynge.Domain.Forums;

namespace Klynge.Application.WrittenProcedures;

/// <summary>The buttons of written procedures, and who may press each.</summary>
internal static class Verbs
{
    internal static readonly ButtonRight Form = new("procedure.form", Permission.OpenWrittenProcedure);
    internal static readonly ButtonRight Draft = new("procedure.draft", Permission.OpenWrittenProcedure);
    internal static readonly ButtonRight Edit = new("procedure.edit", Permission.OpenWrittenProcedure);
    internal static readonly ButtonRight Open = new("procedure.open", Permission.OpenWrittenProcedure);
    internal static readonly ButtonRight Discard = new("procedure.discard", Permission.OpenWrittenProcedure);
    internal static readonly ButtonRight Ballot = new("procedure.ballot", Who.Voters, "for a seat on the case's roll");
    internal static readonly ButtonRight Vote = new("procedure.vote", Who.Voters, "for a seat on the case's roll");
    internal static readonly ButtonRight View = new("procedure.view", Who.InForum, "a closed case: not observers and guests");
    internal static readonly ButtonRight AskClose = new("procedure.close.ask", Permission.CloseWrittenProcedure);
    internal static readonly ButtonRight Close = new("procedure.close", Permission.CloseWrittenProcedure);
    internal static readonly ButtonRight AskWithdraw = new("procedure.withdraw.ask", Permission.CloseWrittenProcedure);
    internal static readonly ButtonRight Withdraw = new("procedure.withdraw", Permission.CloseWrittenProcedure);
    internal static readonly ButtonRight Preview = new("procedure.preview", Permission.OpenWrittenProcedure);
    internal static readonly ButtonRight GiveUpSeat = new("procedure.seat.give", Who.Leaders | Actors.Member, "their own seat on the roll; the secretariat every seat");
    internal static readonly ButtonRight TakeSeatBack = new("procedure.seat.back", Actors.Chair | Actors.Member, "their own seat on the roll");
    internal static readonly ButtonRight RecordForm = new("procedure.record.form", Permission.RecordVoteForOthers);
    internal static readonly ButtonRight Record = new("procedure.record", Permission.RecordVoteForOthers);
    internal static readonly ButtonRight AmendForm = new("procedure.amend.form", Permission.OpenWrittenProcedure);
    internal static readonly ButtonRight Amend = new("procedure.amend", Permission.OpenWrittenProcedure);
    internal static readonly ButtonRight AskConfirm = new("procedure.confirm.ask", Permission.ConfirmWrittenProcedure);
    internal static readonly ButtonRight Confirm = new("procedure.confirm", Permission.ConfirmWrittenProcedure);
    internal static readonly ButtonRight ConsultForm = new("procedure.consult.form", Permission.OpenWrittenProcedure);
    internal static readonly ButtonRight Consult = new("procedure.consult", Permission.OpenWrittenProcedure);
    internal static readonly ButtonRight Remind = new("procedure.remind", Permission.CloseWrittenProcedure);
    internal static readonly ButtonRight Evidence = new("procedure.evidence", Permission.CloseWrittenProcedure);
    internal static readonly ButtonRight Consultation = new("procedure.consultation", Actors.OtherForum, "members of the forum that was asked for remarks");
    internal static readonly ButtonRight Remark = new("procedure.remark", Actors.OtherForum, "members of the forum that was asked for remarks");
}
