using Klynge.Domain.WrittenProcedures;

namespace Klynge.Application.WrittenProcedures;

/// <summary>The answers as card data names them.</summary>
public static class AnswerNames
{
    public static string Of(Answer answer) => answer switch
    {
        Answer.Approve => "approve",
        Answer.ApproveWithRemarks => "remarks",
        Answer.Reject => "reject",
        Answer.DemandMeeting => "meeting",
        Answer.Recused => "recused",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown answer."),
    };

    /// <summary>The answer; one that no button has for anything else, which the use case refuses as an altered card.</summary>
    public static Answer Read(string? name) => name switch
    {
        "approve" => Answer.Approve,
        "remarks" => Answer.ApproveWithRemarks,
        "reject" => Answer.Reject,
        "meeting" => Answer.DemandMeeting,
        "recused" => Answer.Recused,
        _ => default,
    };
}
