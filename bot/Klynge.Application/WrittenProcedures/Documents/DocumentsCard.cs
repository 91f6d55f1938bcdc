using Klynge.Application.WrittenProcedures.Closing;
using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures.Documents;

/// <summary>Tells the secretariat how it goes with the documents of a case in the library.</summary>
public static class DocumentsCard
{
    /// <param name="view">With the links to what is stored.</param>
    public static AdaptiveCard Build(ProcedureView view, string told)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new()
        {
            Speak = $"{told} {view.NoticeTitle}",
            FallbackText = $"{told} {view.NoticeTitle}",
            IsConfidential = view.Case.IsClosed,
            Body =
            [
                view.Outcome is { } outcome ? ProcedureParts.Head(view.Forum, Texts.Result(outcome), ProcedureParts.Color(outcome)) : ProcedureParts.Head(view),
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(CardText.Escape(told)),
            ],
            Actions = view.Outcome is null ? null : [.. ResultCard.Buttons(view, mayPack: true)],
        };
    }
}
