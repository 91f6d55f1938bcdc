using Klynge.Application.Messaging;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <summary>What, when, how long is left, and one button that settles it.</summary>
public static class ReminderCard
{
    /// <summary>In the data of its refresh: it stays a reminder while the person has not answered.</summary>
    internal const string Key = "reminder";

    public static AdaptiveCard Build(ProcedureView view, Instant now)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new()
        {
            Speak = $"{Texts.Reminder}: {view.NoticeTitle}. {Texts.AnswerByWithDaysLeft(view.Deadline, now)}.",
            FallbackText = $"{Texts.Reminder}: {view.NoticeTitle}",
            Page = CardPages.Case(view.Id),
            IsConfidential = view.Case.IsClosed,
            Refresh = ProcedureParts.OwnRefresh(view.ForumId, view.Id, (Key, true)),
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.Reminder, TextColor.Warning),
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(Texts.AnswerByWithDaysLeft(view.Deadline, now)) { Weight = TextWeight.Bolder },
                new TextBlock(Texts.NotAnsweredYet) { Spacing = Spacing.Small },
            ],
            Actions = [ProcedureParts.Button(Texts.AnswerNow, Verbs.Ballot, view) with { Style = ActionStyle.Positive }],
        };
    }
}
