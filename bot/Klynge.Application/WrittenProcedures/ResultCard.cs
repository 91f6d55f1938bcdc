using Klynge.Application.Documents.Opening;
using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures;

/// <summary>What a case came to, for everybody who was asked.</summary>
public static class ResultCard
{
    /// <param name="mayPack">For the secretariat and the chairs: with the button that packs the evidence.</param>
    public static AdaptiveCard Build(ProcedureView view, bool mayPack = false)
    {
        ArgumentNullException.ThrowIfNull(view);
        var outcome = view.Outcome ?? throw new ArgumentException("The case is not closed.", nameof(view));
        return new()
        {
            Speak = $"{Texts.Head(view.Forum)}: {view.NoticeTitle}. {Texts.Result(outcome)}.",
            FallbackText = $"{Texts.Result(outcome)}: {view.NoticeTitle}",
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.Result(outcome), ProcedureParts.Color(outcome)),
                ProcedureParts.Title(view.Case.Title),
                .. Lines(view),
                .. outcome == Domain.WrittenProcedures.Outcome.Withdrawn ? [] : ProcedureParts.Recommendations(view.Forum, view.Case),
            ],
            Actions = Buttons(view, mayPack) is { Count: > 0 } buttons ? buttons : null,
        };
    }

    /// <summary>The stored documents, and the evidence package for those who may have it.</summary>
    internal static List<CardAction> Buttons(ProcedureView view, bool mayPack)
    {
        List<CardAction> buttons = [.. view.Links.Select(link => DocumentButton.Open(link.Title, link.Url))];
        if (mayPack && view.Seats.Count > 0)
        {
            buttons.Add(ProcedureParts.Button(Texts.Evidence, Verbs.Evidence, view));
        }

        return buttons;
    }

    /// <summary>The result and how it follows from the rule.</summary>
    internal static IEnumerable<CardElement> Lines(ProcedureView view)
    {
        var outcome = view.Outcome!.Value;
        yield return new TextBlock(Texts.Result(outcome))
        {
            Weight = TextWeight.Bolder,
            Size = TextSize.Medium,
            Color = ProcedureParts.Color(outcome),
        };
        if (view.Tally is { } tally && view.ClosedBecause is { } reason)
        {
            yield return new TextBlock(CardText.Escape(Texts.Why(outcome, reason, tally))) { Spacing = Spacing.Small };
        }

        if (view.WithdrawalReason is { } why)
        {
            yield return new TextBlock(CardText.Escape(why)) { Spacing = Spacing.Small };
        }

        if (view.ChairNote is { } note)
        {
            yield return new TextBlock(CardText.Escape(note)) { Spacing = Spacing.Small };
        }

        if (view.ClosedAt is { } closed)
        {
            yield return ProcedureParts.Note(Texts.ClosedOn(closed));
        }

        if (view.ConfirmedAt is { } confirmed)
        {
            yield return ProcedureParts.Note(Texts.ConfirmedBy(view.ConfirmedBy, confirmed));
        }
    }
}
