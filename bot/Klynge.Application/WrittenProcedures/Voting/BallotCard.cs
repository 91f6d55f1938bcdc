using System.Text.Json.Nodes;
using Klynge.Application.Chat;
using Klynge.Application.Messaging;
using Klynge.Application.WrittenProcedures.Seats;
using Klynge.Domain.Calendar;
using Klynge.Domain.WrittenProcedures;
using Klynge.Teams.Cards;
using NodaTime;

namespace Klynge.Application.WrittenProcedures.Voting;

/// <summary>The stemmeseddel: the case, the five answers and room for remarks.</summary>
public static class BallotCard
{
    public const string RemarksField = "remarks";

    /// <summary>Characters of recommendations that are answered each for itself: all of them, or as many as leave room; »Læs hele sagen« has them whole.</summary>
    private static readonly int[] Levels = [int.MaxValue, 2_000, 400];

    /// <param name="seat">The seat that is answered for.</param>
    /// <param name="typed">What was typed as remarks when the answer was refused; null for a fresh ballot.</param>
    /// <param name="changed">What was changed since the version that was asked about before; null for a case that is new.</param>
    /// <param name="problem">Why the answer was refused; stands at the remarks.</param>
    /// <param name="picks">What was chosen for each recommendation; null for what the seat has answered.</param>
    public static AdaptiveCard Build(
        ProcedureView view, SeatView seat, Instant now, string? typed = null, string? problem = null, string? changed = null, AnswerPicks? picks = null)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(seat);
        return Levels.Select(most => Draw(view, seat, now, typed, problem, changed, picks, most)).FirstOrDefault(card => view.Separate is null || CardJson.MeasureBytes(card) < CardJson.MaxBytes)
            ?? Draw(view, seat, now, typed, problem, changed, picks, Levels[^1]);
    }

    private static AdaptiveCard Draw(
        ProcedureView view, SeatView seat, Instant now, string? typed, string? problem, string? changed, AnswerPicks? picks, int most) => new()
        {
            Speak = $"{Texts.Head(view.Forum)}: {view.NoticeTitle}. {Texts.AnswerBy(view.Deadline)}.",
            FallbackText = $"{Texts.Head(view.Forum)}: {view.NoticeTitle}",
            Page = CardPages.Case(view.Id),
            IsConfidential = view.Case.IsClosed,
            Refresh = seat.Answer is null && typed is null && problem is null && picks is null ? ProcedureParts.OwnRefresh(view.ForumId, view.Id) : null,
            Body =
        [
            ProcedureParts.Head(view.Forum, Texts.OpenState, TextColor.Accent),
            ProcedureParts.Title(view.Case.Title),
            .. ProcedureParts.ClosedMark(view.Case),
            new TextBlock(Texts.AnswerByWithDaysLeft(view.Deadline, now)) { Weight = TextWeight.Bolder, Spacing = Spacing.Small },
            .. changed is null ? Array.Empty<CardElement>() : Changed(changed),
            .. Standing(view, seat, now),
            ProcedureParts.Summary(view.Case),
            .. ProcedureParts.Folded(view.Case, isFrozen: true, CaseTextCard.ReadWhole(view)),
            .. view.Separate is { } count
                ? ProcedureParts.That(view.Forum).Concat((picks ?? AnswerPicks.Of(seat, count)).Questions(view.Case, most))
                : ProcedureParts.Recommendations(view.Forum, view.Case),
            .. ProcedureParts.ConsultationRemarks(view),
            ProcedureParts.Note(Texts.Rule(view.Rules, view.Separate)),
            Remarks(typed ?? seat.Remarks),
            .. problem is null ? Array.Empty<CardElement>() : [ProcedureParts.Wrong(problem)],
            .. view.Separate is { } each ? AnswersToEach(view, seat, picks ?? AnswerPicks.Of(seat, each)) : Answers(view, seat),
        ],
            Actions = seat is { Answer: null, Substitute: null, HasSubstitute: true } ? [GiveUp(view, Texts.GiveUpSeat)]
            : seat is { Answer: null, Substitute: not null } ? [GiveUp(view, Texts.PassSeatOn)]
            : null,
        };

    private static IEnumerable<CardElement> Standing(ProcedureView view, SeatView seat, Instant now)
    {
        if (seat.Substitute is not null)
            yield return ProcedureParts.Note(Texts.YouStandInFor(seat.Name));

        if (seat is { Answer: { } answer, AnsweredAt: { } at })
        {
            var today = DanishTime.ToDanish(now).Date;
            yield return new TextBlock($"{Texts.YouAnswered(answer, at, today)} · {Texts.MayChange(view.Ends, today)}");
            if (view.ClosesAt is not null)
                yield return ProcedureParts.Note(Texts.AllHaveAnswered(view.Ends, today));

            yield return new ActionSet(ProcedureParts.Button(Texts.KeepAnswer, Verbs.Ballot, view) with
            {
                AssociatedInputs = AssociatedInputs.None,
            });
        }
    }

    private static TextInput Remarks(string? typed) => new(RemarksField, Texts.RemarksLabel)
    {
        Value = typed,
        IsMultiline = true,
        Placeholder = Texts.RemarksPlaceholder,
    };

    /// <summary>Each answer on a line of its own, whole on the narrowest phone; the two rare ones share the last.</summary>
    private static IEnumerable<ActionSet> Answers(ProcedureView view, SeatView seat)
    {
        yield return new ActionSet(Answers(view, seat, Answer.Approve) with { Style = ActionStyle.Positive });
        yield return new ActionSet(Answers(view, seat, Answer.ApproveWithRemarks)) { Spacing = Spacing.Small };
        yield return new ActionSet(Answers(view, seat, Answer.Reject)) { Spacing = Spacing.Small };
        yield return new ActionSet(Answers(view, seat, Answer.DemandMeeting), Answers(view, seat, Answer.Recused)) { Spacing = Spacing.Small };
    }

    /// <summary>All choices by one press; and, still one press for who says the same of all, the answers to the whole.</summary>
    private static IEnumerable<CardElement> AnswersToEach(ProcedureView view, SeatView seat, AnswerPicks picks)
    {
        yield return new ActionSet(Submit(view, seat, Answer.Separate, Texts.SendAnswers, (AnswerPicks.Count, view.Separate!.Value)) with { Style = ActionStyle.Positive });
        yield return ProcedureParts.Note(Texts.SameToAll);
        foreach (var answer in new[] { Answer.Approve, Answer.ApproveWithRemarks, Answer.Reject })
            yield return new ActionSet(Submit(view, seat, answer, Texts.ToAll(answer), (AnswerPicks.Drawn, picks.Text))) { Spacing = Spacing.Small };

        yield return new ActionSet(Answers(view, seat, Answer.DemandMeeting), Answers(view, seat, Answer.Recused)) { Spacing = Spacing.Small };
    }

    private static ExecuteAction GiveUp(ProcedureView view, string title) => ProcedureParts.Button(title, Verbs.GiveUpSeat, view) with
    {
        Mode = ActionMode.Secondary,
    };

    private static CardElement[] Changed(string reason) =>
    [
        new TextBlock(Texts.Changed) { Color = TextColor.Warning, Weight = TextWeight.Bolder },
        new TextBlock(CardText.Escape(reason)) { Spacing = Spacing.Small },
    ];

    private static ExecuteAction Answers(ProcedureView view, SeatView seat, Answer answer) =>
        ProcedureParts.Button(Texts.Name(answer), Verbs.Vote, view, [.. Data(view, seat, answer)]);

    private static ExecuteAction Submit(ProcedureView view, SeatView seat, Answer answer, string title, (string, JsonNode) more) =>
        ProcedureParts.Button(title, Verbs.Vote, view, [.. Data(view, seat, answer), more]);

    /// <summary>What an answer's button carries.</summary>
    internal static IEnumerable<(string Name, JsonNode Value)> Data(ProcedureView view, SeatView seat, Answer answer) =>
    [
        ("version", JsonValue.Create(view.Version)),
        ("answer", JsonValue.Create(AnswerNames.Of(answer))),
        ("seat", JsonValue.Create(CardIds.Write(seat.MemberId))),
    ];
}

/// <summary>The answers as card data names them.</summary>
public static class AnswerNames
{
    public static string Of(Answer answer) => answer switch
    {
        Answer.Approve => "approve",
        Answer.ApproveWithRemarks => "remarks",
        Answer.Reject => "reject",
        Answer.DemandMeeting => "meeting",
        Answer.Recused => "recused",
        Answer.Separate => "each",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Unknown answer."),
    };

    /// <summary>The answer; one that no button has for anything else, which the use case refuses as an altered card.</summary>
    public static Answer Read(string? name) => name switch
    {
        "approve" => Answer.Approve,
        "remarks" => Answer.ApproveWithRemarks,
        "reject" => Answer.Reject,
        "meeting" => Answer.DemandMeeting,
        "recused" => Answer.Recused,
        "each" => Answer.Separate,
        _ => default,
    };
}
