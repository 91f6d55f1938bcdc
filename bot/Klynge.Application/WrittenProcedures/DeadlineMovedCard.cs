using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Tells those who have not answered of another deadline, with the button that settles it.</summary>
public static class DeadlineMovedCard
{
    public static AdaptiveCard Build(ProcedureView view, Instant before, string? reason, Instant now)
    {
        ArgumentNullException.ThrowIfNull(view);
        var moved = Texts.DeadlineMoved(before, view.Deadline);
        return new()
        {
            Speak = $"{ProcedureView.TitleInNotices(view.Case)}. {moved}",
            FallbackText = $"{ProcedureView.TitleInNotices(view.Case)}. {moved}",
            Refresh = ProcedureParts.NoticeRefresh(view, Verbs.Ballot),
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.NewDeadline, TextColor.Warning),
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(moved) { Weight = TextWeight.Bolder },
                .. reason is null ? Array.Empty<CardElement>() : [new TextBlock(CardText.Escape(reason)) { Spacing = Spacing.Small }],
                new TextBlock(Texts.AnswerByWithDaysLeft(view.Deadline, now)) { Spacing = Spacing.Small },
            ],
            Actions = [ProcedureParts.Button(Texts.AnswerNow, Verbs.Ballot, view) with { Style = ActionStyle.Positive }],
        };
    }
}
