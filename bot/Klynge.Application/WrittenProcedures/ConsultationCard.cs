using System.Text.Json.Nodes;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Asks the members of a consulted forum for their remarks.</summary>
public static class ConsultationCard
{
    /// <param name="typed">What was typed when it was refused.</param>
    public static AdaptiveCard Build(ConsultationView view, Instant now, string? typed = null, string? problem = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new()
        {
            Speak = $"{Texts.ConsultationWanted(view.Forum)}: {ProcedureView.TitleInNotices(view.Case)}",
            FallbackText = $"{Texts.ConsultationWanted(view.Forum)}: {ProcedureView.TitleInNotices(view.Case)}",
            Body =
            [
                new TextBlock(CardText.Escape($"{view.Asked} · {Texts.ConsultationWanted(view.Forum)}")) { IsSubtle = true, Size = TextSize.Small },
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(Texts.AnswerByWithDaysLeft(view.Deadline, now)) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
                ProcedureParts.Summary(view.Case),
                .. ProcedureParts.Folded(view.Case, isFrozen: false),
                .. ProcedureParts.Recommendations(view.Forum, view.Case),
                ProcedureParts.Note(Texts.ConsultationNote(view.Forum)),
                new TextInput(BallotCard.RemarksField, Texts.RemarksHeading) { Value = typed, IsMultiline = true, MaxLength = Ballot.LongestRemarks },
                .. problem is null ? Array.Empty<CardElement>() : [ProcedureParts.Wrong(problem)],
            ],
            Actions =
            [
                new ExecuteAction(Texts.SendRemarks, Verbs.Remark)
                {
                    Style = ActionStyle.Positive,
                    Data = new JsonObject { ["consultation"] = view.Id.ToString() },
                },
            ],
        };
    }
}
