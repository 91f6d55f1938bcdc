using Klynge.Application.Meetings;
using Klynge.Application.Messaging;
using Klynge.Domain.Deadlines;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.Deadlines.Reminders;

/// <summary>What, when, how long is left, and one button that settles it.</summary>
internal static class ReminderCard
{
    /// <summary>In the data of its refresh: what it reminds of, so that it stays a reminder while the deadline stands as it was.</summary>
    internal const string Key = "reminder";

    private const string Handed = "Given";
    private const string Asked = "ByHand";

    /// <param name="view">As the receiver reads it.</param>
    internal static AdaptiveCard Build(DeadlineView view, ReminderRoundKind round, LocalDate today) => Card(
        view,
        round.ToString(),
        HeadingOf(round),
        round == ReminderRoundKind.Ahead ? TextColor.Warning : TextColor.Attention,
        round == ReminderRoundKind.Chairs ? Texts.LastReminder : null,
        today);

    /// <summary>»Påmind nu«: somebody has asked for it just now.</summary>
    internal static AdaptiveCard ByHand(DeadlineView view, LocalDate today) => view.IsOverdue(today)
        ? Card(view, Asked, Texts.Overdue, TextColor.Attention, Texts.AskedFor, today)
        : Card(view, Asked, Texts.Reminder, TextColor.Warning, Texts.AskedFor, today);

    /// <summary>To the one who was just made responsible.</summary>
    internal static AdaptiveCard Given(DeadlineView view, LocalDate today) => Card(view, Handed, Texts.Given, TextColor.Accent, Texts.GivenMore, today);

    /// <summary>The same reminder drawn anew; null where the deadline has been settled or changed, or nobody was reminded by this card.</summary>
    /// <param name="kind">What stood under <see cref="Key"/>.</param>
    /// <param name="seenVersion">The version that it was drawn from.</param>
    internal static AdaptiveCard? Again(DeadlineView view, string? kind, int? seenVersion, LocalDate today) => kind switch
    {
        _ when !view.IsOpen || view.Version != seenVersion => null,
        Handed => Given(view, today),
        Asked => ByHand(view, today),
        nameof(ReminderRoundKind.Ahead) when view.IsOverdue(today) => Build(view, ReminderRoundKind.Overdue, today),
        nameof(ReminderRoundKind.Ahead) => Build(view, ReminderRoundKind.Ahead, today),
        nameof(ReminderRoundKind.Overdue) => Build(view, ReminderRoundKind.Overdue, today),
        nameof(ReminderRoundKind.Chairs) => Build(view, ReminderRoundKind.Chairs, today),
        _ => null,
    };

    private static AdaptiveCard Card(DeadlineView reminded, string kind, string heading, TextColor color, string? note, LocalDate today)
    {
        var view = reminded.InNotice;
        return new()
        {
            Speak = CardParts.Spoken($"{heading}: {view.Title}. {Texts.When(view, today)}."),
            FallbackText = $"{heading}: {view.Title}",
            Page = CardPages.Deadlines,
            Refresh = new CardRefresh(Refreshed(view, kind)),
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
    }

    private static ExecuteAction Refreshed(DeadlineView view, string kind)
    {
        var data = DeadlineParts.Data(view);
        data[Key] = kind;
        return CardParts.Button(Texts.See, DeadlineVerbs.Show, data);
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

        if (view.MayRemind)
            yield return DeadlineParts.Button(Texts.RemindNow, DeadlineVerbs.Remind, view);

        yield return DeadlineParts.See(view);
    }
}
