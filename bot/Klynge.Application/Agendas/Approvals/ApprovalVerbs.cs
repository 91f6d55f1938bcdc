using Klynge.Application.Rights;

namespace Klynge.Application.Agendas.Approvals;

/// <summary>The buttons of approving an agenda, and who may press each.</summary>
public static class ApprovalVerbs
{
    private const string WhoWasAsked = "who was asked, of the agenda as they have read it";

    public static readonly ButtonRight Form = new("approval.form", AskApproval.Needs);
    public static readonly ButtonRight Ask = new("approval.ask", AskApproval.Needs, "in a forum whose rules ask for it");
    public static readonly ButtonRight RecordForm = new("approval.record.form", RecordApproval.Needs, "for a chair who has no Teams");
    public static readonly ButtonRight Record = new("approval.record", RecordApproval.Needs, "for a chair who has no Teams");
    public static readonly ButtonRight Show = new("approval.show", AnswerApproval.Needs, WhoWasAsked);
    public static readonly ButtonRight Approve = new("approval.approve", AnswerApproval.Needs, WhoWasAsked);
    public static readonly ButtonRight SendBack = new("approval.back", AnswerApproval.Needs, WhoWasAsked);
}
