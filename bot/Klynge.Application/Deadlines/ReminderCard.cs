using Klynge.Application.Meetings;
using Klynge.Domain.Deadlines;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>What, when, how long is left, and one button that settles it.</summary>
internal static class ReminderCard
{
    /// <param name="view">As the receiver reads it.</param>
    internal static AdaptiveCard Build(DeadlineView view, ReminderRoundKind round, LocalDate today)
    {
        var heading = HeadingOf(round);
        return new AdaptiveCard
        {
            Speak = CardParts.Spoken($"{heading}: {view.Title}. {Texts.When(view.Date, today)}."),
            FallbackText = $"{heading}: {view.Title}",
            Body =
            [
                CardParts.ForumLine(view.Forum, view.Board),
                new TextBlock(heading) { Weight = TextWeight.Bolder, Color = round == ReminderRoundKind.Ahead ? TextColor.Warning : TextColor.Attention },
                CardParts.Heading(view.Title),
                .. view.IsHidden ? [CardParts.Line(Texts.ClosedMore)] : DeadlineParts.Facts(view, today),
                .. round == ReminderRoundKind.Chairs ? [CardParts.Subtle(Texts.LastReminder)] : Array.Empty<CardElement>(),
            ],
            Actions = [.. Buttons(view)],
        };
    }

    private static string HeadingOf(ReminderRoundKind round) => round switch
    {
        ReminderRoundKind.Ahead => Texts.Reminder,
        ReminderRoundKind.Overdue => Texts.Overdue,
        ReminderRoundKind.Chairs => Texts.ToTheChairs,
        _ => throw new ArgumentOutOfRangeException(nameof(round), round, "Unknown round."),
    };

    private static IEnumerable<CardAction> Buttons(DeadlineView view)
    {
        if (view.MayChange)
        {
            yield return DeadlineParts.Button(Texts.Finish, DeadlineVerbs.Finish, view) with { Style = ActionStyle.Positive };
            yield return DeadlineParts.Button(Texts.PostponeButton, DeadlineVerbs.PostponeForm, view);
        }

        yield return DeadlineParts.See(view);
    }
}
