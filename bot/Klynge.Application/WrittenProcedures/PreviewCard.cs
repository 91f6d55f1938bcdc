using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures;

/// <summary>What is about to be sent out, and to how many: the question before a case opens.</summary>
public static class PreviewCard
{
    /// <param name="voters">How many people it reaches.</param>
    /// <param name="problem">Why it could not be sent out just now; null when nothing is wrong.</param>
    public static AdaptiveCard Build(ProcedureView view, int voters, string? problem = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new()
        {
            Speak = Texts.PreviewQuestion(voters),
            FallbackText = $"{Texts.Head(view.Forum)}: {view.Case.Title}",
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.PreviewState, TextColor.Default),
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(Texts.AnswerBy(view.Deadline)) { Weight = TextWeight.Bolder },
                ProcedureParts.Note(Texts.Rule(view.Rules)),
                ProcedureParts.Summary(view.Case),
                .. ProcedureParts.Folded(view.Case),
                .. ProcedureParts.Recommendations(view.Forum, view.Case),
                .. ProcedureParts.ConsultationRemarks(view),
                new TextBlock(Texts.PreviewQuestion(voters)) { Separator = true, Spacing = Spacing.Medium },
                .. problem is null ? Array.Empty<CardElement>() : [ProcedureParts.Wrong(problem)],
                new ActionSet(ProcedureParts.Button(Texts.SendTo(voters), Verbs.Open, view) with { Style = ActionStyle.Positive }),
                new ActionSet(ProcedureParts.Button(Texts.Consult, Verbs.ConsultForm, view)) { Spacing = Spacing.Small },
                new ActionSet(
                    ProcedureParts.Button(Texts.Edit, Verbs.Edit, view),
                    ProcedureParts.Button(Texts.Discard, Verbs.Discard, view)) { Spacing = Spacing.Small },
            ],
        };
    }
}
