using Klynge.Domain.Calendar;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures;

/// <summary>Brings the remarks of a consultation to those who asked for them, with the way on to the draft.</summary>
public static class ConsultationEndedCard
{
    private const int MostRemarks = 20;

    public static AdaptiveCard Build(ProcedureView view, IReadOnlyList<ConsultationAnswers> forums)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new()
        {
            Speak = $"{Texts.ConsultationOver}: {view.NoticeTitle}",
            FallbackText = $"{Texts.ConsultationOver}: {view.NoticeTitle}",
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.ConsultationOver, TextColor.Accent),
                ProcedureParts.Title(view.Case.Title),
                .. forums.Select(forum => new TextBlock(CardText.Escape(Texts.ConsultationCount(forum))) { Weight = TextWeight.Bolder }),
                .. Remarks(view),
            ],
            Actions = view.Status == ProcedureStatus.Draft
                ? [ProcedureParts.Button(Texts.SeeDraft, Verbs.Preview, view) with { Style = ActionStyle.Positive }]
                : [ProcedureParts.Button(Texts.Status, Verbs.View, view)],
        };
    }

    /// <summary>As many as a card can hold; the document of remarks has them all, in full.</summary>
    private static IEnumerable<CardElement> Remarks(ProcedureView view)
    {
        if (view.ConsultationRemarks.Count == 0)
        {
            yield return new TextBlock(Texts.NoConsultationRemarks);
            yield break;
        }

        foreach (var remark in view.ConsultationRemarks.Take(MostRemarks))
        {
            yield return new TextBlock(CardText.Escape(DanishText.Shorten(remark, 600))) { Spacing = Spacing.Small };
        }

        if (view.ConsultationRemarks.Count > MostRemarks)
        {
            yield return ProcedureParts.Note(Texts.AndMore(view.ConsultationRemarks.Count - MostRemarks));
        }
    }
}
