using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures.Seats;

/// <summary>Tells a member who has the seat now, and how to take it back.</summary>
public static class SeatGivenCard
{
    /// <param name="told">Who has it and who gave it.</param>
    public static AdaptiveCard Build(ProcedureView view, string told)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new()
        {
            Speak = told,
            FallbackText = told,
            IsConfidential = view.Case.IsClosed,
            Refresh = ProcedureParts.NoticeRefresh(view, Verbs.View),
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.OpenState, TextColor.Accent),
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(CardText.Escape(told)),
            ],
            Actions = [ProcedureParts.Button(Texts.TakeSeatBack, Verbs.TakeSeatBack, view)],
        };
    }
}
