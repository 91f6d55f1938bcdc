using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Chat.LongTexts;
using Klynge.Application.Outbox;
using Klynge.Application.Rights;
using Klynge.Application.WrittenProcedures.Drafting;
using Klynge.Application.WrittenProcedures.Voting;
using Klynge.Domain.Calendar;
using Klynge.Domain.Common;
using Klynge.Domain.Forums;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using Klynge.Teams.Routing;
using NodaTime;
using NodaTime.Text;

namespace Klynge.Application.WrittenProcedures.Consultations;

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
            Speak = $"{Texts.ConsultationWanted(view.Forum)}: {NoticeTitle.Of(view.Case)}",
            FallbackText = $"{Texts.ConsultationWanted(view.Forum)}: {NoticeTitle.Of(view.Case)}",
            IsConfidential = view.Case.IsClosed,
            Refresh = new CardRefresh(Button(view, Texts.SendRemarks, Verbs.Consultation)),
            Body =
            [
                new TextBlock(CardText.Escape($"{view.Asked} · {Texts.ConsultationWanted(view.Forum)}")) { IsSubtle = true, Size = TextSize.Small },
                ProcedureParts.Title(view.Case.Title),
                .. State(view, now),
                ProcedureParts.Summary(view.Case),
                .. ProcedureParts.Folded(view.Case, isFrozen: false, ProcedureParts.Note(Texts.TruncatedCase)),
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
            yield return new TextBlock(CardText.Escape(Texts.HeardResult(view.Forum, outcome, view.Outcomes))) { Weight = TextWeight.Bolder, Spacing = Spacing.Small };
        else if (!view.TakesRemarks(now))
            yield return new TextBlock($"{Texts.ConsultationOver}.") { Weight = TextWeight.Bolder, Spacing = Spacing.Small };
        else
            yield return new TextBlock(Texts.AnswerByWithDaysLeft(view.Deadline, now)) { Weight = TextWeight.Bolder, Spacing = Spacing.Small };

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
        new(BallotCard.RemarksField, Texts.RemarksHeading) { Value = view.Mine, IsMultiline = true };

    private static IEnumerable<CardElement> Sent(ConsultationView view) => view.Mine is { } mine
        ? [
            new TextBlock(Texts.YourRemarks) { Weight = TextWeight.Bolder },
            new TextBlock(CardText.Escape(LongText.Beginning(mine, 2_000))) { Spacing = Spacing.Small },
        ]
        : [ProcedureParts.Note(Texts.NoRemarksSent)];

    /// <summary>The way to the card from a list.</summary>
    internal static ExecuteAction Open(ConsultationView view) => Button(view, Texts.GiveRemarks, Verbs.Consultation);

    private static ExecuteAction Button(ConsultationView view, string title, ButtonRight verb) =>
        new(title, verb) { Data = new JsonObject().With(CardIds.Consultation, view.Id) };
}

/// <summary>Brings the remarks of a consultation to those who asked for them, with the way on to the draft.</summary>
public static class ConsultationEndedCard
{
    private const int MaxRemarks = 20;

    public static AdaptiveCard Build(ProcedureView view, IReadOnlyList<ConsultationAnswers> forums)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new()
        {
            Speak = $"{Texts.ConsultationOver}: {view.NoticeTitle}",
            FallbackText = $"{Texts.ConsultationOver}: {view.NoticeTitle}",
            IsConfidential = view.Case.IsClosed,
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.ConsultationOver, TextColor.Accent),
                ProcedureParts.Title(view.Case.Title),
                .. forums.Select(forum => new TextBlock(CardText.Escape(Texts.ConsultationCount(forum))) { Weight = TextWeight.Bolder }),
                .. Remarks(view),
            ],
            Actions = view.Status == ProcedureStatus.Draft
                ? [ProcedureParts.Button(Texts.SeeDraft, Verbs.Preview, view) with { Style = ActionStyle.Positive }]
                : [ProcedureParts.Button(Texts.Status, Verbs.View, view)],
        };
    }

    /// <summary>As many as a card can hold; the document of remarks has them all, in full.</summary>
    private static IEnumerable<CardElement> Remarks(ProcedureView view)
    {
        if (view.ConsultationRemarks.Count == 0)
        {
            yield return new TextBlock(Texts.NoConsultationRemarks);
            yield break;
        }

        foreach (var remark in view.ConsultationRemarks.Take(MaxRemarks))
            yield return new TextBlock(CardText.Escape(LongText.Beginning(remark, 600))) { Spacing = Spacing.Small };

        if (view.ConsultationRemarks.Count > MaxRemarks)
            yield return ProcedureParts.Note(Texts.AndMore(view.ConsultationRemarks.Count - MaxRemarks));
    }
}

/// <summary>Which forum is asked about a draft, and until when.</summary>
public static class ConsultationForm
{
    private const string ForumField = "asked";

    /// <param name="forums">Those that can be asked.</param>
    public static AdaptiveCard Build(ProcedureView view, IReadOnlyList<Forum> forums, LocalDate today, string? problem = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        return new()
        {
            Speak = $"{Texts.Consult}: {view.NoticeTitle}",
            FallbackText = $"{Texts.Consult}: {view.NoticeTitle}",
            IsConfidential = view.Case.IsClosed,
            Body =
            [
                ProcedureParts.Head(view.Forum, Texts.PreviewState, TextColor.Default),
                ProcedureParts.Title(view.Case.Title),
                ProcedureParts.Note(Texts.ConsultExplained),
                new ChoiceSetInput(ForumField, Texts.WhichForumToConsult, [.. forums.Select(forum => new Choice(forum.Name, CardIds.Write(forum.Id)))]),
                new DateInput(ProcedureForm.DateField, Texts.ConsultDate) { Value = LocalDatePattern.Iso.Format(Workdays.Add(today, 5)) },
                new TimeInput(ProcedureForm.TimeField, Texts.TimeLabel) { Value = "12:00" },
                .. problem is null ? Array.Empty<CardElement>() : [ProcedureParts.Wrong(problem)],
            ],
            Actions =
            [
                ProcedureParts.Button(Texts.Consult, Verbs.Consult, view) with { Style = ActionStyle.Positive },
                ProcedureParts.Button(Texts.Back, Verbs.Preview, view) with { AssociatedInputs = AssociatedInputs.None },
            ],
        };
    }

    internal static Result<(ForumId Forum, Instant Deadline)> Read(ActionData data)
    {
        var date = LocalDatePattern.Iso.Parse(data.Text(ProcedureForm.DateField) ?? string.Empty);
        var time = ProcedureForm.TimePattern.Parse(data.Text(ProcedureForm.TimeField) ?? string.Empty);
        return data.Id<ForumId>(ForumField) is { } forum && date.Success && time.Success
            ? (forum, DanishTime.ToInstant(date.Value, time.Value))
            : new ConsultationIncomplete();
    }
}

/// <summary>A consultation as those who are asked see it.</summary>
public sealed record ConsultationView(ConsultationId Id, string Asked, string Forum, CaseText Case, Instant Deadline)
{
    /// <summary>What the person has sent; null for nothing.</summary>
    public string? Mine { get; init; }

    public Instant? SentAt { get; init; }

    /// <summary>What the case came to; null while it is not closed.</summary>
    public Outcome? Outcome { get; init; }

    /// <inheritdoc cref="WrittenProcedure.Outcomes"/>
    public IReadOnlyList<Outcome>? Outcomes { get; init; }

    public bool TakesRemarks(Instant now) => Outcome is null && now < Deadline;

    public static ConsultationView Of(Consultation consultation, WrittenProcedure procedure, Forum forum, Forum asked)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(forum);
        ArgumentNullException.ThrowIfNull(asked);
        return new(consultation.Id, asked.Name, forum.Name, procedure.Case, consultation.Deadline) { Outcome = procedure.Outcome, Outcomes = procedure.Outcomes };
    }
}
