using System.Text.Json.Nodes;
using Klynge.Domain.Calendar;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.WrittenProcedures;

/// <summary>
/// Asks the members of a consulted forum for their remarks, and shows that they are in: they can be changed until the hearing is over. Looked
/// at later, the card shows by itself how things stand.
/// </summary>
public static class ConsultationCard
{
    public static AdaptiveCard Build(ConsultationView view, Instant now)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new()
        {
            Speak = $"{Texts.ConsultationWanted(view.Forum)}: {ProcedureView.TitleInNotices(view.Case)}",
            FallbackText = $"{Texts.ConsultationWanted(view.Forum)}: {ProcedureView.TitleInNotices(view.Case)}",
            Refresh = new CardRefresh(Button(view, Texts.SendRemarks, Verbs.Consultation)),
            Body =
            [
                new TextBlock(CardText.Escape($"{view.Asked} · {Texts.ConsultationWanted(view.Forum)}")) { IsSubtle = true, Size = TextSize.Small },
                ProcedureParts.Title(view.Case.Title),
                .. State(view, now),
                ProcedureParts.Summary(view.Case),
                .. ProcedureParts.Folded(view.Case, isFrozen: false),
                .. ProcedureParts.Recommendations(view.Forum, view.Case),
                ProcedureParts.Note(Texts.ConsultationNote(view.Forum)),
                .. view.TakesRemarks(now) ? [Input(view)] : Sent(view),
            ],
            Actions = view.TakesRemarks(now)
                ? [Button(view, view.Mine is null ? Texts.SendRemarks : Texts.ChangeRemarks, Verbs.Remark) with { Style = ActionStyle.Positive }]
                : null,
        };
    }

    private static IEnumerable<CardElement> State(ConsultationView view, Instant now)
    {
        if (view.Outcome is { } outcome)
        {
            yield return new TextBlock(CardText.Escape(Texts.HeardResult(view.Forum, outcome))) { Weight = TextWeight.Bolder, Spacing = Spacing.Small };
        }
        else if (!view.TakesRemarks(now))
        {
            yield return new TextBlock($"{Texts.ConsultationOver}.") { Weight = TextWeight.Bolder, Spacing = Spacing.Small };
        }
        else
        {
            yield return new TextBlock(Texts.AnswerByWithDaysLeft(view.Deadline, now)) { Weight = TextWeight.Bolder, Spacing = Spacing.Small };
        }

        if (view.SentAt is { } at && view.TakesRemarks(now))
        {
            yield return new TextBlock(Texts.RemarksReceived(at, view.Deadline, DanishTime.ToDanish(now).Date))
            {
                Color = TextColor.Good,
                Spacing = Spacing.Small,
            };
        }
    }

    private static TextInput Input(ConsultationView view) =>
        new(BallotCard.RemarksField, Texts.RemarksHeading) { Value = view.Mine, IsMultiline = true, MaxLength = Ballot.LongestRemarks };

    private static IEnumerable<CardElement> Sent(ConsultationView view) => view.Mine is { } mine
        ? [
            new TextBlock(Texts.YourRemarks) { Weight = TextWeight.Bolder },
            new TextBlock(CardText.Escape(DanishText.Shorten(mine, 2_000))) { Spacing = Spacing.Small },
        ]
        : [ProcedureParts.Note(Texts.NoRemarksSent)];

    private static ExecuteAction Button(ConsultationView view, string title, string verb) =>
        new(title, verb) { Data = new JsonObject { ["consultation"] = view.Id.ToString() } };
}
