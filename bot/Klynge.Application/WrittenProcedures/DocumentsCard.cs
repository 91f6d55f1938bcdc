using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Tells the secretariat that the documents of a closed case are in the library.</summary>
public static class DocumentsCard
{
    /// <param name="view">With the links to what is stored.</param>
    public static AdaptiveCard Build(ProcedureView view, string told)
    {
        ArgumentNullException.ThrowIfNull(view);
        var outcome = view.Outcome ?? throw new ArgumentException("The case is not closed.", nameof(view));
        return new()
        {
            Speak = $"{told} {view.NoticeTitle}",
            FallbackText = $"{told} {view.NoticeTitle}",
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.Result(outcome), ProcedureParts.Color(outcome)),
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(CardText.Escape(told)),
            ],
            Actions = [.. ResultCard.Buttons(view, mayPack: true)],
        };
    }
}
