using Klynge.Application.Agreements;
using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Domain.Deadlines;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>One deadline: when, who, why, what happened to it, and what can be done.</summary>
internal static class DeadlineCard
{
    private const int MaxSteps = 6;

    /// <param name="told">What the person has just done; null for a look.</param>
    /// <param name="caution">Why a press did nothing; null where it did, or for a look.</param>
    internal static AdaptiveCard Build(DeadlineView view, LocalDate today, string? told = null, string? caution = null) => new()
    {
        Speak = CardParts.Spoken($"{view.NoticeTitle}. {Texts.When(view, today)}. {DeadlineParts.Badge(view, today).Word}."),
        FallbackText = $"{view.NoticeTitle}: {Texts.Within(view, today)}",
        Page = CardPages.Deadlines,
        Body =
        [
            DeadlineParts.Head(view, today),
            CardParts.Heading(view.Title),
            .. told is null ? Array.Empty<CardElement>() : [new Container(CardParts.Line(told)) { Style = ContainerStyle.Good }],
            .. caution is null ? Array.Empty<CardElement>() : [CardParts.Warning([caution])],
            .. DeadlineParts.Facts(view, today),
            CardParts.Subtle(Texts.Kind(view.Kind)),
            .. view.History.TakeLast(MaxSteps).Select(step => CardParts.Subtle(HistoryTexts.Step(step))),
            DeadlineParts.Buttons(Buttons(view, told is not null)),
        ],
    };

    private static IEnumerable<CardAction> Buttons(DeadlineView view, bool hasActed)
    {
        if (view is { IsOpen: true, MayChange: true })
        {
            yield return DeadlineParts.Button(Texts.Finish, DeadlineVerbs.Finish, view) with { Style = ActionStyle.Positive };
            yield return DeadlineParts.Button(Texts.PostponeButton, DeadlineVerbs.PostponeForm, view);
        }

        if (view is { IsOpen: true, MayEdit: true })
            yield return DeadlineParts.Button(Texts.EditButton, DeadlineVerbs.EditForm, view);

        if (view is { IsOpen: true, MayEdit: true, Kind: DeadlineKind.Agreement, IsHidden: false })
            yield return DeadlineParts.Button(AgreementTexts.Drop, AgreementVerbs.DropForm, view);

        if (view is { IsOpen: true, MayRemind: true })
            yield return DeadlineParts.Button(Texts.RemindNow, DeadlineVerbs.Remind, view);

        // Of one that is only looked at, nobody wants to take back that it was set: »Ret« has a button that deletes it.
        if (view.MayChange && (hasActed || view.History is [.., { Kind: not DeadlineChangeKind.Created }]))
            yield return DeadlineParts.Button(Texts.Undo, DeadlineVerbs.Undo, view);

        if (view.MeetingId is not null || view.ProcedureId is not null)
            yield return DeadlineParts.See(view);

        yield return CardParts.Button(Texts.AllDeadlines, DeadlineVerbs.List, DeadlineParts.Data(view.ForumId));
    }
}
