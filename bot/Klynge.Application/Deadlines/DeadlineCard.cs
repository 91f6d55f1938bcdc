using Klynge.Application.Meetings;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>One deadline: when, who, why, what happened to it, and what can be done.</summary>
internal static class DeadlineCard
{
    private const int MostSteps = 6;

    /// <param name="told">What the person has just done; null for a look.</param>
    internal static AdaptiveCard Build(DeadlineView view, LocalDate today, string? told = null) => new()
    {
        Speak = CardParts.Spoken($"{view.Title}. {Texts.When(view.Date, today)}. {DeadlineParts.Badge(view, today).Word}."),
        FallbackText = $"{view.Title}: {Texts.When(view.Date, today)}",
        Body =
        [
            DeadlineParts.Head(view, today),
            CardParts.Heading(view.Title),
            .. told is null ? Array.Empty<CardElement>() : [new Container(CardParts.Line(told)) { Style = ContainerStyle.Good }],
            .. view.IsHidden ? [CardParts.Line(Texts.ClosedMore)] : DeadlineParts.Facts(view, today),
            CardParts.Subtle(Texts.Kind(view.Kind)),
            .. view.History.TakeLast(MostSteps).Select(step => CardParts.Subtle(Texts.Step(step))),
        ],
        Actions = [.. Buttons(view)],
    };

    private static IEnumerable<CardAction> Buttons(DeadlineView view)
    {
        if (view is { IsOpen: true, MayChange: true })
        {
            yield return DeadlineParts.Button(Texts.Finish, DeadlineVerbs.Finish, view) with { Style = ActionStyle.Positive };
            yield return DeadlineParts.Button(Texts.PostponeButton, DeadlineVerbs.PostponeForm, view);
        }

        if (view.MayChange)
        {
            yield return DeadlineParts.Button(Texts.Undo, DeadlineVerbs.Undo, view);
        }

        if (view.MeetingId is not null)
        {
            yield return DeadlineParts.See(view);
        }

        yield return CardParts.Button(Texts.AllDeadlines, DeadlineVerbs.List, DeadlineParts.Data(view.ForumId), secondary: true);
    }
}
