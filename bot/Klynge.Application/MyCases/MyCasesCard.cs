using System.Text.Json.Nodes;
using Klynge.Application.Agendas.Approvals;
using Klynge.Application.Agendas.Contributions;
using Klynge.Application.Agendas.Proposals;
using Klynge.Application.Agendas.Questions;
using Klynge.Application.Agendas.Votes;
using Klynge.Application.Chat;
using Klynge.Application.Deadlines;
using Klynge.Application.Meetings;
using Klynge.Application.WrittenProcedures;
using Klynge.Application.WrittenProcedures.Consultations;
using Klynge.Domain.Calendar;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.MyCases;

/// <summary>»mine sager«: what waits for the person, the most urgent first, each with the buttons that settle it.</summary>
public static class MyCasesCard
{
    /// <summary>So many of each are shown, or as many as the card holds: a secretary of many forums may have something of every kind.</summary>
    private static readonly int[] Levels = [10, 5, 3, 1];

    private const int MaxTitleLength = 120;

    public static AdaptiveCard Build(Waiting waiting, Instant now)
    {
        ArgumentNullException.ThrowIfNull(waiting);
        return Levels.Select(most => Draw(waiting, now, most)).First(card => CardJson.MeasureBytes(card) < CardJson.MaxBytes - StandingCard.Room);
    }

    private static AdaptiveCard Draw(Waiting waiting, Instant now, int most)
    {
        var today = DanishTime.ToDanish(now).Date;
        var line = Texts.Waits(waiting.Count);
        return new()
        {
            Speak = $"{Texts.Heading}. {line}",
            FallbackText = $"{Texts.Heading}. {line}",
            Body =
            [
                CardParts.Heading(Texts.Heading),
                new TextBlock(line),
                .. Section(VoteTexts.WaitForYou, waiting.ToVote, most, ItemBallotCard.Row),
                .. Cases(Texts.ToAnswer, waiting.ToAnswer, most, view => WrittenProcedures.Texts.AnswerByWithDaysLeft(view.Deadline, now), Answer),
                .. Section(Texts.ToRemark, waiting.ToRemark, most, view => Hearing(view, now)),
                .. Section(Texts.ToContribute, waiting.ToContribute, most, view => ContributionListCard.OwnRow(view, today)),
                .. Cases(Texts.ToConfirm, waiting.ToConfirm, most, ResultOf, Confirm),
                .. Section(Agendas.Approvals.Texts.WaitForYou, waiting.ToApprove, most, WaitingApprovals.Row),
                .. Section(Texts.Proposals, waiting.Proposals, most, WaitingProposalsRow.Build),
                .. Section(Agendas.Questions.Texts.Waiting, waiting.Questions, most, QuestionCard.Row),
                .. Section(Texts.Overdue, waiting.Overdue, most, view => Overdue(view, today)),
                .. waiting.Overdue.Count > most ? [new ActionSet(AllDeadlines()) { Spacing = Spacing.Small }] : Array.Empty<CardElement>(),
                .. Section(Texts.Agreements, waiting.Agreements, most, view => Agreement(view, today)),
                .. Cases(Texts.Drafts, waiting.Drafts, most, WrittenProcedures.Texts.Draft, Draft),
                .. Cases(Texts.Running, waiting.Running, most, view => Progress(view, now), Run),
                .. Cases(Texts.Unconfirmed, waiting.Unconfirmed, most, ResultOf, See),
                .. Cases(Texts.Answered, waiting.Answered, most, view => WrittenProcedures.Texts.MayChange(view.Ends, today), SeeAnswer),
            ],
        };
    }

    private static string ResultOf(ProcedureView view) => WrittenProcedures.Texts.Result(view);

    private static string Progress(ProcedureView view, Instant now) =>
        $"{WrittenProcedures.Texts.Answered(view.Answered, view.Seats.Count)} · {WrittenProcedures.Texts.AnswerByWithDaysLeft(view.Deadline, now)}";

    private static CardAction[] Answer(ProcedureView view) => [ProcedureParts.Button(WrittenProcedures.Texts.AnswerNow, Verbs.Ballot, view)];

    private static CardAction[] SeeAnswer(ProcedureView view) => [ProcedureParts.Button(WrittenProcedures.Texts.SeeAnswer, Verbs.Ballot, view)];

    private static CardAction[] Confirm(ProcedureView view) => [ProcedureParts.Button(WrittenProcedures.Texts.Confirm, Verbs.AskConfirm, view), .. See(view)];

    private static CardAction[] Draft(ProcedureView view) => [ProcedureParts.Button(WrittenProcedures.Texts.SeeDraft, Verbs.Preview, view)];

    private static CardAction[] See(ProcedureView view) => [ProcedureParts.Button(Deadlines.Texts.SeeCase, Verbs.View, view)];

    /// <summary>What the secretariat and the chairs may do with a case that runs.</summary>
    private static CardAction[] Run(ProcedureView view) =>
    [
        .. See(view),
        .. view.Answered < view.Seats.Count ? [ProcedureParts.Button(WrittenProcedures.Texts.RemindNow, Verbs.Remind, view)] : Array.Empty<CardAction>(),
        ProcedureParts.Button(WrittenProcedures.Texts.CloseNow, Verbs.AskClose, view),
        ProcedureParts.Button(WrittenProcedures.Texts.ChangeCase, Verbs.AmendForm, view),
    ];

    private static IEnumerable<CardElement> Hearing(ConsultationView view, Instant now) =>
    [
        Title($"{view.Asked}: {view.Case.Title}"),
        new TextBlock(CardText.Escape(WrittenProcedures.Texts.ConsultationWanted(view.Forum))) { Spacing = Spacing.None },
        new TextBlock(WrittenProcedures.Texts.AnswerByWithDaysLeft(view.Deadline, now)) { Spacing = Spacing.None },
        new ActionSet(ConsultationCard.Open(view)) { Spacing = Spacing.Small },
    ];

    private static IEnumerable<CardElement> Agreement(DeadlineView view, LocalDate today) =>
    [
        Title($"{view.Forum}: {view.Title}"),
        new TextBlock(CardText.Escape(Deadlines.Texts.When(view, today))) { Spacing = Spacing.None },
        .. CardParts.Lines([DeadlineParts.Button(Deadlines.Texts.Finish, DeadlineVerbs.Finish, view), DeadlineParts.Button(Deadlines.Texts.Look, DeadlineVerbs.Show, view)]),
    ];

    private static IEnumerable<CardElement> Overdue(DeadlineView view, LocalDate today)
    {
        yield return Title($"{view.Forum}: {view.Title}");
        yield return new TextBlock(CardText.Escape($"{Deadlines.Texts.When(view, today)} · {Deadlines.Texts.Responsible(view)}"))
        {
            Spacing = Spacing.None,
            Color = TextColor.Attention,
        };
        CardAction[] buttons =
        [
            DeadlineParts.Button(Deadlines.Texts.Finish, DeadlineVerbs.Finish, view),
            DeadlineParts.Button(Deadlines.Texts.Look, DeadlineVerbs.Show, view),
            .. view.MayRemind ? [DeadlineParts.Button(Deadlines.Texts.RemindNow, DeadlineVerbs.Remind, view)] : Array.Empty<CardAction>(),
        ];
        foreach (var line in CardParts.Lines(buttons))
            yield return line;
    }

    private static ExecuteAction AllDeadlines() => new(Texts.AllDeadlines, ChatModule.RunVerb) { Data = new JsonObject { ["text"] = "frister" } };

    private static IEnumerable<CardElement> Cases(
        string heading, IReadOnlyList<ProcedureView> cases, int most, Func<ProcedureView, string> line, Func<ProcedureView, CardAction[]> buttons) =>
        Section(heading, cases, most, view =>
        [
            Title($"{view.Forum}: {view.Case.Title}"),
            new TextBlock(DanishFormat.Capitalised(line(view))) { Spacing = Spacing.None },
            .. CardParts.Lines(buttons(view)),
        ]);

    private static IEnumerable<CardElement> Section<T>(string heading, IReadOnlyList<T> all, int most, Func<T, IEnumerable<CardElement>> row)
    {
        if (all.Count == 0)
            yield break;

        yield return new TextBlock(heading) { Weight = TextWeight.Bolder, Color = TextColor.Accent, Separator = true, Spacing = Spacing.Medium };
        foreach (var one in all.Take(most))
            yield return new Container([.. row(one)]) { Spacing = Spacing.Medium };

        if (all.Count > most)
            yield return CardParts.Subtle(Texts.AndMore(all.Count - most));
    }

    private static TextBlock Title(string title) => new(CardText.Escape(DanishText.Shorten(title, MaxTitleLength))) { Weight = TextWeight.Bolder };
}
