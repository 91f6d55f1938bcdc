using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Asks a chair to confirm the result, which nobody can alter.</summary>
public static class ConfirmResultCard
{
    public const string NoteField = "note";

    /// <param name="typed">What was typed when it was refused.</param>
    public static AdaptiveCard Build(ProcedureView view, string? typed = null, string? problem = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        var outcome = view.Outcome ?? throw new ArgumentException("The case is not closed.", nameof(view));
        return new()
        {
            Speak = $"{Texts.ConfirmQuestion} {view.NoticeTitle}: {Texts.Result(outcome)}",
            FallbackText = $"{Texts.ConfirmQuestion} {view.NoticeTitle}",
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.Result(outcome), ProcedureParts.Color(outcome)),
                ProcedureParts.Title(view.Case.Title),
                .. ResultCard.Lines(view),
                new TextBlock(Texts.ConfirmQuestion) { Separator = true },
                new TextInput(NoteField, Texts.NoteLabel) { Value = typed, IsMultiline = true, MaxLength = WrittenProcedure.LongestNote },
                .. problem is null ? Array.Empty<CardElement>() : [ProcedureParts.Wrong(problem)],
            ],
            Refresh = typed is null && problem is null
                ? new CardRefresh(ProcedureParts.Button(Texts.Status, Verbs.AskConfirm, view))
                : null,
            Actions = [ProcedureParts.Button(Texts.Confirm, Verbs.Confirm, view) with { Style = ActionStyle.Positive }],
        };
    }
}
