using System.Text.Json.Nodes;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Messaging;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <summary>The whole text of a case that is too long for the card that asks about it, in as many pages as the size of a card asks for.</summary>
internal static class CaseTextCard
{
    private const int MaxOnPage = 26_000;

    /// <param name="view">The case.</param>
    /// <param name="votes">Whether the one who reads answers for a seat, and goes back to the ballot.</param>
    /// <param name="page">From 0; one that is out of range shows the last.</param>
    /// <param name="typed">Remarks on the ballot that the text was opened from: they are there again on the way back.</param>
    /// <param name="picks">The answers that were chosen there, which come back in the same way.</param>
    internal static AdaptiveCard Build(ProcedureView view, bool votes, int page, string? typed, AnswerPicks? picks = null)
    {
        var pages = LongText.Pages(LongText.Of(view.Case.Presentation), MaxOnPage).ToList();
        var shown = Math.Clamp(page, 0, pages.Count - 1);
        return new AdaptiveCard
        {
            Speak = $"{Texts.Head(view.Forum)}: {view.NoticeTitle}. {Texts.ReadCase}.",
            FallbackText = $"{Texts.Head(view.Forum)}: {view.NoticeTitle}",
            Page = CardPages.Case(view.Id),
            IsConfidential = view.Case.IsClosed,
            Body =
            [
                ProcedureParts.Head(view),
                ProcedureParts.Title(view.Case.Title),
                .. ProcedureParts.ClosedMark(view.Case),
                .. pages[shown],
                .. pages.Count > 1 ? [ProcedureParts.Note(Agendas.Texts.PageOf(shown, pages.Count))] : Array.Empty<CardElement>(),
                .. ButtonLines.Of(
                [
                    .. shown > 0 ? [Turn(view, Agendas.Texts.PreviousPage, shown - 1, typed, picks)] : Array.Empty<CardAction>(),
                    .. shown + 1 < pages.Count ? [Turn(view, Agendas.Texts.NextPage, shown + 1, typed, picks)] : Array.Empty<CardAction>(),
                    Back(view, votes, typed, picks),
                ]),
            ],
        };
    }

    /// <summary>Below a text that was cut. What has been typed on the card goes along.</summary>
    internal static ActionSet ReadWhole(ProcedureView view) =>
        new(ProcedureParts.Button(Texts.ReadWholeCase, Verbs.Text, view, [.. view.Separate is null ? Array.Empty<(string, JsonNode)>() : [(AnswerPicks.Version, view.Version)]])) { Spacing = Spacing.Small };

    private static ExecuteAction Turn(ProcedureView view, string title, int to, string? typed, AnswerPicks? picks) =>
        ProcedureParts.Button(title, Verbs.Text, view, [("page", to), .. Typed(typed), .. AnswerPicks.Data(picks, view)]);

    private static ExecuteAction Back(ProcedureView view, bool votes, string? typed, AnswerPicks? picks) =>
        view.Status == ProcedureStatus.Draft ? ProcedureParts.Button(Texts.BackToCase, Verbs.Preview, view, [.. Typed(typed)])
        : votes && view.IsOpen ? ProcedureParts.Button(Texts.BackToCase, Verbs.Ballot, view, [.. Typed(typed), .. AnswerPicks.Data(picks, view), .. typed is null && picks is null ? Array.Empty<(string, JsonNode)>() : [("change", true)]])
        : ProcedureParts.Button(Texts.BackToCase, Verbs.View, view, [.. Typed(typed)]);

    private static IEnumerable<(string Name, JsonNode Value)> Typed(string? typed)
    {
        if (typed is not null)
            yield return (BallotCard.RemarksField, typed);
    }
}
