using Klynge.Application.Meetings;
using Klynge.Domain.Deadlines;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Deadlines;

/// <summary>What, when, how long is left, and one button that settles it.</summary>
internal static class ReminderCard
{
    /// <param name="view">As the receiver reads it.</param>
    internal static AdaptiveCard Build(DeadlineView view, ReminderRoundKind round, LocalDate today) => Card(
        view,
        HeadingOf(round),
        round == ReminderRoundKind.Ahead ? TextColor.Warning : TextColor.Attention,
        round == ReminderRoundKind.Chairs ? Texts.LastReminder : null,
        today);

    /// <summary>»Påmind nu«: somebody has asked for it just now.</summary>
    internal static AdaptiveCard ByHand(DeadlineView view, LocalDate today) => view.IsOverdue(today)
        ? Card(view, Texts.Overdue, TextColor.Attention, Texts.AskedFor, today)
        : Card(view, Texts.Reminder, TextColor.Warning, Texts.AskedFor, today);

    /// <summary>To the one who was just made responsible.</summary>
    internal static AdaptiveCard Given(DeadlineView view, LocalDate today) => Card(view, Texts.Given, TextColor.Accent, Texts.GivenMore, today);

    private static AdaptiveCard Card(DeadlineView view, string heading, TextColor color, string? note, LocalDate today) => new()
    {
        Speak = CardParts.Spoken($"{heading}: {view.Title}. {Texts.When(view, today)}."),
        FallbackText = $"{heading}: {view.Title}",
        Body =
        [
            CardParts.ForumLine(view.Forum, view.Board),
            new TextBlock(heading) { Weight = TextWeight.Bolder, Color = color },
            CardParts.Heading(view.Title),
            .. DeadlineParts.Facts(view, today),
            .. note is null ? Array.Empty<CardElement>() : [CardParts.Subtle(note)],
            DeadlineParts.Buttons(Buttons(view)),
        ],
    };

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

        if (view.MayRemind)
        {
            yield return DeadlineParts.Button(Texts.RemindNow, DeadlineVerbs.Remind, view);
        }

        yield return DeadlineParts.See(view);
    }
}
