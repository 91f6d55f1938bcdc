using Klynge.Application.Chat.LongTexts;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.WrittenProcedures.Scheduling;

/// <summary>Asks when a draft is to open by itself.</summary>
public static class PlanForm
{
    public const string DateField = "opensDate";
    public const string TimeField = "opensTime";

    /// <summary>In the data of the button: the links to fetch from elsewhere that were said yes to on the preview.</summary>
    internal const string SourcesField = "sources";

    /// <summary>Most people are at work then, and a mail or a card is not lost among those of the night.</summary>
    private static readonly LocalTime Usual = new(8, 0);

    /// <param name="links">The links that the preview said are not frozen, by their tokens.</param>
    /// <param name="sources">The links that somebody said yes to fetching.</param>
    /// <param name="typed">What was chosen when it was refused; null for a fresh form.</param>
    public static AdaptiveCard Build(
        ProcedureView view, Instant now, string? links = null, string? sources = null, (string Date, string Time)? typed = null, string? problem = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        var (date, time) = typed ?? Split(view.OpensAt is { } at ? DanishTime.ToDanish(at) : Proposed(now));
        var plan = ProcedureParts.Button(view.OpensAt is null ? Texts.PlanOpening : Texts.MoveOpening, Verbs.Plan, view, (FormCard.RevisionField, view.Revision));
        if (links is not null)
            plan.Data![PreviewCard.AcceptedField] = links;

        if (sources is not null)
            plan.Data![SourcesField] = sources;

        return new AdaptiveCard
        {
            Speak = $"{Texts.WhenToOpen} {view.NoticeTitle}",
            FallbackText = $"{Texts.WhenToOpen} {view.NoticeTitle}",
            IsConfidential = view.Case.IsClosed,
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.PreviewState, TextColor.Default),
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(Texts.WhenToOpen) { Weight = TextWeight.Bolder },
                new TextBlock(Texts.AnswerBy(view.Deadline)) { Spacing = Spacing.Small },
                new DateInput(DateField, Texts.OpensDateLabel) { Value = date, Min = LocalDatePattern.Iso.Format(DanishTime.ToDanish(now).Date) },
                new TimeInput(TimeField, Texts.OpensTimeLabel) { Value = time },
                .. problem is null ? Array.Empty<CardElement>() : [ProcedureParts.Wrong(problem)],
                ProcedureParts.Note(Texts.PlanMeans),
            ],
            Actions = [plan with { Style = ActionStyle.Positive }, ProcedureParts.Button(Texts.Back, Verbs.Preview, view) with { AssociatedInputs = AssociatedInputs.None }],
        }.WithButtonsInLines();
    }

    /// <summary>The next hverdag in the morning.</summary>
    private static LocalDateTime Proposed(Instant now) => Workdays.Add(DanishTime.ToDanish(now).Date, 1) + Usual;

    private static (string Date, string Time) Split(LocalDateTime at) => (LocalDatePattern.Iso.Format(at.Date), ProcedureForm.TimePattern.Format(at.TimeOfDay));
}

/// <summary>Tells the authors of a draft that it could not open at its time, and why.</summary>
public static class OpeningMissedCard
{
    /// <param name="at">When it was to open.</param>
    public static AdaptiveCard Build(ProcedureView view, Instant at, string why)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new()
        {
            Speak = $"{Texts.OpeningMissed(at)} {view.NoticeTitle}",
            FallbackText = $"{Texts.OpeningMissed(at)} {view.NoticeTitle}",
            IsConfidential = view.Case.IsClosed,
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.PreviewState, TextColor.Warning),
                ProcedureParts.Title(view.Case.Title),
                new TextBlock(Texts.OpeningMissed(at)) { Weight = TextWeight.Bolder },
                new TextBlock(CardText.Escape(LongText.Beginning(why, 600))) { Spacing = Spacing.Small },
                ProcedureParts.Note(Texts.StaysADraft),
            ],
            Actions = [ProcedureParts.Button(Texts.SeeDraft, Verbs.Preview, view)],
        };
    }
}
