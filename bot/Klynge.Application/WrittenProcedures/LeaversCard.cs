using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Tells the secretariat who on the roll of an open case has left, and what that means for the answer.</summary>
public static class LeaversCard
{
    /// <param name="lines">A sentence or two for each.</param>
    public static AdaptiveCard Build(ProcedureView view, IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new()
        {
            Speak = $"{Texts.RollHasChanged} {view.NoticeTitle}",
            FallbackText = $"{Texts.RollHasChanged} {view.NoticeTitle}",
            Refresh = ProcedureParts.NoticeRefresh(view, Verbs.View),
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.OpenState, TextColor.Accent),
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(Texts.RollHasChanged) { Weight = TextWeight.Bolder },
                .. lines.Select(line => new TextBlock(CardText.Escape(line)) { Spacing = Spacing.Small }),
                ProcedureParts.Note(Texts.RollIsFrozen),
            ],
            Actions =
            [
                ProcedureParts.Button(Texts.Status, Verbs.View, view),
                ProcedureParts.Button(Texts.Withdraw, Verbs.AskWithdraw, view) with { Mode = ActionMode.Secondary },
            ],
        };
    }
}
