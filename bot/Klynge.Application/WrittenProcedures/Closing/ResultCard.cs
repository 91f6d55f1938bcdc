using Klynge.Application.Documents.Opening;
using Klynge.Application.Messaging;
using Klynge.Teams.Cards;

namespace Klynge.Application.WrittenProcedures.Closing;

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
            Speak = $"{Texts.Head(view.Forum)}: {view.NoticeTitle}. {Texts.Result(view)}.",
            FallbackText = $"{Texts.Result(view)}: {view.NoticeTitle}",
            Page = CardPages.Case(view.Id),
            IsConfidential = view.Case.IsClosed,
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
            buttons.Add(ProcedureParts.Button(Texts.Evidence, Verbs.Evidence, view));

        return buttons;
    }

    /// <summary>The result and how it follows from the rule.</summary>
    internal static IEnumerable<CardElement> Lines(ProcedureView view)
    {
        var outcome = view.Outcome!.Value;
        yield return new TextBlock(Texts.Result(view))
        {
            Weight = TextWeight.Bolder,
            Size = TextSize.Medium,
            Color = ProcedureParts.Color(outcome),
        };
        foreach (var line in Texts.Why(view))
            yield return new TextBlock(CardText.Escape(line)) { Spacing = Spacing.Small };

        if (view.WithdrawalReason is { } why)
            yield return new TextBlock(CardText.Escape(why)) { Spacing = Spacing.Small };

        if (view.ChairNote is { } note)
            yield return new TextBlock(CardText.Escape(note)) { Spacing = Spacing.Small };

        if (view.ClosedAt is { } closed)
            yield return ProcedureParts.Note(Texts.ClosedOn(closed));

        if (view.ConfirmedAt is { } confirmed)
            yield return ProcedureParts.Note(Texts.ConfirmedBy(view.ConfirmedBy, confirmed));
    }
}

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
            Speak = $"{Texts.ConfirmQuestion} {view.NoticeTitle}: {Texts.Result(view)}",
            FallbackText = $"{Texts.ConfirmQuestion} {view.NoticeTitle}",
            IsConfidential = view.Case.IsClosed,
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.Result(outcome), ProcedureParts.Color(outcome)),
                ProcedureParts.Title(view.Case.Title),
                .. ResultCard.Lines(view),
                new TextBlock(Texts.ConfirmQuestion) { Separator = true },
                new TextInput(NoteField, Texts.NoteLabel) { Value = typed, IsMultiline = true },
                .. problem is null ? Array.Empty<CardElement>() : [ProcedureParts.Wrong(problem)],
            ],
            Refresh = typed is null && problem is null
                ? new CardRefresh(ProcedureParts.Button(Texts.Status, Verbs.AskConfirm, view))
                : null,
            Actions = [ProcedureParts.Button(Texts.Confirm, Verbs.Confirm, view) with { Style = ActionStyle.Positive }],
        };
    }
}

/// <summary>The one question before a case is closed by hand or taken back.</summary>
public static class ConfirmCard
{
    public const string ReasonField = "reason";

    public static AdaptiveCard Close(ProcedureView view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var question = Texts.CloseQuestion(view.Answered, view.Seats.Count);
        return Ask(view, question, [], ProcedureParts.Button(Texts.CloseNow, Verbs.Close, view) with { Style = ActionStyle.Destructive });
    }

    /// <param name="typed">What was typed as the reason when it was refused.</param>
    /// <param name="problem">Why it was refused.</param>
    public static AdaptiveCard Withdraw(ProcedureView view, string? typed = null, string? problem = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        CardElement[] reason =
        [
            new TextInput(ReasonField, Texts.WithdrawLabel)
            {
                Value = typed,
                IsMultiline = true,
            },
            .. problem is null ? Array.Empty<CardElement>() : [ProcedureParts.Wrong(problem)],
        ];
        var button = ProcedureParts.Button(Texts.Withdraw, Verbs.Withdraw, view) with { Style = ActionStyle.Destructive };
        return Ask(view, Texts.WithdrawQuestion(view.Seats.Count), reason, button);
    }

    private static AdaptiveCard Ask(ProcedureView view, string question, CardElement[] inputs, ExecuteAction yes) => new()
    {
        Speak = question,
        FallbackText = question,
        Body =
        [
            ProcedureParts.Head(view.Forum, Texts.OpenState, TextColor.Accent),
            ProcedureParts.Title(view.Case.Title),
            new TextBlock(question),
            .. inputs,
        ],
        Actions = [yes, ProcedureParts.Button(Texts.Back, Verbs.View, view) with { AssociatedInputs = AssociatedInputs.None }],
    };
}
