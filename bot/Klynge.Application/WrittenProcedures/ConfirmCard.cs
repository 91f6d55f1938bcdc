using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures;

/// <summary>The one question before a case is closed by hand or taken back.</summary>
public static class ConfirmCard
{
    public const string ReasonField = "reason";

    public static AdaptiveCard Close(ProcedureView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var question = Texts.CloseQuestion(view.Answered, view.Seats.Count);
        return Ask(view, question, [], ProcedureParts.Button(Texts.CloseNow, Verbs.Close, view) with { Style = ActionStyle.Destructive });
    }

    /// <param name="typed">What was typed as the reason when it was refused.</param>
    /// <param name="problem">Why it was refused.</param>
    public static AdaptiveCard Withdraw(ProcedureView view, string? typed = null, string? problem = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        CardElement[] reason =
        [
            new TextInput(ReasonField, Texts.WithdrawLabel)
            {
                Value = typed,
                IsMultiline = true,
                MaxLength = WrittenProcedure.LongestNote,
            },
            .. problem is null ? Array.Empty<CardElement>() : [ProcedureParts.Wrong(problem)],
        ];
        var button = ProcedureParts.Button(Texts.Withdraw, Verbs.Withdraw, view) with { Style = ActionStyle.Destructive };
        return Ask(view, Texts.WithdrawQuestion(view.Seats.Count), reason, button);
    }

    private static AdaptiveCard Ask(ProcedureView view, string question, CardElement[] inputs, ExecuteAction yes) => new()
    {
        Speak = question,
        FallbackText = question,
        Body =
        [
            ProcedureParts.Head(view.Forum, Texts.OpenState, TextColor.Accent),
            ProcedureParts.Title(view.Case.Title),
            new TextBlock(question),
            .. inputs,
        ],
        Actions = [yes, ProcedureParts.Button(Texts.Back, Verbs.View, view) with { AssociatedInputs = AssociatedInputs.None }],
    };
}
